// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsIn, rank } from '../../client/features/palette/ranking.js';

const items = [
  { title: 'Go to Today', words: 'overdue due' },
  { title: 'Go to Dashboard', words: 'stats' },
  { title: 'Switch to the dark theme', words: 'colours mode' },
  { title: 'Keyboard shortcuts', words: 'help keys' },
  { title: 'Log out', words: 'sign out leave' },
  { title: 'Café' },
  { title: 'Kitchen' },
  { title: 'Kitchen garden' },
  { title: 'The kitchen' },
];

/** @param {string} typed @param {(item: { title: string }) => number} [recency] */
const titles = (typed, recency) => rank(typed, items, recency).map(({ item }) => item.title);

for (const [typed, ...expected] of [
  ['today', 'Go to Today'],
  ['TOD', 'Go to Today'],
  ['kitchen', 'Kitchen', 'Kitchen garden', 'The kitchen'],
  ['kitc gar', 'Kitchen garden'],
  ['board', 'Go to Dashboard', 'Keyboard shortcuts'],
  ['dark', 'Switch to the dark theme'],
  ['cafe', 'Café'],
  ['sign out', 'Log out'],
  ['out log', 'Log out'],
  // Mistyped.
  ['kithcen', 'Kitchen', 'The kitchen', 'Kitchen garden'],
  ['tdoay', 'Go to Today'],
  ['dashbaord', 'Go to Dashboard'],
  ['shorctu', 'Keyboard shortcuts'],
  ['tdo'],
  ['xyz'],
  ['kitchen cellar'],
  ['   '],
]) {
  test(`“${typed}” finds ${expected.length === 0 ? 'nothing' : expected.join(', ')}`, () => assert.deepEqual(titles(typed), expected));
}

test('What was used lately comes before what fits a little better, and never before what does not fit', () => {
  assert.deepEqual(titles('kitchen', ({ title }) => (title === 'Kitchen garden' ? 1 : 0)), ['Kitchen garden', 'Kitchen', 'The kitchen']);
  assert.deepEqual(titles('kitchen', ({ title }) => (title === 'Café' ? 1 : 0)), ['Kitchen', 'Kitchen garden', 'The kitchen']);
});

test('Errors are counted as the API counts them', () => {
  assert.deepEqual(
    [['reprot', 'report'], ['repport', 'report'], ['rport', 'report'], ['rapart', 'report'], ['wensday', 'wednesday'], ['presnet', 'presentation'], ['book', 'boots']].map(([typed, word]) => errorsIn(typed, word)),
    [1, 1, 1, 2, 2, 1, 1],
  );
});

// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, merged } from '../../client/features/tasks/editor/merge.js';

const base = { title: 'Base', priority: 'low', status: 'pending' };

test('what only the other side changed is theirs', () => {
  const found = differences(base, { ...base, title: 'Mine' }, { ...base, priority: 'high' });
  assert.deepEqual(found, [{ name: 'priority', mine: 'low', theirs: 'high', choice: 'theirs' }]);
  assert.deepEqual(merged({ ...base, title: 'Mine' }, found), { ...base, title: 'Mine', priority: 'high' });
});

test('what both changed is for the person to say, and stays mine until then', () => {
  const mine = { ...base, title: 'Mine' };
  const found = differences(base, mine, { ...base, title: 'Theirs' });
  assert.equal(found[0].choice, null);
  assert.equal(merged(mine, found).title, 'Mine');
  assert.equal(merged(mine, [{ ...found[0], choice: 'theirs' }]).title, 'Theirs');
});

test('the same change on both sides is no difference', () => {
  assert.deepEqual(differences(base, { ...base, title: 'Same' }, { ...base, title: 'Same' }), []);
});

test('a choice can be taken back', () => {
  const mine = { ...base, title: 'Mine' };
  const [found] = differences(base, mine, { ...base, title: 'Theirs' });
  const theirs = merged(mine, [{ ...found, choice: 'theirs' }]);
  assert.equal(merged(theirs, [{ ...found, choice: 'mine' }]).title, 'Mine');
});

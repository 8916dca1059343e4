// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedSoFar, countText, percentText, rateText } from '../../client/ui/counts.js';
import { readIn } from './languages.js';

readIn('en-GB');

test('a count that is a minimum says so', () => {
  assert.equal(countText(1_000, true), '1,000+');
  assert.equal(countText(1_000), '1,000');
});

const counted = { count: 1_000, isMinimum: true };

test('before the end of the count a page tells nothing more', () => {
  assert.deepEqual(countedSoFar(counted, { page: 2, size: 50, shown: 50, more: true }), counted);
});

test('a page behind the count moves the minimum', () => {
  assert.deepEqual(countedSoFar(counted, { page: 22, size: 50, shown: 50, more: true }), { count: 1_100, isMinimum: true });
});

test('the last page tells how many there are', () => {
  assert.deepEqual(countedSoFar(counted, { page: 24, size: 50, shown: 7, more: false }), { count: 1_157, isMinimum: false });
});

test('an exact count stays as it is', () => {
  assert.deepEqual(countedSoFar({ count: 60, isMinimum: false }, { page: 2, size: 50, shown: 9, more: false }), { count: 60, isMinimum: false });
});

for (const [count, text] of /** @type {const} */ ([
  [0, '0 a day'],
  [1, 'less than 0.1 a day'],
  [2, '0.1 a day'],
  [45, '1.5 a day'],
  [60_000, '2,000 a day'],
])) {
  test(`${count} in 30 days are ${text}`, () => assert.equal(rateText(count, 30), text));
}

test('numbers are written as the person’s languages write them', () => {
  readIn('de-DE', 'en');
  try {
    assert.equal(countText(12_345), '12.345');
    assert.equal(rateText(45, 30), '1,5 a day');
    assert.match(percentText(0.2), /^20\s%$/u);
  } finally {
    readIn('en-GB');
  }
});

// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsSeen } from '../../client/features/tasks/board/windowing.js';

test('everything that is seen is drawn, and not much more', () => {
  for (let top = 0; top < 3_000; top += 7) {
    const { first, end } = rowsSeen({ top, height: 600, row: 92 });
    assert.ok(first >= 0 && first * 92 <= top, `from ${first} at ${top}`);
    assert.ok(end * 92 >= top + 600, `to ${end} at ${top}`);
    assert.ok(end - first <= 600 / 92 + 22, `${end - first} rows at ${top}`);
  }
});

test('scrolling by a few pixels changes nothing', () => {
  const ranges = new Set(Array.from({ length: 920 }, (_, top) => JSON.stringify(rowsSeen({ top: 9_200 + top, height: 600, row: 92 }))));
  assert.ok(ranges.size <= 7, `${ranges.size} ranges over ten rows`);
});

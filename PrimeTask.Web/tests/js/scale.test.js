// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks } from '../../client/features/dashboard/scale.js';

test('the axis has few whole and round steps and holds the largest value', () => {
  for (let largest = 0; largest < 5_000; largest += largest < 100 ? 1 : 37) {
    const steps = ticks(largest);
    assert.equal(steps[0], 0);
    assert.ok(steps[steps.length - 1] >= largest, `${largest}`);
    assert.ok(steps.length >= 3 && steps.length <= 6, `${steps.length} steps for ${largest}`);
    assert.match(String(steps[1]), /^[125]0*$/);
  }
});

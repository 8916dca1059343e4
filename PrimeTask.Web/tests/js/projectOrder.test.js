// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideOf, putBeside } from '../../client/features/tasks/beside.js';
import { neighbour } from '../../client/features/tasks/projects/projectOrder.js';

/** @typedef {import('../../client/features/tasks/projects/api.js').Project} Project */

/** Archived ones are negative. @param {readonly number[]} ids */
const projects = (ids) => ids.map((id) => /** @type {Project} */ ({ id: Math.abs(id), archived: id < 0 }));

/** @param {readonly Project[]} found */
const idsOf = (found) => found.map(({ id, archived }) => (archived ? -id : id));

for (const [before, id, step, after] of /** @type {const} */ ([
  [[1, 2, 3], 2, 1, [1, 3, 2]],
  [[1, 2, 3], 2, -1, [2, 1, 3]],
  [[1, -2, 3], 1, 1, [-2, 3, 1]],
  [[1, -2, 3], 3, -1, [3, 1, -2]],
  [[-1, 2, -3], 3, -1, [-3, -1, 2]],
])) {
  test(`${id} of ${before} moves by ${step}: ${after}`, () => {
    const all = projects(before);
    const next = neighbour(all, id, step);
    assert.ok(next);
    const project = all.find((one) => one.id === id);
    assert.deepEqual(idsOf((project && putBeside(all, project, besideOf(next.id, step > 0))) ?? []), after);
  });
}

test('At the end there is nothing to go past', () => {
  assert.equal(neighbour(projects([1, -2]), 1, 1), undefined);
  assert.equal(neighbour(projects([1, 2]), 1, -1), undefined);
  assert.equal(neighbour(projects([1, 2]), 7, 1), undefined);
});

// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike, inverse } from '../../client/features/tasks/taskChanges.js';
import { createUndoStack } from '../../client/app/undoStack.js';
import { readIn } from './languages.js';

readIn('en-US');

/** @typedef {import('../../client/features/tasks/task.js').Task} Task */

/**
 * @param {number} id
 * @param {Partial<Task>} members
 */
const task = (id, members) => /** @type {Task} */ ({ id, title: `Task ${id}`, status: 'pending', priority: 'low', due_date: null, due_on: null, ...members });

const [a, b, c] = [1, 2, 3].map((order) => ({ order }));

test('each entry is taken once, the last that was begun first', () => {
  const stack = createUndoStack(10);
  for (const entry of [c, a, b]) stack.push(entry);
  assert.equal(stack.take(b), true);
  assert.equal(stack.take(b), false);
  assert.equal(stack.last(), c);
  assert.equal(stack.take(c), true);
  assert.equal(stack.last(), a);
  stack.clear();
  assert.equal(stack.last(), undefined);
});

test('the first entries are forgotten', () => {
  const stack = createUndoStack(2);
  for (const entry of [b, c, a]) stack.push(entry);
  assert.equal(stack.take(a), false);
  assert.equal(stack.take(b), true);
});

test('the inverse names just what was changed, with its value of before', () => {
  const before = task(1, { status: 'in_progress', due_date: '2026-12-01T00:00:00Z' });
  assert.deepEqual(inverse(before, { status: 'completed', due_date: null }), { status: 'in_progress', due_date: '2026-12-01T00:00:00Z' });
  assert.deepEqual(inverse(before, { description: 'new' }), { description: null });
});

test('tasks that change alike are changed together', () => {
  /** @type {import('../../client/features/tasks/taskChanges.js').Step[]} */
  const steps = [1, 2, 3].map((id) => ({ task: task(id, {}), changes: { status: id === 2 ? 'pending' : 'in_progress' } }));
  assert.deepEqual(
    alike(steps).map(({ tasks, changes }) => [tasks.map(({ id }) => id), changes.status]),
    [[[1, 3], 'in_progress'], [[2], 'pending']],
  );
});

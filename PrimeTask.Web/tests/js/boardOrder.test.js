// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideNow, putBeside } from '../../client/features/tasks/beside.js';
import { besideAt, insert, merge, orderingOf, orderings } from '../../client/features/tasks/board/boardOrder.js';
import { setProfileZone } from '../../client/ui/dates.js';
import { readIn } from './languages.js';

readIn('en-US');

/** @typedef {import('../../client/features/tasks/task.js').Task} Task */

/**
 * @param {number} id
 * @param {Partial<Task>} [members]
 */
const task = (id, members) =>
  /** @type {Task} */ ({ id, priority: 'medium', due_date: null, due_on: null, created_at: '2026-01-01T00:00:00Z', position: String(id), ...members });

/** @param {Task[]} tasks */
const ids = (tasks) => tasks.map(({ id }) => id);

test('due dates come in order, ties by id, tasks without one last', () => {
  const tasks = [task(5), task(4, { due_date: '2026-01-02T00:00:00.5Z' }), task(3), task(2, { due_date: '2026-01-02T00:00:00Z' }), task(1, { due_date: '2026-01-02T00:00:00.5Z' })];
  assert.deepEqual(ids(merge([], tasks, 'due_date')), [2, 1, 4, 3, 5]);
});

test('high priorities and new tasks come first, ties by the newest id', () => {
  const tasks = [task(1, { priority: 'low' }), task(2, { priority: 'high' }), task(3, { priority: 'high' }), task(4, { created_at: '2026-02-01T00:00:00Z' })];
  assert.deepEqual(ids(merge([], tasks, '-priority')), [3, 2, 4, 1]);
  assert.deepEqual(ids(merge([], tasks, '-created_at')), [4, 3, 2, 1]);
});

test('merging keeps each task once, in its newer version', () => {
  const merged = merge([task(1), task(2)], [task(2, { title: 'new' }), task(3)], 'due_date');
  assert.deepEqual(ids(merged), [1, 2, 3]);
  assert.equal(merged[1].title, 'new');
});

test('inserting a task gives what merging it gives, in every order', () => {
  const dates = [null, '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z'];
  const levels = /** @type {const} */ (['low', 'medium', 'high']);
  const tasks = Array.from({ length: 60 }, (_, id) => task(id, { due_date: dates[(id * 7) % 3], priority: levels[(id * 5) % 3] }));
  for (const { value } of orderings) {
    const sorted = merge([], tasks, value);
    for (const changed of tasks.map(({ id }) => task(id, { due_date: dates[id % 3], priority: levels[id % 3] }))) {
      assert.deepEqual(insert(sorted, changed, value), merge(sorted, [changed], value));
    }
  }
});

test('an ordering that the board does not have is its first', () => {
  assert.equal(orderingOf('-priority'), '-priority');
  for (const name of [null, '', 'title', 'toString']) assert.equal(orderingOf(name), 'due_date');
});

test('an all-day task comes after the times of its day', () => {
  const tasks = [task(5), task(4, { due_on: '2026-01-02' }), task(3, { due_date: '2026-01-03T00:00:00Z' }), task(2, { due_date: '2026-01-02T23:59:00Z' }), task(1, { due_on: '2026-01-02' })];
  setProfileZone('UTC');
  assert.deepEqual(ids(merge([], tasks, 'due_date')), [2, 1, 4, 3, 5]);
  setProfileZone('');
});

test('places by hand are decimal numbers of any size', () => {
  const places = ['-0.5', '0.000000000001', '0.5', '9', '10', '9007199254740993.000000000001', '9007199254740993.000000000002'];
  const tasks = places.map((position, id) => task(id, { position }));
  assert.deepEqual(ids(merge([], tasks.toReversed(), 'position')), [0, 1, 2, 3, 4, 5, 6]);
});

test('a card is put beside another one, and back', () => {
  const tasks = [task(1), task(2), task(3)];
  for (const [gap, beside, after] of /** @type {const} */ ([
    [0, { before: 1 }, [3, 1, 2]],
    [1, { before: 2 }, [1, 3, 2]],
    [2, undefined, null],
    [3, undefined, null],
  ])) {
    assert.deepEqual(besideAt(tasks, gap, tasks[2]), beside);
    if (beside) assert.deepEqual(ids(putBeside(tasks, tasks[2], beside) ?? []), after);
  }
  assert.deepEqual(besideAt(tasks, 3, tasks[0]), { after: 3 });
  assert.deepEqual(besideAt(tasks, 3, task(4)), { after: 3 });
  assert.equal(besideAt([], 0, task(4)), undefined);
  assert.deepEqual(tasks.map((one) => besideNow(tasks, one.id)), [{ before: 2 }, { before: 3 }, { after: 2 }]);
  assert.equal(besideNow([task(1)], 1), undefined);
  const lonely = task(1, { position: '9' });
  assert.deepEqual(ids(putBeside(tasks, lonely, { before: 7 }) ?? insert(tasks, lonely, 'position')), [2, 3, 1]);
});

// @ts-check
// Where subtasks stand in a list, and what they can become subtasks of.
import assert from 'node:assert/strict';
import test from 'node:test';
import { nested, parentAbove, peersOf } from '../../client/features/tasks/subtasks/nesting.js';

/** @param {string} text ids, each with `<` and its parent */
const tasks = (text) =>
  text.split(' ').map((one) => {
    const [id, parent] = one.split('<');
    return { id: Number(id), parent: parent ? Number(parent) : null };
  });

/** @param {readonly { id: number }[]} list */
const ids = (list) => list.map(({ id }) => id).join(' ');

for (const [given, expected] of [
  ['1 2 3', '1 2 3'],
  ['1 2<1 3', '1 2 3'],
  ['2<1 3 1', '3 1 2'],
  ['1 2 3<1 4<2 5<1', '1 3 5 2 4'],
  ['1<9 2 3<9', '1 2 3'],
]) {
  test(`${given} is shown as ${expected}`, () => assert.equal(ids(nested(tasks(given))), expected));
}

for (const [given, id, expected] of /** @type {const} */ ([
  ['1 2', 2, 1],
  ['1 2', 1, undefined],
  ['1 2<1 3', 3, 1],
  ['1 2<1 3', 2, undefined],
  ['2<9 3', 3, undefined],
])) {
  test(`in ${given}, ${id} can become a subtask of ${expected}`, () => {
    const shown = nested(tasks(given));
    assert.equal(parentAbove(shown, /** @type {{ id: number, parent: number | null }} */ (shown.find((task) => task.id === id)))?.id, expected);
  });
}

for (const [given, id, expected] of /** @type {const} */ ([
  ['1 2<1 3<1 4', 2, '2 3'],
  ['1 2<1 3<1 4', 4, '1 4'],
  ['1 2<9 3', 2, '1 2 3'],
])) {
  test(`in ${given}, ${id} changes places among ${expected}`, () => {
    const shown = tasks(given);
    assert.equal(ids(peersOf(shown, /** @type {{ id: number, parent: number | null }} */ (shown.find((task) => task.id === id)))), expected);
  });
}

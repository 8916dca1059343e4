// @ts-check
// The row that the keyboard is on, the rows that are ticked, and the cell that is being edited.
import { createStore } from '../../../app/store.js';
import { focusIfLost } from './listFocus.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {'title' | 'due_date'} Cell */
/** @typedef {{ state: { tasks: Task[] | null }, subscribe: (subscriber: () => void) => void }} Rows in the order that they are shown in */

export const selection = createStore({
  active: /** @type {number | null} */ (null),
  ticked: /** @type {ReadonlySet<number>} */ (new Set()),
  editing: /** @type {{ id: number, cell: Cell } | null} */ (null),
});

/** The row that a range of ticks begins at. @type {number | null} */
let anchor = null;

/** @type {Rows | null} of the view on the screen: one has rows at a time */
let rows = null;
/** @type {Set<Rows>} */
const followed = new Set();

/** @param {Rows} shown the rows that are on the screen now */
export function selectIn(shown) {
  if (rows === shown) return;
  rows = shown;
  order = [];
  anchor = null;
  selection.reset();
  if (!followed.has(shown)) shown.subscribe(prune);
  followed.add(shown);
}

export const shown = () => rows?.state.tasks ?? [];

/** @param {number} id */
export const positionOf = (id) => shown().findIndex((task) => task.id === id);

/** The ids of the rows as they were before. @type {readonly number[]} */
let order = [];

/** What is no longer shown cannot be acted upon: the keyboard goes to the row that took the place of the one that it was on. */
function prune() {
  const { ticked, active } = selection.state;
  const ids = shown().map(({ id }) => id);
  if (active !== null && rows?.state.tasks && !ids.includes(active)) {
    const at = order.indexOf(active);
    const left = new Set(ids);
    const near = order.slice(at + 1).find((id) => left.has(id)) ?? order.slice(0, Math.max(at, 0)).findLast((id) => left.has(id)) ?? null;
    const isThere = Boolean(document.activeElement?.closest(`[data-task="${active}"]`));
    selection.set({ active: near });
    if (isThere) void focusIfLost();
  }
  if (rows?.state.tasks) order = ids;
  const left = shown().filter(({ id }) => ticked.has(id));
  if (left.length !== ticked.size) selection.set({ ticked: new Set(left.map(({ id }) => id)) });
}

/** @returns {Task[]} */
export const tickedTasks = () => shown().filter(({ id }) => selection.state.ticked.has(id));

/** @returns {Task | undefined} */
export const activeTask = () => shown().find(({ id }) => id === selection.state.active);

/** @returns {Task[]} what a key acts upon: the ticked tasks, else the one under the keyboard */
export function targets() {
  const ticked = tickedTasks();
  if (ticked.length > 0) return ticked;
  const active = activeTask();
  return active ? [active] : [];
}

/**
 * @param {number} step
 * @returns {boolean} false when there is no row that far
 */
export function moveActive(step) {
  const tasks = shown();
  const position = tasks.findIndex(({ id }) => id === selection.state.active);
  const next = position === -1 ? (step > 0 ? 0 : tasks.length - 1) : position + step;
  if (!tasks[next]) return false;
  selection.set({ active: tasks[next].id });
  return true;
}

/**
 * @param {number} id
 * @param {boolean} range from the last ticked row to this one
 */
export function tick(id, range) {
  const ids = shown().map((task) => task.id);
  const position = ids.indexOf(id);
  const ticked = new Set(selection.state.ticked);
  const on = !ticked.has(id);
  const began = anchor === null ? -1 : ids.indexOf(anchor);
  const [from, to] = range && began >= 0 ? [Math.min(began, position), Math.max(began, position)] : [position, position];
  for (const other of ids.slice(from, to + 1)) {
    if (on) ticked.add(other);
    else ticked.delete(other);
  }
  anchor = id;
  selection.set({ ticked });
}

/** @param {boolean} on */
export const tickAll = (on) => selection.set({ ticked: new Set(on ? shown().map(({ id }) => id) : []) });

/**
 * @param {number} id
 * @param {Cell} cell
 */
export const editCell = (id, cell) => selection.set({ editing: { id, cell }, active: id });

export const stopEditing = () => selection.set({ editing: null });

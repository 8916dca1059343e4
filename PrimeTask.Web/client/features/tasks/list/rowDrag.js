// @ts-check
// Rows dragged by mouse or pen: onto a project at the side, and between others where the order is by hand. A finger swipes and selects (touch.js).
import { makeDraggable } from '../drag.js';
import { moveToProject } from '../edits.js';
import { mark, PLACES, projectAt } from '../projects/dropPlace.js';
import { peersOf } from '../subtasks/nesting.js';
import { shown, tickedTasks } from './selection.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {(task: Task, beside: Task, isAfter: boolean) => unknown} Move */

/** What in a row is for something else. */
export const NOT_DRAGGED = 'input, select, .cell-edit, .task__actions, a';

/** @type {WeakMap<Element, { move: Move | undefined }>} */
const followed = new WeakMap();

/**
 * @param {Element | undefined} rows
 * @param {Move} [move] left out where the order is not by hand
 */
export function followDrags(rows, move) {
  if (!(rows instanceof HTMLElement)) return;
  const known = followed.get(rows);
  if (known) return void (known.move = move);
  const options = { move };
  followed.set(rows, options);
  /** @type {readonly Task[]} */
  let dragged = [];
  /** @type {(() => unknown) | null} */
  let drop = null;

  /**
   * @param {HTMLElement | null} zone
   * @param {number} y
   */
  function look(zone, y) {
    const project = projectAt(zone);
    const between = zone && rows?.contains(zone) ? betweenAt(zone, y) : null;
    drop = project !== undefined ? () => moveToProject(dragged, project) : between && (() => options.move?.(dragged[0], between.beside, between.isAfter));
    if (project !== undefined) mark(zone);
    else mark(between && (rows?.querySelector(`[data-task="${between.edge}"]`) ?? null), between?.isAfter ? 'after' : 'before');
  }

  /**
   * @param {HTMLElement} row
   * @param {number} y
   * @returns {{ beside: Task, isAfter: boolean, edge: number } | null} edge: the task whose row ends or begins there
   */
  function betweenAt(row, y) {
    const [task] = dragged;
    const tasks = shown();
    const over = tasks.find(({ id }) => String(id) === row.dataset.task);
    if (!task || !over || !options.move || dragged.length > 1) return null;
    const peers = peersOf(tasks, task);
    // What is dropped on a subtask comes after the whole family.
    const beside = peers.find(({ id }) => id === over.id) ?? peers.find(({ id }) => id === over.parent);
    if (!beside || beside.id === task.id) return null;
    const { top, height } = row.getBoundingClientRect();
    const isAfter = beside !== over || y > top + height / 2;
    const last = tasks.findLast(({ parent }) => parent === beside.id) ?? beside;
    return { beside, isAfter, edge: isAfter ? last.id : beside.id };
  }

  makeDraggable(rows, {
    card: '[data-task]',
    zone: `[data-task], ${PLACES}`,
    // Where what is around the rows drags them, that is enough.
    except: `${NOT_DRAGGED}, [data-drags] [data-task]`,
    byTouch: false,
    scrolls: 'y',
    ghost: rowGhost,
    onDragStart: (row) => (dragged = draggedWith(row)),
    onDragOver: (zone, { y }) => look(zone, y),
    onDrop() {
      mark(null);
      drop?.();
    },
    onCancel: () => mark(null),
  });
}

/** @param {HTMLElement} row @returns {readonly Task[]} all that are ticked, if it is */
export function draggedWith(row) {
  const ticked = tickedTasks();
  const task = shown().find(({ id }) => String(id) === row.dataset.task);
  return !task ? [] : ticked.includes(task) ? ticked : [task];
}

/** @param {HTMLElement} row */
export function rowGhost(row) {
  const tasks = draggedWith(row);
  return tasks.length > 1 ? `${tasks.length} tasks` : (row.querySelector('.task__title')?.textContent ?? '');
}

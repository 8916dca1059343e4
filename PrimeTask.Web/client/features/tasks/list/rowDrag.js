// @ts-check
// Rows dragged by mouse or pen: onto a project at the side, and between others where the order is by hand. A finger swipes and selects (touch.js).
import { makeDraggable } from '../drag.js';
import { change } from '../edits.js';
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
  const options = followed.get(rows);
  if (options) return void (options.move = move);
  followed.set(rows, { move });
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
    if (project !== undefined) {
      drop = () => change(dragged, { project });
      return mark(zone);
    }
    const [task] = dragged;
    const beside = zone && rowsHave(zone) ? peersOf(shown(), task).find(({ id }) => String(id) === zone.dataset.task) : undefined;
    const by = followed.get(/** @type {HTMLElement} */ (rows))?.move;
    drop = null;
    if (!zone || !beside || !by || dragged.length > 1 || beside.id === task.id) return mark(null);
    const { top, height } = zone.getBoundingClientRect();
    const isAfter = y > top + height / 2;
    drop = () => by(task, beside, isAfter);
    mark(zone, isAfter ? 'after' : 'before');
  }

  /** @param {HTMLElement} zone */
  const rowsHave = (zone) => rows.contains(zone);

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
  const text = tasks.length > 1 ? `${tasks.length} tasks` : (row.querySelector('.task__title')?.textContent ?? '');
  return Object.assign(document.createElement('div'), { className: 'drag-ghost', textContent: text });
}

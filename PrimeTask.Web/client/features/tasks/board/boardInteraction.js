// @ts-check
// The focused card, the dragged card, and which rows of each column are drawn.
import { createStore } from '../../../app/store.js';
import { labelOf } from '../../../ui/choices.js';
import { countText } from '../../../ui/counts.js';
import { statuses } from '../task.js';
import { board, loadUpTo, move } from './board.js';
import { rowsSeen } from './windowing.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {import('../task.js').Status} Status */

/** Height of a card with the gap below it, in rem: cards are equally high, so that the place of each is known without drawing it. */
export const ROW_REM = 5.75;

/**
 * @typedef {object} Interaction
 * @property {number | null} current the card that had the focus last
 * @property {Task | null} dragged the card that is dragged
 * @property {Status | null} over the column that it would be dropped in
 * @property {boolean} byKeyboard
 * @property {string} announcement for screen readers
 * @property {Task | null} menu the card whose menu is open
 * @property {boolean} menuOfProjects whether it is of projects; else of the other columns
 */

/** @type {Interaction} */
const empty = { current: null, dragged: null, over: null, byKeyboard: false, announcement: '', menu: null, menuOfProjects: false };

export const interaction = createStore(empty);

/** Where in the column the card would be dropped, in an order by hand. @type {import('../beside.js').Beside | undefined} */
let place;

/** @type {Record<Status, { first: number, end: number }>} */
const start = { pending: { first: 0, end: 16 }, in_progress: { first: 0, end: 16 }, completed: { first: 0, end: 16 }, cancelled: { first: 0, end: 16 } };

/** The rows of each column that are drawn. */
export const rows = createStore(start);

export const rowHeight = () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** @param {Status} status */
export const labelOfStatus = (status) => labelOf(statuses, status);

/**
 * @param {Status} status
 * @param {HTMLElement} list
 */
export function updateRows(status, list) {
  const seen = rowsSeen({ top: list.scrollTop, height: list.clientHeight, row: rowHeight() });
  const before = rows.state[status];
  if (seen.first !== before.first || seen.end !== before.end) rows.set({ [status]: seen });
  void loadUpTo(status, seen.end);
}

/**
 * @param {Task} task
 * @param {boolean} byKeyboard
 */
export function startDrag(task, byKeyboard) {
  place = undefined;
  const announcement = byKeyboard
    ? `Lifted “${task.title}” from ${labelOfStatus(task.status)}. Use the left and right arrow keys to choose a column, Space to drop, Escape to cancel.`
    : '';
  interaction.set({ dragged: task, over: task.status, current: task.id, byKeyboard, announcement });
}

/**
 * @param {Status | null} over
 * @param {import('../beside.js').Beside} [beside]
 */
export function dragOver(over, beside) {
  const { byKeyboard, dragged } = interaction.state;
  if (!dragged) return;
  place = beside;
  if (interaction.state.over !== over) interaction.set({ over, announcement: byKeyboard && over ? `Over ${labelOfStatus(over)}${countOf(over)}.` : '' });
}

/** @param {number} by columns to the right */
export function dragOverNext(by) {
  const { over } = interaction.state;
  const next = statuses[statuses.findIndex(({ value }) => value === over) + by];
  if (next) dragOver(next.value);
}

/** @returns {Promise<void> | undefined} until the move is saved; undefined where the card stays */
export function dropCard() {
  const { dragged, over, byKeyboard } = interaction.state;
  interaction.set({ dragged: null, over: null, announcement: '' });
  if (!dragged) return undefined;
  if (over && (over !== dragged.status || place)) return move(dragged, over, place);
  if (byKeyboard) interaction.set({ announcement: `“${dragged.title}” stays in ${labelOfStatus(dragged.status)}.` });
  return undefined;
}

export function cancelDrag() {
  const { dragged, byKeyboard } = interaction.state;
  if (!dragged) return;
  interaction.set({ dragged: null, over: null, announcement: byKeyboard ? `Cancelled. “${dragged.title}” stays in ${labelOfStatus(dragged.status)}.` : '' });
}

/** @param {Status} status */
function countOf(status) {
  const { tasks, count, isMinimum } = board.state[status];
  return tasks ? `, ${countText(count, isMinimum)} ${count === 1 ? 'task' : 'tasks'}` : '';
}

// @ts-check
// What the person is at on the board: the card with the focus, the card in the hand, and how far each column is scrolled.
import { createStore } from '../../../app/store.js';
import { labelOf } from '../../../ui/choices.js';
import { countText } from '../../../ui/counts.js';
import { statuses } from '../task.js';
import { board, move, want } from './board.js';
import { rowsSeen } from './windowing.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {import('../task.js').Status} Status */

/** Height of a card with the gap below it, in rem: cards are equally high, so that the place of each is known without drawing it. */
export const ROW_REM = 5.75;

/**
 * @typedef {object} Hand
 * @property {number | null} current the card that had the focus last
 * @property {Task | null} lifted the card in the hand
 * @property {Status | null} over the column that it would be dropped in
 * @property {boolean} byKeyboard
 * @property {string} said for screen readers
 * @property {Task | null} menu the card whose menu is open
 */

/** @type {Hand} */
const empty = { current: null, lifted: null, over: null, byKeyboard: false, said: '', menu: null };

export const hand = createStore(empty);

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
export function scrolled(status, list) {
  const seen = rowsSeen({ top: list.scrollTop, height: list.clientHeight, row: rowHeight() });
  const before = rows.state[status];
  if (seen.first !== before.first || seen.end !== before.end) rows.set({ [status]: seen });
  void want(status, seen.end);
}

/**
 * @param {Task} task
 * @param {boolean} byKeyboard
 */
export function lift(task, byKeyboard) {
  const said = byKeyboard
    ? `Lifted “${task.title}” from ${labelOfStatus(task.status)}. Use the left and right arrow keys to choose a column, Space to drop, Escape to cancel.`
    : '';
  hand.set({ lifted: task, over: task.status, current: task.id, byKeyboard, said });
}

/** @param {Status | null} over */
export function hover(over) {
  const { byKeyboard, lifted } = hand.state;
  if (!lifted || hand.state.over === over) return;
  hand.set({ over, said: byKeyboard && over ? `Over ${labelOfStatus(over)}${countOf(over)}.` : '' });
}

/** @param {number} by columns to the right */
export function hoverNext(by) {
  const { over } = hand.state;
  const next = statuses[statuses.findIndex(({ value }) => value === over) + by];
  if (next) hover(next.value);
}

/** @returns {Promise<void> | undefined} until the move is saved; undefined where the card stays */
export function dropCard() {
  const { lifted, over, byKeyboard } = hand.state;
  hand.set({ lifted: null, over: null, said: '' });
  if (!lifted) return undefined;
  if (over && over !== lifted.status) return move(lifted, over);
  if (byKeyboard) hand.set({ said: `“${lifted.title}” stays in ${labelOfStatus(lifted.status)}.` });
  return undefined;
}

export function putBack() {
  const { lifted, byKeyboard } = hand.state;
  if (!lifted) return;
  hand.set({ lifted: null, over: null, said: byKeyboard ? `Cancelled. “${lifted.title}” stays in ${labelOfStatus(lifted.status)}.` : '' });
}

/** @param {Status} status */
function countOf(status) {
  const { tasks, count, isMinimum } = board.state[status];
  return tasks ? `, ${countText(count, isMinimum)} ${count === 1 ? 'task' : 'tasks'}` : '';
}

// @ts-check
// Where the keyboard is on the board. A card that is to have the focus is scrolled to first, for only then it is drawn.
import { drawn } from '../../../ui/focus.js';
import { statuses } from '../task.js';
import { board } from './board.js';
import { interaction, rowHeight, updateRows } from './boardInteraction.js';
import { fold, folded } from './folded.js';

/** @typedef {import('../task.js').Status} Status */
/** @typedef {import('../task.js').Task} Task */

/** @returns {{ task: Task, status: Status, row: number } | undefined} the card that the keyboard is at */
export function currentCard() {
  const { current } = interaction.state;
  for (const { value } of statuses) {
    const row = board.state[value].tasks?.findIndex(({ id }) => id === current) ?? -1;
    if (row >= 0) return { task: /** @type {Task[]} */ (board.state[value].tasks)[row], status: value, row };
  }
  return undefined;
}

/** @param {Status} status */
const listOf = (status) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-column="${status}"] .column__scroll`));

/**
 * @param {Status} status
 * @param {number} y in the window
 * @returns {number | null} how many cards of the column lie above it; null where they are not seen
 */
export function cardsAbove(status, y) {
  const list = listOf(status);
  const { tasks } = board.state[status];
  return list?.checkVisibility() && tasks ? Math.max(0, Math.min(tasks.length, Math.round((y - list.getBoundingClientRect().top + list.scrollTop) / rowHeight()))) : null;
}

/**
 * Scrolls no further than needed.
 * @param {number} id
 */
export function reveal(id) {
  for (const { value } of statuses) {
    const row = board.state[value].tasks?.findIndex((task) => task.id === id) ?? -1;
    const list = listOf(value);
    if (row < 0 || !list) continue;
    const height = rowHeight();
    const top = Math.min(Math.max(list.scrollTop, (row + 1) * height - list.clientHeight), row * height);
    if (top !== list.scrollTop) list.scrollTop = top;
    updateRows(value, list);
  }
}

/** @param {number} id */
export async function focusCard(id) {
  interaction.set({ current: id });
  if (folded.state.cancelled && currentCard()?.status === 'cancelled') {
    fold(false);
    await drawn();
  }
  reveal(id);
  await drawn();
  const card = document.querySelector(`[data-card="${id}"] .board-card__open`);
  if (card instanceof HTMLElement) card.focus();
}

/** @param {number} by cards down */
export function stepInColumn(by) {
  const at = currentCard();
  const tasks = at && board.state[at.status].tasks;
  const task = at ? tasks?.[Math.max(0, Math.min(at.row + by, tasks.length - 1))] : firstCard();
  if (task) void focusCard(task.id);
}

/** @param {number} by columns to the right; empty ones are passed over */
export function stepAcross(by) {
  const at = currentCard();
  if (!at) return stepInColumn(0);
  const [list, height] = [listOf(at.status), rowHeight()];
  const below = at.row * height - (list?.scrollTop ?? 0);
  for (let next = statuses.findIndex(({ value }) => value === at.status) + by; statuses[next]; next += by) {
    const { tasks } = board.state[statuses[next].value];
    if (!tasks?.length) continue;
    const row = Math.round(((listOf(statuses[next].value)?.scrollTop ?? 0) + below) / height);
    return void focusCard(tasks[Math.max(0, Math.min(row, tasks.length - 1))].id);
  }
}

/** @returns {Task | undefined} */
function firstCard() {
  for (const { value } of statuses) {
    const task = board.state[value].tasks?.[0];
    if (task) return task;
  }
  return undefined;
}

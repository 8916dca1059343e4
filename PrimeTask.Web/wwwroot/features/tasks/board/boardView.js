// @ts-check
import { html, nothing } from '../../../lib/lit-html/lit-html.js';
import { ref } from '../../../lib/lit-html/directives/ref.js';
import { repeat } from '../../../lib/lit-html/directives/repeat.js';
import { navigate } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { countText } from '../../../ui/counts.js';
import { message } from '../../../ui/message.js';
import { openExisting } from '../editor/editor.js';
import { statuses } from '../task.js';
import { board, boardFilters, leaveBoard, retry, showBoard } from './board.js';
import { boardCard } from './boardCard.js';
import { dragCards } from './boardDrag.js';
import { boardFilterBar } from './boardFilters.js';
import { reveal } from './boardFocus.js';
import { dropCard, hand, hover, labelOfStatus, lift, putBack, ROW_REM, rows, scrolled } from './boardInteraction.js';
import { onBoardKey, onBoardKeyUp } from './boardKeys.js';
import { boardMenu, openMenu } from './boardMenu.js';
import { orderings } from './boardOrder.js';

export { shortcuts } from './boardKeys.js';
export const stores = [board, hand, rows];

/** @typedef {import('../task.js').Status} Status */
/** @typedef {import('../task.js').Task} Task */

const TYPING_MS = 120;
const ROOM_BEYOND = 20;
const nowhere = { search: '', priority: '' };
let search = '';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

export function enter() {
  clearTimeout(timer);
  const typing = boardFilters().search !== search;
  search = boardFilters().search;
  if (!typing || board.state.pending.tasks === null) return showBoard();
  timer = setTimeout(showBoard, TYPING_MS);
  return undefined;
}

export function leave() {
  clearTimeout(timer);
  leaveBoard();
  hand.reset();
  rows.reset();
}

export const view = () => html`
  <div class="board-head">
    <h1 class="page__title" tabindex="-1">Board</h1>
    ${boardFilterBar(boardFilters(), changeFilters)}
  </div>
  <p class="visually-hidden" id="board-help">Enter opens the task, Space lifts the card, arrow keys go to other cards, m opens a menu to move it.</p>
  <p class="visually-hidden" role="status" aria-live="assertive">${hand.state.said}</p>
  ${isEmpty() ? nothingHere() : columns()} ${boardMenu()}
`;

const columns = () => html`
  <div class="board" ?data-dragging=${hand.state.lifted !== null} ${ref(follow)} @keydown=${onBoardKey} @keyup=${onBoardKeyUp} @focusin=${onFocus}>
    ${statuses.map(({ value, label }) => column(value, label))}
  </div>
`;

/**
 * @param {Status} status
 * @param {string} label
 */
function column(status, label) {
  const { tasks, count, isMinimum, problem } = board.state[status];
  return html`
    <section class="column" data-column=${status} ?data-over=${hand.state.lifted && hand.state.over === status} aria-labelledby="column-${status}">
      <h2 class="column__title" id="column-${status}">
        <span class="column__mark" data-status=${status}></span>${label}
        <span class="column__count">${tasks ? countText(count, isMinimum) : '–'}<span class="visually-hidden">${count === 1 ? ' task' : ' tasks'}</span></span>
      </h2>
      ${tasks ? nothing : ending(status)}
      <div class="column__scroll" @scroll=${(/** @type {Event} */ event) => scrolled(status, /** @type {HTMLElement} */ (event.target))}>
        <ul
          class="column__cards"
          aria-labelledby="column-${status}"
          aria-busy=${!tasks && !problem}
          .style=${`block-size: ${roomFor(status) * ROW_REM}rem`}
        >
          ${tasks ? cards(status, tasks) : problem ? nothing : waiting()}
        </ul>
      </div>
      ${tasks ? ending(status) : nothing}
    </section>
  `;
}

/**
 * How many cards a column has room for: where they are not all counted, some more than are here, so that there is always further to scroll.
 * @param {Status} status
 */
function roomFor(status) {
  const { tasks, count, isMinimum } = board.state[status];
  const here = tasks?.length ?? 0;
  return Math.max(count, isMinimum ? here + ROOM_BEYOND : here);
}

/**
 * @param {Status} status
 * @param {Task[]} tasks
 */
function cards(status, tasks) {
  const { first, end } = rows.state[status];
  const total = roomFor(status);
  const seen = tasks.slice(first, end).map((task, place) => ({ task, row: first + place }));
  // The card in the hand or with the focus stays, however far the column scrolls: a finger's moves and the keys come from it.
  const kept = tasks.findIndex(({ id }) => id === hand.state.current);
  if (kept >= 0 && (kept < first || kept >= end)) seen.push({ task: tasks[kept], row: kept });
  const current = seen.find(({ task }) => task.id === hand.state.current) ?? seen[0];
  const missing = Array.from({ length: Math.max(0, Math.min(end, total) - Math.max(first, tasks.length)) }, (_, place) => Math.max(first, tasks.length) + place);
  return html`
    ${repeat(seen, ({ task }) => task.id, ({ task, row }) => card(task, row, total, task === current?.task))}
    ${missing.map((row) => html`<li class="board-card board-card--waiting" aria-hidden="true" .style=${`translate: 0 ${row * ROW_REM}rem`}></li>`)}
  `;
}

/**
 * @param {Task} task
 * @param {number} row
 * @param {number} count
 * @param {boolean} current
 */
const card = (task, row, count, current) =>
  boardCard(task, {
    row,
    rowRem: ROW_REM,
    count,
    current,
    lifted: hand.state.lifted?.id === task.id,
    showOwner: task.owner !== session.state.user?.id,
    onOpen: () => {
      hand.set({ current: task.id });
      void openExisting(task);
    },
    onMenu: () => openMenu(task),
  });

const waiting = () => [0, 1, 2].map((row) => html`<li class="board-card board-card--waiting" aria-hidden="true" .style=${`translate: 0 ${row * ROW_REM}rem`}></li>`);

/** @param {Status} status */
function ending(status) {
  const { tasks, problem, refused } = board.state[status];
  if (problem) {
    return html`<p class="column__note" role="alert">
      ${problem}
      ${refused
        ? html`<button class="link-button" type="button" @click=${() => changeFilters(nowhere)}>Show all tasks</button>`
        : html`<button class="link-button" type="button" @click=${() => retry(status)}>Try again</button>`}
    </p>`;
  }
  return tasks?.length === 0 ? html`<p class="column__note">Nothing ${labelOfStatus(status).toLowerCase()}</p>` : nothing;
}

const isFiltered = () => boardFilters().search.trim() !== '' || boardFilters().priority !== '';

const isEmpty = () => statuses.every(({ value }) => board.state[value].tasks?.length === 0 && !board.state[value].problem);

const nothingHere = () => html`
  <div class="panel" role="status">
    ${isFiltered()
      ? message({
          symbol: 'search',
          title: 'No matching tasks',
          text: 'No task fits these filters.',
          action: { label: 'Clear filters', onClick: () => changeFilters(nowhere) },
        })
      : message({ symbol: 'board', title: 'No tasks yet', text: 'Your board is empty. The first task you add will appear under Pending.' })}
  </div>
`;

/** @param {Partial<import('./board.js').BoardFilters>} changes */
function changeFilters(changes) {
  const { search: text, priority, ordering } = { ...boardFilters(), ...changes };
  const query = new URLSearchParams();
  if (text.trim()) query.set('search', text);
  if (priority) query.set('priority', priority);
  if (ordering !== orderings[0].value) query.set('ordering', ordering);
  navigate(`/board${query.size > 0 ? `?${query}` : ''}`, { replace: 'search' in changes });
}

/** @type {WeakSet<Element>} */
const followed = new WeakSet();
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const status = /** @type {HTMLElement} */ (target.parentElement).dataset.column;
    scrolled(/** @type {Status} */ (status), /** @type {HTMLElement} */ (target));
  }
});

/** @param {Element} [element] */
function follow(element) {
  if (!(element instanceof HTMLElement)) return sizes.disconnect();
  if (followed.has(element)) return;
  followed.add(element);
  dragCards(element, { onLift, onOver, onDrop, onCancel: putBack });
  queueMicrotask(() => element.querySelectorAll('.column__scroll').forEach((list) => sizes.observe(list)));
}

/** @param {FocusEvent} event */
function onFocus({ target }) {
  const card = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-card]'));
  const id = Number(card?.dataset.card);
  if (card && id !== hand.state.current) hand.set({ current: id });
}

/** @param {HTMLElement} element */
function onLift(element) {
  const id = Number(element.dataset.card);
  const task = statuses.flatMap(({ value }) => board.state[value].tasks ?? []).find((other) => other.id === id);
  if (task) lift(task, false);
}

/** @param {HTMLElement | null} element */
const onOver = (element) => hover(/** @type {Status | null} */ (element?.dataset.column ?? null));

async function onDrop() {
  const { lifted } = hand.state;
  const saved = dropCard();
  if (lifted) reveal(lifted.id);
  await saved;
}

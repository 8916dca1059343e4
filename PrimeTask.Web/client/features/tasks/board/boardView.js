// @ts-check
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { navigate } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { clock } from '../../../ui/clock.js';
import { countText } from '../../../ui/counts.js';
import { filtersButton, folding } from '../../../ui/filters.js';
import { message } from '../../../ui/message.js';
import { TYPING_MS } from '../../../ui/typing.js';
import { makeDraggable } from '../drag.js';
import { moveToProject } from '../edits.js';
import { openTask } from '../openTask.js';
import { statusMark } from '../pill.js';
import { mark, overPlace, PLACES, takePlace } from '../projects/dropPlace.js';
import { placeName, placeTitle } from '../projects/placeTitle.js';
import { projects } from '../projects/projects.js';
import * as quickAdd from '../quickAdd/quickAddLine.js';
import { statuses } from '../task.js';
import { board, boardFilters, isByHand, leaveBoard, retry, showBoard } from './board.js';
import { boardCard } from './boardCard.js';
import { boardFilterBar } from './boardFilters.js';
import { cardsAbove, reveal } from './boardFocus.js';
import { cancelDrag, dragOver, dropCard, interaction, labelOfStatus, ROW_REM, rows, startDrag, updateRows } from './boardInteraction.js';
import { onBoardKey, onBoardKeyUp } from './boardKeys.js';
import { boardMenu, openMenu } from './boardMenu.js';
import { besideAt, orderings } from './boardOrder.js';
import { fold, folded } from './folded.js';

export { shortcuts } from './boardKeys.js';
export const stores = [board, folded, folding, interaction, rows, projects, clock, ...quickAdd.stores];
export const { lineKeys } = quickAdd;
export const title = () => placeName(boardFilters(), 'Board');

/** @typedef {import('../task.js').Status} Status */
/** @typedef {import('../task.js').Task} Task */

const ROWS_BEYOND = 20;
const noFilters = { search: '', priority: '', archived: '' };
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
  interaction.reset();
  rows.reset();
}

export const view = () => html`
  <div class="board-head">
    <div class="board-head__title">${placeTitle(boardFilters(), 'Board')} ${filtersButton(filterCount())}</div>
    ${boardFilterBar(boardFilters(), changeFilters)}
  </div>
  <p class="visually-hidden" id="board-help">Enter opens the task, Space lifts the card, arrow keys go to other cards, ${isByHand() ? 'Alt with the up and down arrows moves it within its column, ' : ''}m opens a menu to move it.</p>
  <p class="visually-hidden" role="status" aria-live="assertive">${interaction.state.announcement}</p>
  ${isEmpty() ? nothingHere() : nothing} ${columns()} ${boardMenu()}
`;

const columns = () => html`
  <div class="board" ?data-dragging=${interaction.state.dragged !== null} ${ref(follow)} @keydown=${onBoardKey} @keyup=${onBoardKeyUp} @focusin=${onFocus}>
    ${statuses.map(({ value, label }) => column(value, label))}
  </div>
`;

/**
 * @param {Status} status
 * @param {string} label
 */
function column(status, label) {
  const { tasks, count, isMinimum, problem } = board.state[status];
  const isFolded = status === 'cancelled' && folded.state.cancelled;
  const name = html`${statusMark(status)}<span>${label}</span>`;
  return html`
    <section class="column" data-column=${status} ?data-folded=${isFolded} ?data-over=${interaction.state.dragged && interaction.state.over === status} aria-labelledby="column-${status}">
      <h2 class="column__title" id="column-${status}">
        ${status === 'cancelled'
          ? html`<button class="column__fold" type="button" aria-expanded=${!isFolded} title=${isFolded ? 'Unfold' : 'Fold'} @click=${() => fold(!isFolded)}>${name}</button>`
          : name}
        <span class="column__count">${tasks ? countText(count, isMinimum) : '–'}<span class="visually-hidden">${count === 1 ? ' task' : ' tasks'}</span></span>
      </h2>
      ${quickAdd.quickAddLine(status, { label: `Add a task to ${label}`, placeholder: 'Add a task' })} ${tasks ? nothing : columnNote(status)}
      <div class="column__scroll" ?data-scrolls=${isByHand()} @scroll=${(/** @type {Event} */ event) => updateRows(status, /** @type {HTMLElement} */ (event.target))}>
        <ul
          class="column__cards"
          aria-labelledby="column-${status}"
          aria-busy=${!tasks && !problem}
          .style=${`block-size: ${rowCount(status) * ROW_REM}rem`}
        >
          ${tasks ? cards(status, tasks) : problem ? nothing : placeholders()}
        </ul>
      </div>
      ${tasks ? columnNote(status) : nothing}
    </section>
  `;
}

/**
 * How many cards a column has room for: where they are not all counted, some more than are here, so that there is always further to scroll.
 * @param {Status} status
 */
function rowCount(status) {
  const { tasks, count, isMinimum } = board.state[status];
  const here = tasks?.length ?? 0;
  return Math.max(count, isMinimum ? here + ROWS_BEYOND : here);
}

/**
 * @param {Status} status
 * @param {Task[]} tasks
 */
function cards(status, tasks) {
  const { first, end } = rows.state[status];
  const total = rowCount(status);
  const seen = tasks.slice(first, end).map((task, place) => ({ task, row: first + place }));
  // The card that is dragged or has the focus stays, however far the column scrolls: touch and key events are dispatched to it.
  const kept = tasks.findIndex(({ id }) => id === interaction.state.current);
  if (kept >= 0 && (kept < first || kept >= end)) seen.push({ task: tasks[kept], row: kept });
  const current = seen.find(({ task }) => task.id === interaction.state.current) ?? seen[0];
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
    dragged: interaction.state.dragged?.id === task.id,
    showOwner: task.owner !== session.state.user?.id,
    showProject: boardFilters().project === '',
    onOpen: () => {
      interaction.set({ current: task.id });
      openTask(task);
    },
    onMenu: () => openMenu(task),
  });

const placeholders = () => [0, 1, 2].map((row) => html`<li class="board-card board-card--waiting" aria-hidden="true" .style=${`translate: 0 ${row * ROW_REM}rem`}></li>`);

/** @param {Status} status */
function columnNote(status) {
  const { tasks, problem, refused } = board.state[status];
  if (problem) {
    return html`<p class="column__note" role="alert">
      ${problem}
      ${refused
        ? html`<button class="link-button" type="button" @click=${() => changeFilters(noFilters)}>Show all tasks</button>`
        : html`<button class="link-button" type="button" @click=${() => retry(status)}>Try again</button>`}
    </p>`;
  }
  return tasks?.length === 0 ? html`<p class="column__note">Nothing ${labelOfStatus(status).toLowerCase()}</p>` : nothing;
}

const filterCount = () => [boardFilters().search, boardFilters().priority, boardFilters().archived].filter((value) => value.trim() !== '').length;

const isEmpty = () => filterCount() > 0 && statuses.every(({ value }) => board.state[value].tasks?.length === 0 && !board.state[value].problem);

const nothingHere = () => html`
  <div class="panel" role="status">
    ${message({
      symbol: 'search',
      title: 'No matching tasks',
      text: 'No task fits these filters.',
      action: { label: 'Clear filters', onClick: () => changeFilters(noFilters) },
    })}
  </div>
`;

/** @param {Partial<import('./board.js').BoardFilters>} changes */
function changeFilters(changes) {
  const { search: text, priority, archived, ordering, project, label } = { ...boardFilters(), ...changes };
  const query = new URLSearchParams();
  if (project) query.set('project', project);
  if (label) query.set('label', label);
  if (text.trim()) query.set('search', text);
  if (priority) query.set('priority', priority);
  if (archived) query.set('archived', archived);
  if (ordering !== orderings[0].value) query.set('ordering', ordering);
  navigate(`/board${query.size > 0 ? `?${query}` : ''}`, { replace: 'search' in changes });
}

/** @type {WeakSet<Element>} */
const followed = new WeakSet();
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const status = /** @type {HTMLElement} */ (target.parentElement).dataset.column;
    updateRows(/** @type {Status} */ (status), /** @type {HTMLElement} */ (target));
  }
});

/** @param {Element} [element] */
function follow(element) {
  if (!(element instanceof HTMLElement)) return sizes.disconnect();
  if (followed.has(element)) return;
  followed.add(element);
  makeDraggable(element, {
    card: '.board-card',
    zone: `[data-column], ${PLACES}`,
    except: '.board-card__move',
    scrolls: 'x',
    ghost,
    onDragStart,
    onDragOver,
    onDrop,
    onCancel() {
      mark(null);
      cancelDrag();
    },
  });
  queueMicrotask(() => element.querySelectorAll('.column__scroll').forEach((list) => sizes.observe(list)));
}

/** @param {HTMLElement} card */
function ghost(card) {
  const copy = /** @type {HTMLElement} */ (card.cloneNode(true));
  copy.className = 'board-card board-card--ghost';
  copy.removeAttribute('data-card');
  copy.removeAttribute('style');
  return copy;
}

/** @param {FocusEvent} event */
function onFocus({ target }) {
  const card = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-card]'));
  const id = Number(card?.dataset.card);
  if (card && id !== interaction.state.current) interaction.set({ current: id });
}

/** @param {HTMLElement} element */
function onDragStart(element) {
  const id = Number(element.dataset.card);
  const task = statuses.flatMap(({ value }) => board.state[value].tasks ?? []).find((other) => other.id === id);
  if (task) startDrag(task, false);
}

/**
 * @param {HTMLElement | null} element
 * @param {{ y: number }} at
 */
function onDragOver(element, { y }) {
  const { dragged } = interaction.state;
  const status = /** @type {Status | null} */ (element?.dataset.column ?? null);
  const above = status && dragged && isByHand() ? cardsAbove(status, y) : null;
  const beside = status && dragged && above !== null ? besideAt(board.state[status].tasks ?? [], above, dragged) : undefined;
  if (beside) {
    const [where, id] = Object.entries(beside)[0];
    mark(document.querySelector(`[data-card="${id}"]`), /** @type {'before' | 'after'} */ (where));
  } else overPlace(element);
  dragOver(status, beside);
}

async function onDrop() {
  const { dragged } = interaction.state;
  const project = takePlace();
  const saved = dropCard();
  if (dragged && project !== undefined) return void (await moveToProject([dragged], project));
  if (dragged) reveal(dragged.id);
  await saved;
}

// @ts-check
// The subtasks of a task, in whatever shows it: a list with a line that adds more.
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { drawn } from '../../../ui/focus.js';
import { icon } from '../../../ui/icon.js';
import { taskCheck } from '../check.js';
import { isDated, isOverdue } from '../dueDates.js';
import { dueTime } from '../dueTime.js';
import { remove, setDone } from '../edits.js';
import { quickAddLine, stores as lineStores } from '../quickAdd/quickAddLine.js';
import { progress } from './progress.js';
import { load, moveSubtask, openSubtasks, shownSubtasks, subtasks } from './subtasks.js';

/** @typedef {import('../task.js').Task} Task */

/** Whose changes draw it again. */
export const stores = [subtasks, ...lineStores];

/**
 * @param {{ id: number, title: string }} task no subtask itself
 * @param {{ onOpen?: (subtask: Task) => void, adds?: boolean }} [options] adds: whether there is a line that adds more
 */
export function subtasksSection(task, { onOpen, adds = true } = {}) {
  if (subtasks.state.id !== task.id) queueMicrotask(() => openSubtasks(task.id));
  const { items, count, problem } = subtasks.state;
  const shown = subtasks.state.id === task.id && items ? shownSubtasks() : [];
  const counts = { total: shown.length, completed: shown.filter(({ status }) => status === 'completed').length };
  return html`
    <section class="subtasks" aria-labelledby="subtasks-title-${task.id}" aria-busy=${!items && !problem}>
      <h2 class="subtasks__title" id="subtasks-title-${task.id}">Subtasks ${progress({ subtasks: counts })}</h2>
      ${shown.length > 0
        ? html`<ul class="subtasks__list" aria-describedby="subtasks-help-${task.id}">
            ${repeat(shown, ({ id }) => id, (one) => row(one, onOpen))}
          </ul>`
        : nothing}
      ${items && count > items.length ? html`<p class="subtasks__note">And ${count - items.length} more.</p>` : nothing}
      <div role="alert">${problem ? html`<p class="subtasks__note">The subtasks could not be loaded. ${problem} <button class="link-button" type="button" @click=${load}>Try again</button></p>` : nothing}</div>
      <p class="visually-hidden" id="subtasks-help-${task.id}">Alt with the arrow keys moves a subtask.</p>
      ${adds ? quickAddLine(`subtasks-${task.id}`, { label: 'Add a subtask', placeholder: 'Add a subtask', of: task }) : nothing}
    </section>
  `;
}

/**
 * @param {Task} task
 * @param {((subtask: Task) => void) | undefined} onOpen
 */
const row = (task, onOpen) => html`
  <li class="subtask" data-subtask-row=${task.id} data-status=${task.status} @keydown=${(/** @type {KeyboardEvent} */ event) => onKeyDown(event, task)}>
    ${taskCheck(task, () => void setDone([task], task.status !== 'completed'))}
    ${onOpen
      ? html`<button class="subtask__name" type="button" dir="auto" title="Open" @click=${() => onOpen(task)}>${task.title}</button>`
      : html`<span class="subtask__name" dir="auto">${task.title}</span>`}
    ${isDated(task) ? html`<span class="due" ?data-overdue=${isOverdue(task)}>${dueTime(task, 'Due: ')}</span>` : nothing}
    <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${(/** @type {Event} */ event) => void onRemove(event, task)}>${icon('trash')}</button>
  </li>
`;

/**
 * @param {KeyboardEvent} event
 * @param {Task} task
 */
async function onKeyDown(event, task) {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  const field = /** @type {HTMLElement} */ (event.target);
  void moveSubtask(task, event.key === 'ArrowDown' ? 1 : -1);
  await drawn();
  // Taken out of the document and put in elsewhere, it lost the focus.
  field.focus();
}

/**
 * @param {Event} event
 * @param {Task} task
 */
async function onRemove(event, task) {
  const section = /** @type {Element} */ (event.currentTarget).closest('.subtasks');
  void remove([task]);
  await drawn();
  /** @type {HTMLElement | null | undefined} */ (section?.querySelector('.quick-add__input'))?.focus();
}

// @ts-check
// One task in the list, every part of it to be changed on the spot.
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { priorities, statuses } from '../api/tasks.js';
import { describe, describeInFull, fromLocalInput, isPast, toLocalInput } from '../lib/dates.js';
import { icon } from './icon.js';

/** @typedef {import('../api/tasks.js').Task} Task */
/** @typedef {import('../api/tasks.js').TaskChanges} TaskChanges */

/**
 * @typedef {object} RowOptions
 * @property {boolean} ticked
 * @property {boolean} active whether the keyboard is on it
 * @property {boolean} reachable by Tab: one of the rows is
 * @property {'title' | 'due_date' | null} editing
 * @property {boolean} showOwner
 * @property {(changes: TaskChanges) => void} onChange
 * @property {(cell: 'title' | 'due_date') => void} onEditCell
 * @property {() => void} onStopEditing
 * @property {(range: boolean) => void} onTick
 * @property {() => void} onToggle
 * @property {() => void} onOpen
 * @property {() => void} onDelete
 * @property {() => void} onFocus
 */

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
export const taskRow = (task, options) => html`
  <div
    class="task"
    role="row"
    tabindex=${options.reachable ? 0 : -1}
    data-status=${task.status}
    data-task=${task.id}
    ?data-ticked=${options.ticked}
    ?data-active=${options.active}
    @focusin=${options.onFocus}
  >
    <span class="task__tick" role="cell">
      <input
        class="tick"
        type="checkbox"
        aria-label="Select ${task.title}"
        .checked=${live(options.ticked)}
        @click=${(/** @type {MouseEvent} */ event) => options.onTick(event.shiftKey)}
      />
    </span>
    <span role="cell">
      <input
        class="task__check"
        type="checkbox"
        aria-label="Complete ${task.title}"
        title=${task.status === 'completed' ? 'Reopen' : 'Complete'}
        .checked=${live(task.status === 'completed')}
        @change=${options.onToggle}
      />
    </span>
    <span class="task__name" role="cell">${options.editing === 'title' ? titleInput(task, options) : title(task, options)}</span>
    <span class="task__due" role="cell">${options.editing === 'due_date' ? dueInput(task, options) : due(task, options)}</span>
    <span class="task__priority" role="cell">
      ${choice('Priority', task, priorities, task.priority, 'priority', (priority) => options.onChange(/** @type {any} */ ({ priority })))}
    </span>
    <span class="task__status" role="cell">
      ${choice('Status', task, statuses, task.status, 'status', (status) => options.onChange(/** @type {any} */ ({ status })))}
    </span>
    <span class="task__actions" role="cell">
      <button class="icon-button" type="button" aria-label="Edit ${task.title}" title="Edit" @click=${options.onOpen}>${icon('edit')}</button>
      <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${options.onDelete}>${icon('trash')}</button>
    </span>
  </div>
`;

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
const title = (task, { showOwner, onEditCell }) => html`
  <button class="task__title" type="button" title="Rename" @click=${() => onEditCell('title')}>${task.title}</button>
  ${showOwner ? html`<span class="task__owner"><span class="visually-hidden">Owner: </span>${task.owner_username}</span>` : nothing}
`;

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
const titleInput = (task, options) =>
  cellInput(html`<input class="cell-input" type="text" maxlength="200" aria-label="Title of ${task.title}" .value=${task.title} />`, {
    save: (value) => value.trim() !== '' && value.trim() !== task.title && options.onChange({ title: value.trim() }),
    stop: options.onStopEditing,
  });

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
function due({ due_date, status, title: name }, { onEditCell }) {
  const overdue = isPast(due_date) && (status === 'pending' || status === 'in_progress');
  return html`
    <button class="due" type="button" ?data-overdue=${overdue} ?data-empty=${!due_date} title=${due_date ? describeInFull(due_date) : 'Set a due date'} @click=${() => onEditCell('due_date')}>
      ${icon('clock')}
      ${due_date
        ? html`<span class="visually-hidden">${overdue ? 'Overdue: ' : 'Due: '}</span><time datetime=${due_date}>${describe(due_date)}</time>`
        : html`<span class="visually-hidden">Set the due date of ${name}</span>`}
    </button>
  `;
}

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
function dueInput(task, options) {
  const before = toLocalInput(task.due_date);
  return cellInput(
    html`<input class="cell-input" type="datetime-local" max="9999-12-31T23:59" aria-label="Due date of ${task.title}" .value=${before} />`,
    {
      // What shows the same time as before is the same time, to the second.
      save: (value) => value !== before && options.onChange({ due_date: fromLocalInput(value) }),
      stop: options.onStopEditing,
    },
  );
}

/**
 * Enter and leaving save, Escape does not.
 * @param {unknown} input
 * @param {{ save: (value: string) => unknown, stop: () => void }} handlers
 */
function cellInput(input, { save, stop }) {
  let over = false;
  const finish = (/** @type {HTMLInputElement} */ field, /** @type {boolean} */ keeps) => {
    if (over) return;
    over = true;
    if (keeps && !field.validity.badInput) save(field.value);
    stop();
  };
  return html`<span
    class="cell-edit"
    @focusout=${(/** @type {FocusEvent} */ event) => finish(/** @type {HTMLInputElement} */ (event.target), true)}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      finish(/** @type {HTMLInputElement} */ (event.target), event.key === 'Enter');
    }}
    >${input}</span
  >`;
}

/**
 * @param {string} label
 * @param {Task} task
 * @param {readonly { value: string, label: string }[]} choices
 * @param {string} value
 * @param {string} kind
 * @param {(value: string) => void} onChange
 */
const choice = (label, task, choices, value, kind, onChange) => html`
  <span class="pill" data-kind=${kind} data-value=${value}>
    <select
      class="pill__select"
      aria-label="${label} of ${task.title}"
      @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLSelectElement} */ (event.target).value)}
    >
      ${choices.map((one) => html`<option value=${one.value} .selected=${live(value === one.value)}>${one.label}</option>`)}
    </select>
  </span>
`;

// @ts-check
// One task in the list, edited in place.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from '../../../ui/icon.js';
import { taskCheck } from '../check.js';
import { LAST_DAY, describeDueInFull, fromDue, isDated, isOverdue, joinDue, toDue } from '../dueDates.js';
import { dueTime } from '../dueTime.js';
import { pill } from '../pill.js';
import { taskMarks } from '../projects/marks.js';
import { progress } from '../subtasks/progress.js';
import { TITLE_LENGTH, priorities, statuses } from '../task.js';
import { excessOf } from '../textLength.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {import('../task.js').TaskChanges} TaskChanges */

/**
 * @typedef {object} RowOptions
 * @property {boolean} ticked
 * @property {boolean} active whether the keyboard is on it
 * @property {boolean} reachable by Tab: one of the rows is
 * @property {'title' | 'due_date' | null} editing
 * @property {boolean} showOwner
 * @property {boolean} showProject
 * @property {Task | null} parent that it is shown under
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
    ?data-nested=${options.parent !== null}
    @focusin=${options.onFocus}
    @click=${(/** @type {Event} */ { target }) => target instanceof Element && !target.closest('button, input, select, a, .cell-edit') && options.onOpen()}
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
    <span class="task__done" role="cell">${taskCheck(task, options.onToggle)}</span>
    <span class="task__name" role="cell">${options.editing === 'title' ? titleInput(task, options) : title(task, options)}</span>
    <span class="task__due" role="cell">${options.editing === 'due_date' ? dueInput(task, options) : dueButton(task, options)}</span>
    <span class="task__priority" role="cell">
      ${choice('Priority', task, priorities, task.priority, 'priority', (priority) => options.onChange({ priority }))}
    </span>
    <span class="task__status" role="cell">
      ${choice('Status', task, statuses, task.status, 'status', (status) => options.onChange({ status }))}
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
const title = (task, { showOwner, showProject, parent, onEditCell }) => html`
  ${parent ? html`<span class="visually-hidden">Subtask of ${parent.title}: </span>` : task.parent !== null ? html`<span class="task__alone" title="Subtask">${icon('subtask')}<span class="visually-hidden">Subtask: </span></span>` : nothing}
  <button class="task__title" type="button" title="Rename" dir="auto" @click=${() => onEditCell('title')}>${task.title}</button>
  ${progress(task)}
  ${showOwner ? html`<span class="task__owner"><span class="visually-hidden">Owner: </span><bdi>${task.owner_username}</bdi></span>` : nothing}
  ${taskMarks(task, { showProject })}
`;

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
const titleInput = (task, options) =>
  cellInput(html`<input class="cell-input" type="text" dir="auto" aria-label="Title of ${task.title}" .value=${task.title} @input=${checkTitle} />`, {
    save: ([value]) => value.trim() !== '' && value.trim() !== task.title && options.onChange({ title: value.trim() }),
    stop: options.onStopEditing,
  });

/** @param {Event} event */
function checkTitle(event) {
  const field = /** @type {HTMLInputElement} */ (event.currentTarget);
  const excess = excessOf(field.value.trim(), TITLE_LENGTH);
  field.setCustomValidity(excess > 0 ? `A title has at most ${TITLE_LENGTH} characters. Take ${excess} away.` : '');
  field.ariaInvalid = excess > 0 ? 'true' : null;
}

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
function dueButton(task, { onEditCell }) {
  const { title: name } = task;
  const dated = isDated(task);
  return html`
    <button class="due" type="button" ?data-overdue=${isOverdue(task)} ?data-empty=${!dated} title=${dated ? describeDueInFull(task) : 'Set a due date'} @click=${() => onEditCell('due_date')}>
      ${icon('clock')}${dated ? dueTime(task, 'Due: ') : html`<span class="visually-hidden">Set the due date of ${name}</span>`}
    </button>
  `;
}

/**
 * @param {Task} task
 * @param {RowOptions} options
 */
function dueInput(task, options) {
  const before = toDue(task);
  const [day, time = ''] = before.split('T');
  return cellInput(
    html`<input class="cell-input" type="date" max=${LAST_DAY} aria-label="Due date of ${task.title}" .value=${day} /><input
        class="cell-input"
        type="time"
        aria-label="Due time of ${task.title}"
        .value=${time}
      />`,
    {
      save: ([newDay, newTime]) => {
        const value = newDay && joinDue(newDay, newTime);
        // What shows the same time as before is the same time, to the second.
        if (value !== before) options.onChange(fromDue(value));
      },
      stop: options.onStopEditing,
    },
  );
}

/**
 * Enter and leaving save, Escape does not. What cannot be saved stays, and says why.
 * @param {unknown} inputs
 * @param {{ save: (values: string[]) => unknown, stop: () => void }} handlers
 */
function cellInput(inputs, { save, stop }) {
  let over = false;
  const finish = (/** @type {HTMLElement} */ cell, /** @type {boolean} */ keeps) => {
    if (over) return;
    const fields = [...cell.querySelectorAll('input')];
    const refused = keeps && fields.find(({ validity }) => validity.customError);
    // Later: while the focus is on its way, it cannot be sent back.
    if (refused) return void setTimeout(() => refused.reportValidity());
    over = true;
    if (keeps && !fields.some(({ validity }) => validity.badInput)) save(fields.map(({ value }) => value));
    stop();
  };
  return html`<span
    class="cell-edit"
    @focusout=${(/** @type {FocusEvent} */ event) => {
      const cell = /** @type {HTMLElement} */ (event.currentTarget);
      // The window has lost the focus, and the field keeps it.
      if (document.activeElement === event.target) return;
      if (!cell.contains(/** @type {Node | null} */ (event.relatedTarget))) finish(cell, true);
    }}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      finish(/** @type {HTMLElement} */ (event.currentTarget), event.key === 'Enter');
    }}
    >${inputs}</span
  >`;
}

/**
 * @template {import('../task.js').Status | import('../task.js').Priority} V
 * @param {string} label
 * @param {Task} task
 * @param {readonly { value: V, label: string }[]} choices
 * @param {V} value
 * @param {'status' | 'priority'} kind
 * @param {(value: V) => void} onChange
 */
const choice = (label, task, choices, value, kind, onChange) =>
  pill(
    kind,
    value,
    html`
      <select
        class="pill__select"
        aria-label="${label} of ${task.title}"
        @change=${(/** @type {Event} */ event) => onChange(/** @type {V} */ (/** @type {HTMLSelectElement} */ (event.target).value))}
      >
        ${choices.map((one) => html`<option value=${one.value} .selected=${live(value === one.value)}>${one.label}</option>`)}
      </select>
    `,
  );

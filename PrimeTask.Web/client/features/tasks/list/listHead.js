// @ts-check
// Above the rows: what the columns are, or what can be done with the ticked tasks.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from '../../../ui/icon.js';
import { change, moveToProject, remove, setDone } from '../edits.js';
import { projectChoices } from '../projects/projects.js';
import { openSchedule } from '../scheduleMenu.js';
import { priorities } from '../task.js';
import { changeFilters, filters } from './listFilters.js';
import { focusRowNear } from './listFocus.js';
import { shown, tickAll, tickedTasks } from './selection.js';

export const orderings = [
  { value: '', label: 'Newest first' },
  { value: 'position', label: 'By hand' },
  { value: 'created_at', label: 'Oldest first' },
  { value: 'due_date', label: 'Due first' },
  { value: '-due_date', label: 'Due last' },
  { value: '-priority', label: 'Highest priority first' },
  { value: 'priority', label: 'Lowest priority first' },
  { value: 'status', label: 'By status' },
  { value: '-status', label: 'By status, backwards' },
  { value: 'title', label: 'By title, A to Z' },
  { value: '-title', label: 'By title, Z to A' },
  { value: '-updated_at', label: 'Last changed first' },
];

export const listHead = () => html`
  <div class="tasks__head" role="rowgroup">
    <div class="tasks__columns" role="row">
      <span role="columnheader">${tickAllBox()}</span>
      <span role="columnheader"><span class="visually-hidden">Done</span></span>
      ${column('Title', 'title', '-title')} ${column('Due', 'due_date', '-due_date')} ${column('Priority', '-priority', 'priority')}
      ${column('Status', 'status', '-status')}
      <span class="visually-hidden" role="columnheader">Actions</span>
    </div>
  </div>
`;

function tickAllBox() {
  const ticked = tickedTasks().length;
  const all = ticked > 0 && ticked === shown().length;
  return html`
    <input
      class="tick"
      type="checkbox"
      aria-label="Select all shown"
      .checked=${live(all)}
      .indeterminate=${live(ticked > 0 && !all)}
      @change=${(/** @type {Event} */ event) => tickAll(/** @type {HTMLInputElement} */ (event.target).checked)}
    />
  `;
}

/**
 * One click sorts, the next the other way round, the third as it was.
 * @param {string} label
 * @param {string} first ordering
 * @param {string} second ordering
 */
function column(label, first, second) {
  const { ordering } = filters.state;
  const next = ordering === first ? second : ordering === second ? '' : first;
  const sorted = ordering === first || ordering === second;
  const direction = ordering.startsWith('-') ? 'descending' : 'ascending';
  return html`
    <span role="columnheader" aria-sort=${sorted ? direction : nothing}>
      <button class="sort" type="button" @click=${() => changeFilters({ ordering: next })}>
        ${label}${sorted ? icon(direction === 'ascending' ? 'up' : 'down') : nothing}
      </button>
    </span>
  `;
}

export function bulkBar() {
  const tasks = tickedTasks();
  return html`
    <div class="tasks__head bulk" role="toolbar" aria-label="Selected tasks">
      ${tickAllBox()}
      <span class="bulk__count" role="status">${tasks.length} selected</span>
      <button class="button" type="button" @click=${() => act(() => void setDone(tasks, true))}>${icon('check')}Complete</button>
      <button class="button" type="button" data-schedule @click=${() => openSchedule({ tasks, anchor: '.bulk [data-schedule]', back: '.bulk [data-schedule]' })}>${icon('clock')}Schedule</button>
      <select class="filters__choice" aria-label="Set priority of selected" @change=${onPriority}>
        <option value="" .selected=${live(true)}>Priority…</option>
        ${priorities.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
      </select>
      <select class="filters__choice" aria-label="Move selected to a project" data-move @change=${onProject}>
        <option value="-" .selected=${live(true)}>Move to…</option>
        ${projectChoices().map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
      </select>
      <button class="button" type="button" @click=${() => act(() => void remove(tasks))}>${icon('trash')}Delete</button>
      <button class="link-button" type="button" @click=${() => act(() => {})}>Clear</button>
    </div>
  `;
}

/** @param {() => void} work with the ticked tasks */
function act(work) {
  work();
  tickAll(false);
  void focusRowNear(0);
}

/** @param {Event} event */
function onPriority({ target }) {
  const priority = /** @type {import('../task.js').Priority | ''} */ (/** @type {HTMLSelectElement} */ (target).value);
  const tasks = tickedTasks();
  if (priority) act(() => void change(tasks, { priority }));
}

/** @param {Event} event */
function onProject({ target }) {
  const { value } = /** @type {HTMLSelectElement} */ (target);
  const tasks = tickedTasks();
  if (value !== '-') act(() => void moveToProject(tasks, value ? Number(value) : null));
}

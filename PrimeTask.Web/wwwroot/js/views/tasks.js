// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { filterBar } from '../components/filterBar.js';
import { message } from '../components/message.js';
import { pager } from '../components/pager.js';
import { statsLine } from '../components/statsLine.js';
import { taskRow } from '../components/taskRow.js';
import * as editor from '../state/editor.js';
import { changeFilters, filters, isFiltered } from '../state/filters.js';
import { ask } from '../state/confirm.js';
import { session } from '../state/session.js';
import { PAGE_SIZE, load, remove, taskList, toggleCompleted } from '../state/taskList.js';

/** @typedef {import('../api/tasks.js').Task} Task */

const everything = { status: '', priority: '', search: '' };

export const stores = [taskList, filters, session];

export const view = () => html`
  <h1 class="page__title" tabindex="-1">Tasks</h1>
  ${statsLine(taskList.state.stats)} ${filterBar(filters.state, { onChange: changeFilters, onSearch })} ${banner()}
  <section class="panel" aria-label="Task list" aria-busy=${taskList.state.loading}>${list()}</section>
`;

/** Tasks are shown, but they may be out of date. */
function banner() {
  const { tasks, problem } = taskList.state;
  if (!tasks || !problem) return html`<div role="status"></div>`;
  return html`
    <div role="status">
      <p class="banner">
        ${icon('warning')}<span>${problem} What you see may be out of date.</span>
        <button class="link-button" type="button" @click=${load}>Try again</button>
      </p>
    </div>
  `;
}

function list() {
  const { tasks, count, problem } = taskList.state;
  if (!tasks) return problem ? failed(problem) : loading();
  if (tasks.length === 0) return isFiltered(filters.state) ? nothingFound() : nothingYet();
  return html`
    <ul class="tasks">
      ${repeat(tasks, (/** @type {Task} */ { id }) => id, row)}
    </ul>
    ${pager({ page: filters.state.page, size: PAGE_SIZE, count, onPage: (page) => changeFilters({ page }) })}
  `;
}

/** @param {Task} task */
const row = (task) =>
  taskRow(task, {
    onToggle: () => toggleCompleted(task),
    onEdit: () => editor.openExisting(task),
    onDelete: () => askToDelete(task),
    showOwner: task.owner !== session.state.user?.id,
  });

const loading = () => html`
  <p class="visually-hidden" role="status">Loading tasks…</p>
  <ul class="tasks" aria-hidden="true">
    ${[1, 2, 3, 4, 5].map(() => html`<li class="task task--placeholder"><span></span><span></span></li>`)}
  </ul>
`;

/** @param {string} problem */
const failed = (problem) =>
  html`<div role="alert">
    ${message({
      symbol: 'warning',
      title: 'Your tasks could not be loaded',
      text: problem,
      action: isFiltered(filters.state)
        ? { label: 'Show all tasks', onClick: () => changeFilters(everything) }
        : { label: 'Try again', onClick: load },
    })}
  </div>`;

const nothingYet = () =>
  html`<div role="status">
    ${message({ symbol: 'list', title: 'No tasks yet', text: 'Your list is empty. The first task you add will appear here.' })}
  </div>`;

const nothingFound = () =>
  html`<div role="status">
    ${message({
      symbol: 'search',
      title: 'No matching tasks',
      text: 'No task fits these filters.',
      action: { label: 'Clear filters', onClick: () => changeFilters(everything) },
    })}
  </div>`;

/** @param {string} search */
const onSearch = (search) => changeFilters({ search }, { replace: true });

/** @param {Task} task */
async function askToDelete(task) {
  const text = `“${task.title}” will be gone for good. This cannot be undone.`;
  if (await ask({ title: 'Delete this task?', text, action: 'Delete', danger: true })) await remove(task);
}

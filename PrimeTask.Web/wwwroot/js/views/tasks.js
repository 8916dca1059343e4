// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { brand } from '../components/brand.js';
import { filterBar } from '../components/filterBar.js';
import { icon } from '../components/icon.js';
import { message } from '../components/message.js';
import { pager } from '../components/pager.js';
import { statsLine } from '../components/statsLine.js';
import { taskRow } from '../components/taskRow.js';
import * as editor from '../state/editor.js';
import { changeFilters, filters, isFiltered } from '../state/filters.js';
import { notifyProblem } from '../state/notices.js';
import { logOut, session } from '../state/session.js';
import { PAGE_SIZE, load, taskList, toggleCompleted } from '../state/taskList.js';
import { askToDelete } from './deleteDialog.js';
import { focusRow } from './focus.js';

/** @typedef {import('../api/tasks.js').Task} Task */

const everything = { status: '', priority: '', search: '' };

export const tasksView = () => html`
  <header class="top-bar">
    ${brand()}
    <span class="top-bar__user">${session.state.user?.username}</span>
    <button class="button" type="button" @click=${onLogOut}>Log out</button>
  </header>
  <main class="page">
    <div class="page__head">
      <h1 class="page__title" tabindex="-1">Tasks</h1>
      <button class="button" data-kind="primary" type="button" @click=${editor.openNew}>${icon('plus')} New task</button>
    </div>
    ${statsLine(taskList.state.stats)} ${filterBar(filters.state, { onChange: changeFilters, onSearch })} ${banner()}
    <section class="panel" aria-label="Task list" aria-busy=${taskList.state.loading}>${list()}</section>
  </main>
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

/**
 * @param {Task} task
 * @param {number} position
 */
const row = (task, position) =>
  taskRow(task, {
    onToggle: () => toggleCompleted(task).then(() => focusRow(position)),
    onEdit: () => editor.openExisting(task),
    onDelete: () => askToDelete(task, position),
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

async function onLogOut() {
  try {
    await logOut();
  } catch (error) {
    notifyProblem(`You are still signed in: ${/** @type {import('../api/http.js').ApiError} */ (error).sentence}`);
  }
}

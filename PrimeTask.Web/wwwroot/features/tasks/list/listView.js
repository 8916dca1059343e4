// @ts-check
// The list: filters, editing in place, bulk changes.
import { html, nothing } from '../../../lib/lit-html/lit-html.js';
import { countText } from '../../../ui/counts.js';
import { message, staleBanner } from '../../../ui/message.js';
import { cursorPager, pager } from '../../../ui/pager.js';
import { isEverything } from '../place.js';
import { isUnknown, placeName, placeNote, placeTitle } from '../projects/placeTitle.js';
import { projects } from '../projects/projects.js';
import * as quickAdd from '../quickAdd/quickAddLine.js';
import { currentView } from '../views/views.js';
import { filterBar } from './filterBar.js';
import { changeFilters, dues, filters, isFiltered, unfiltered } from './listFilters.js';
import { bulkBar, listHead, orderings } from './listHead.js';
import { shortcuts } from './listKeys.js';
import { rowsPlaceholder, taskTable } from './rows.js';
import { selection, tickAll, tickedTasks } from './selection.js';
import { PAGE_SIZE, enter, leave, load, taskList } from './taskList.js';

/** @typedef {import('../task.js').Task} Task */

export { enter, leave, shortcuts };
export const stores = [taskList, filters, selection, projects, ...quickAdd.stores];
export const { lineKeys } = quickAdd;
export const title = () => placeName(filters.state, nameOfAll());

export const view = () => html`
  <div class="page__head">
    ${placeTitle(filters.state, nameOfAll())} ${placeNote(filters.state)}
    <p class="page__count" role="status">${found()}</p>
  </div>
  ${filterBar(filters.state, { dues, orderings, onChange: changeFilters, onSearch })} ${problemBanner()}
  <section class="panel task-panel" aria-label="Task list" aria-busy=${taskList.state.loading}>
    ${quickAdd.quickAddLine('list', { label: 'Add a task', placeholder: 'Add a task, such as “Call Ann tomorrow 5pm !high”' })} ${list()}
  </section>
`;

/** Of the list of all tasks: that of the saved view, if it shows one. */
const nameOfAll = () => currentView()?.name ?? 'List';

function found() {
  const { tasks, count, isMinimum, isSimilar } = taskList.state;
  if (!tasks || isUnknown(filters.state)) return nothing;
  if (isSimilar && count > 0) return `No task has these words. ${countText(count, isMinimum)} with similar ones`;
  return `${countText(count, isMinimum)} ${count === 1 ? 'task' : 'tasks'}${isFiltered(filters.state) ? ' found' : ''}`;
}

/** Tasks are shown, but they may be out of date. */
function problemBanner() {
  const { tasks, problem } = taskList.state;
  return staleBanner(tasks, problem, load);
}

function list() {
  const { tasks, count, nextCursor, problem, refused } = taskList.state;
  if (isUnknown(filters.state)) return noProject();
  if (!tasks) return problem ? failed(problem, refused) : rowsPlaceholder();
  if (tasks.length === 0 && count === 0 && !nextCursor && !filters.state.cursor) return isFiltered(filters.state) ? nothingFound() : nothingYet();
  return html`${tasks.length > 0 ? table(tasks) : nothing} ${pages()}`;
}

/** @param {readonly Task[]} tasks */
const table = (tasks) => html`
  ${tickedTasks().length > 0 ? bulkBar() : nothing}
  ${taskTable(tasks, { label: 'Tasks', showProject: filters.state.project === '' || filters.state.project.includes(','), head: tickedTasks().length > 0 ? nothing : listHead() })}
`;

/**
 * @param {string} problem
 * @param {boolean} refused
 */
const failed = (problem, refused) =>
  html`<div role="alert">
    ${message({
      symbol: 'warning',
      title: 'Your tasks could not be loaded',
      text: problem,
      action: refused
        ? { label: 'Show all tasks', onClick: () => changeFilters({ ...unfiltered(filters.state), ordering: '' }) }
        : { label: 'Try again', onClick: load },
    })}
  </div>`;

const nothingYet = () => (isEverything(filters.state) ? noTasks() : nothingOpen());

const noTasks = () =>
  html`<div role="status">
    ${message({
      symbol: 'list',
      title: 'No tasks yet',
      text: 'Your list is empty. Write your first task in the line above, and press Enter.',
    })}
  </div>`;

/** In a project, in the Inbox or with a label. */
const nothingOpen = () =>
  html`<div role="status">
    ${message({
      symbol: 'check',
      title: 'Nothing open here',
      text: `What you add in the line above belongs to ${placeName(filters.state, 'your list')}.`,
    })}
    <p class="panel__foot"><button class="link-button" type="button" @click=${() => changeFilters({ status: '' })}>Show what is done too</button></p>
  </div>`;

const noProject = () =>
  html`<div role="status">
    ${message({ symbol: 'search', title: 'No such project', text: 'It has been deleted, or the address is wrong.' })}
    <p class="panel__foot"><a href="/">Go to all tasks</a></p>
  </div>`;

const nothingFound = () =>
  html`<div role="status">
    ${message({
      symbol: 'search',
      title: 'No matching tasks',
      text: 'No task fits these filters.',
      action: { label: 'Clear filters', onClick: () => changeFilters(unfiltered(filters.state)) },
    })}
  </div>`;

/** @param {string} search */
const onSearch = (search) => changeFilters({ search }, { replace: true });

function pages() {
  const { tasks, count, isMinimum, nextCursor } = taskList.state;
  const { page, cursor } = filters.state;
  if (!cursor && !nextCursor) return pager({ page, size: PAGE_SIZE, count, isMinimum, onPage: (number) => goTo({ page: number }) });
  return cursorPager({
    shown: tasks?.length ?? 0,
    onFirst: cursor || page > 1 ? () => goTo({ page: 1 }) : undefined,
    onNext: nextCursor ? () => goTo({ cursor: nextCursor }) : undefined,
  });
}

/** @param {{ page?: number, cursor?: string }} where */
function goTo(where) {
  tickAll(false);
  selection.set({ active: null });
  changeFilters(where);
  scrollTo({ top: 0, behavior: 'instant' });
}

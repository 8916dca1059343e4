// @ts-check
// The list: filters, editing in place, bulk changes.
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { choice, filtersButton, folding } from '../../../ui/filters.js';
import { countText, numberText } from '../../../ui/counts.js';
import { message, staleBanner } from '../../../ui/message.js';
import { cursorPager, pager } from '../../../ui/pager.js';
import { isEverything } from '../place.js';
import { isUnknown, placeName, placeNote, placeTitle } from '../projects/placeTitle.js';
import { projects } from '../projects/projects.js';
import * as quickAdd from '../quickAdd/quickAddLine.js';
import { saveButton } from '../views/saveButton.js';
import { currentView } from '../views/views.js';
import { filterBar } from './filterBar.js';
import { groupings } from './groups.js';
import { changeFilters, dues, filterCount, filters, isByHand, isFiltered, unfiltered } from './listFilters.js';
import { bulkBar, listHead, orderings } from './listHead.js';
import { shortcuts } from './listKeys.js';
import { rowsPlaceholder, taskTable } from './rows.js';
import { selection, tickAll, tickedTasks } from './selection.js';
import { enter, groupsIn, leave, load, moveBeside, pageSize, taskList } from './taskList.js';

/** @typedef {import('../task.js').Task} Task */

export { enter, leave, shortcuts };
export const stores = [taskList, filters, folding, selection, projects, ...quickAdd.stores];
export const { lineKeys } = quickAdd;
export const title = () => placeName(filters.state, nameOfAll());

export const view = () => html`
  <div class="page__head">
    ${placeTitle(filters.state, nameOfAll())} ${placeNote(filters.state)}
    <p class="page__count" role="status">${found()}</p>
    ${filtersButton(filterCount(filters.state))}
    ${saveButton()}
    <label class="list-group" ?data-open=${folding.state.open}>Group by ${choice('Group by', groupings, filters.state.group, (group) => changeFilters({ group }))}</label>
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
  if (tasks.length === 0 && count === 0 && !nextCursor && !filters.state.cursor) return isFiltered(filters.state) ? nothingFound() : nothingOpen();
  return html`${tasks.length > 0 ? table(tasks) : nothing} ${pages()}`;
}

/** @param {readonly Task[]} tasks */
function table(tasks) {
  const head = tickedTasks().length > 0 ? nothing : listHead();
  const showProject = (filters.state.project === '' || filters.state.project.includes(',')) && filters.state.group !== 'project';
  const groups = groupsIn(tasks);
  return html`
    ${tickedTasks().length > 0 ? bulkBar() : nothing}
    ${groups
      ? repeat(groups, ({ key }) => key, ({ key, title: name, tasks: some }, place) => html`
          <section class="group" aria-labelledby="group-${place}" data-group=${key}>
            <h2 class="group__title" id="group-${place}"><bdi>${name}</bdi> <span class="group__count">${numberText(some.length)}<span class="visually-hidden">${some.length === 1 ? ' task' : ' tasks'}</span></span></h2>
            ${taskTable(some, { label: name, showProject, head: place === 0 ? head : nothing })}
          </section>
        `)
      : taskTable(tasks, { label: 'Tasks', showProject, head, onMove: isByHand() ? moveBeside : undefined })}
  `;
}

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
        ? { label: 'Show all tasks', onClick: () => changeFilters({ ...unfiltered, ordering: '' }) }
        : { label: 'Try again', onClick: load },
    })}
  </div>`;

const nothingOpen = () =>
  html`<div role="status">
    ${message({
      symbol: 'check',
      title: isEverything(filters.state) ? 'Nothing open' : 'Nothing open here',
      text: isEverything(filters.state) ? 'Write a task in the line above, and press Enter.' : `What you add in the line above belongs to ${placeName(filters.state, 'your list')}.`,
    })}
    <p class="panel__foot"><button class="link-button" type="button" @click=${() => changeFilters({ status: '' })}>Show what is done too</button></p>
  </div>`;

const noProject = () =>
  html`<div role="status">
    ${message({ symbol: 'search', title: 'No such project', text: 'It has been deleted, or the address is wrong.' })}
    <p class="panel__foot"><a href="/list">Go to all tasks</a></p>
  </div>`;

const nothingFound = () =>
  html`<div role="status">
    ${message({
      symbol: 'search',
      title: 'No matching tasks',
      text: 'No task fits these filters.',
      action: { label: 'Clear filters', onClick: () => changeFilters(unfiltered) },
    })}
    ${filters.state.status === 'open' ? html`<p class="panel__foot"><button class="link-button" type="button" @click=${() => changeFilters({ status: '' })}>Look among what is done too</button></p>` : nothing}
  </div>`;

/** @param {string} search */
const onSearch = (search) => changeFilters({ search }, { replace: true });

function pages() {
  const { tasks, count, isMinimum, nextCursor } = taskList.state;
  const { page, cursor } = filters.state;
  if (!cursor && !nextCursor) return pager({ page, size: pageSize(), count, isMinimum, onPage: (number) => goTo({ page: number }) });
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

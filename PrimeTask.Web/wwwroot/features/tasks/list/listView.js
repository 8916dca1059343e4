// @ts-check
// The list: filters, editing in place, bulk changes.
import { html, nothing } from '../../../lib/lit-html/lit-html.js';
import { repeat } from '../../../lib/lit-html/directives/repeat.js';
import { session } from '../../../app/session.js';
import { countText } from '../../../ui/counts.js';
import { message, staleBanner } from '../../../ui/message.js';
import { cursorPager, pager } from '../../../ui/pager.js';
import * as editor from '../editor/editor.js';
import { change, remove, setDone } from '../edits.js';
import * as quickAdd from '../quickAdd/quickAddLine.js';
import { filterBar } from './filterBar.js';
import { changeFilters, dues, everything, filters, isFiltered } from './listFilters.js';
import { focusActiveRow, focusCellInput, focusRowNear } from './listFocus.js';
import { bulkBar, listHead, orderings } from './listHead.js';
import { shortcuts } from './listKeys.js';
import { activeTask, editCell, selection, stopEditing, tick, tickAll, tickedTasks } from './selection.js';
import { PAGE_SIZE, enter, leave, load, taskList } from './taskList.js';
import { taskRow } from './taskRow.js';

/** @typedef {import('../task.js').Task} Task */

export { enter, leave, shortcuts };
export const stores = [taskList, filters, selection, ...quickAdd.stores];
export const { lineKeys } = quickAdd;

export const view = () => html`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">List</h1>
    <p class="page__count" role="status">${found()}</p>
  </div>
  ${filterBar(filters.state, { dues, orderings, onChange: changeFilters, onSearch })} ${problemBanner()}
  <section class="panel" aria-label="Task list" aria-busy=${taskList.state.loading}>
    ${quickAdd.quickAddLine('list', { label: 'Add a task', placeholder: 'Add a task, such as “Call Ann tomorrow 5pm !high”' })} ${list()}
  </section>
`;

function found() {
  const { tasks, count, isMinimum } = taskList.state;
  if (!tasks) return nothing;
  return `${countText(count, isMinimum)} ${count === 1 ? 'task' : 'tasks'}${isFiltered(filters.state) ? ' found' : ''}`;
}

/** Tasks are shown, but they may be out of date. */
function problemBanner() {
  const { tasks, problem } = taskList.state;
  return staleBanner(tasks, problem, load);
}

function list() {
  const { tasks, count, nextCursor, problem, refused } = taskList.state;
  if (!tasks) return problem ? failed(problem, refused) : loading();
  if (tasks.length === 0 && count === 0 && !nextCursor && !filters.state.cursor) return isFiltered(filters.state) ? nothingFound() : nothingYet();
  return html`${tasks.length > 0 ? table(tasks) : nothing} ${pages()}`;
}

/** @param {readonly Task[]} tasks */
const table = (tasks) => html`
  ${tickedTasks().length > 0 ? bulkBar() : nothing}
  <div class="tasks" role="table" aria-label="Tasks">
    ${tickedTasks().length > 0 ? nothing : listHead()}
    <div class="tasks__body" role="rowgroup">${repeat(tasks, ({ id }) => id, row)}</div>
  </div>
`;

/**
 * @param {Task} task
 * @param {number} position
 */
function row(task, position) {
  const { active, ticked, editing } = selection.state;
  return taskRow(task, {
    ticked: ticked.has(task.id),
    active: active === task.id,
    reachable: active === task.id || (position === 0 && !activeTask()),
    editing: editing?.id === task.id ? editing.cell : null,
    showOwner: task.owner !== session.state.user?.id,
    onChange: (changes) => void change([task], changes),
    onEditCell: (cell) => {
      editCell(task.id, cell);
      void focusCellInput();
    },
    onStopEditing: () => {
      stopEditing();
      void focusActiveRow();
    },
    onTick: (range) => tick(task.id, range),
    onToggle: () => void setDone([task], task.status !== 'completed'),
    onOpen: () => void editor.openExisting(task),
    onDelete: () => {
      void remove([task]);
      void focusRowNear(position);
    },
    onFocus: () => active !== task.id && selection.set({ active: task.id }),
  });
}

const loading = () => html`
  <p class="visually-hidden" role="status">Loading tasks…</p>
  <div class="tasks" aria-hidden="true">
    <div class="tasks__head"></div>
    ${Array.from({ length: 12 }, () => html`<div class="task task--placeholder"><span></span><span></span></div>`)}
  </div>
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
        ? { label: 'Show all tasks', onClick: () => changeFilters({ ...everything, ordering: '' }) }
        : { label: 'Try again', onClick: load },
    })}
  </div>`;

const nothingYet = () =>
  html`<div role="status">
    ${message({
      symbol: 'list',
      title: 'No tasks yet',
      text: 'Your list is empty. Write your first task in the line above, and press Enter.',
    })}
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

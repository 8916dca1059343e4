// @ts-check
import { html, nothing } from 'lit-html';
import { countText } from '../../../ui/counts.js';
import { dataTable, tablePlaceholder } from '../../../ui/dataTable.js';
import { describe, describeInFull } from '../../../ui/dates.js';
import { focusHeading } from '../../../ui/focus.js';
import { icon } from '../../../ui/icon.js';
import { message, staleBanner } from '../../../ui/message.js';
import { pager } from '../../../ui/pager.js';
import { taskMarks } from '../projects/marks.js';
import { projects } from '../projects/projects.js';
import { daysLeft, goneAt } from './daysLeft.js';
import { PAGE_SIZE, empty, enter, leave, page, putBack, removeForGood, trash, turnTo } from './trash.js';

/** @typedef {import('./trash.js').TrashedTask} TrashedTask */

export { enter, leave };
export const stores = [trash.store, projects];

export const view = () => {
  const { items, count, isMinimum, loading, problem } = trash.store.state;
  return html`
    <div class="page__head">
      <h1 class="page__title" tabindex="-1">Trash</h1>
      <p class="page__count" role="status">${items ? `${countText(count, isMinimum)} ${count === 1 ? 'task' : 'tasks'}` : nothing}</p>
      ${items?.length ? html`<button class="button trash__empty" type="button" @click=${() => act(empty)}>${icon('trash')}Empty the trash</button>` : nothing}
    </div>
    <p class="trash__text">Deleted tasks stay here for 30 days. Then they are deleted for good.</p>
    ${staleBanner(items, problem, trash.reload)}
    <section class="panel" aria-label="Deleted tasks" aria-busy=${loading}>
      ${items ? filled(items, count, isMinimum) : problem ? failed(problem) : tablePlaceholder('Loading the trash…')}
    </section>
  `;
};

/**
 * @param {TrashedTask[]} items
 * @param {number} count
 * @param {boolean} isMinimum
 */
const filled = (items, count, isMinimum) =>
  items.length === 0 && count === 0
    ? html`<div role="status">${message({ symbol: 'trash', title: 'The trash is empty', text: 'Tasks that you delete appear here, and can be restored.' })}</div>`
    : html`
        ${dataTable({ label: 'Deleted tasks', columns, items, busy: trash.store.state.loading })}
        ${pager({ page: page(), size: PAGE_SIZE, count, isMinimum, onPage: (number) => turnTo(number) })}
      `;

/** @param {string} problem */
const failed = (problem) =>
  html`<div role="alert">
    ${message({ symbol: 'warning', title: 'The trash could not be loaded', text: problem, action: { label: 'Try again', onClick: trash.reload } })}
  </div>`;

/** @type {import('../../../ui/dataTable.js').Column<TrashedTask>[]} */
const columns = [
  { label: 'Task', kind: 'main', cell: (task) => html`<bdi class="data__main">${task.title}</bdi> ${task.parent === null ? nothing : html`<span class="trash__mark" title="Restored before its parent, it becomes a task by itself">${icon('subtask')}Subtask</span>`} ${taskMarks(task, { showProject: true })}` },
  { label: 'Deleted', cell: ({ deleted_at: at }) => html`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>` },
  { label: 'Gone for good', cell: ({ deleted_at: at }) => html`<time datetime=${goneAt(at)} title=${describeInFull(goneAt(at))}>${daysLeft(at)}</time>` },
  { label: 'Actions', kind: 'actions', cell: actions },
];

/** @param {TrashedTask} task */
function actions(task) {
  return html`
    <button class="button trash__restore" type="button" aria-label="Restore ${task.title}" @click=${() => act(() => putBack(task))}>Restore</button>
    <button class="icon-button" type="button" aria-label="Delete ${task.title} for good" title="Delete for good" @click=${() => act(() => removeForGood(task))}>${icon('trash')}</button>
  `;
}

/**
 * The button goes with its task: the keyboard goes on with the next one.
 * @param {() => Promise<void>} work
 */
async function act(work) {
  const buttons = () => [...document.querySelectorAll('.trash__restore')];
  const at = buttons().findIndex((button) => button.closest('tr') === document.activeElement?.closest('tr'));
  await work();
  await Promise.resolve();
  if (document.activeElement !== document.body) return;
  const next = buttons().at(Math.max(0, Math.min(at, buttons().length - 1)));
  if (next instanceof HTMLElement) next.focus();
  else await focusHeading();
}

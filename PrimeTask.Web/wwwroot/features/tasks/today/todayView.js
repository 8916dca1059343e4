// @ts-check
import { html, nothing } from '../../../lib/lit-html/lit-html.js';
import { countText, numberText } from '../../../ui/counts.js';
import { describeDayInFull, today as dayToday } from '../../../ui/dates.js';
import { message, staleBanner } from '../../../ui/message.js';
import { openNew } from '../editor/editor.js';
import { bulkBar } from '../list/listHead.js';
import { rowShortcuts } from '../list/listKeys.js';
import { rowsPlaceholder, taskTable } from '../list/rows.js';
import { selection, tickedTasks } from '../list/selection.js';
import { projects } from '../projects/projects.js';
import { partsOf } from './parts.js';
import { counts, enter, leave, load, today } from './today.js';

/** @typedef {import('../task.js').Task} Task */

export { enter, leave };
export const stores = [today, counts, selection, projects];
export const shortcuts = rowShortcuts();

export const view = () => html`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">Today <span class="today__date">${describeDayInFull(dayToday())}</span></h1>
  </div>
  ${staleBanner(today.state.tasks, today.state.problem, load)}
  ${content()}
`;

function content() {
  const { tasks, problem, loading } = today.state;
  if (!tasks) return html`<section class="panel task-panel" aria-label="Tasks for today" aria-busy=${loading}>${problem ? failed(problem) : rowsPlaceholder(6)}</section>`;
  if (tasks.length === 0) return html`<section class="panel" aria-label="Tasks for today" aria-busy=${loading}>${nothingDue()}</section>`;
  const { late, today: due } = partsOf(tasks, new Date());
  return html`
    ${tickedTasks().length > 0 ? html`<div class="panel today__bulk">${bulkBar()}</div>` : nothing}
    ${late.length > 0 ? part('late', 'Overdue', late, counts.state.late, '/?overdue=true&ordering=due_date') : nothing}
    ${due.length > 0 ? part('today', 'Today', due, counts.state.today, '/?due=today&status=open&ordering=due_date') : nothing}
  `;
}

/**
 * @param {string} name
 * @param {string} title
 * @param {readonly Task[]} tasks as far as they were read
 * @param {number} count of all there are
 * @param {string} href the list of all of them
 */
const part = (name, title, tasks, count, href) => html`
  <section class="today" aria-labelledby="today-${name}" aria-busy=${today.state.loading} data-part=${name}>
    <h2 class="today__title" id="today-${name}">${title} <span class="today__count">${numberText(Math.max(count, tasks.length))}</span></h2>
    <div class="panel task-panel">${taskTable(tasks, { label: title, showProject: true })}</div>
    ${count > tasks.length ? html`<p class="today__more"><a href=${href}>Show all ${countText(count)}</a></p>` : nothing}
  </section>
`;

/** @param {string} problem */
const failed = (problem) => html`
  <div role="alert">${message({ symbol: 'warning', title: 'Your tasks could not be loaded', text: problem, action: { label: 'Try again', onClick: load } })}</div>
`;

function nothingDue() {
  const { tomorrow } = counts.state;
  const next = tomorrow === 0 ? 'Nothing is due tomorrow either.' : `${numberText(tomorrow)} ${tomorrow === 1 ? 'task is' : 'tasks are'} due tomorrow.`;
  return html`
    <div role="status">
      ${message({ symbol: 'today', title: 'Nothing due today', text: next, action: { label: 'Add a task for today', onClick: openNew } })}
      <p class="panel__foot"><a href=${tomorrow > 0 ? '/?status=open&due=tomorrow&ordering=due_date' : '/?status=open&due=upcoming&ordering=due_date'}>${tomorrow > 0 ? 'See what is due tomorrow' : 'See what comes later'}</a></p>
    </div>
  `;
}

// @ts-check
import { html, nothing } from 'lit-html';
import { countText, numberText } from '../../../ui/counts.js';
import { describeDayInFull, today as dayToday } from '../../../ui/dates.js';
import { focusHeading } from '../../../ui/focus.js';
import { message, staleBanner } from '../../../ui/message.js';
import { bulkBar } from '../list/listHead.js';
import { rowShortcuts } from '../list/listKeys.js';
import { rowsPlaceholder, taskTable } from '../list/rows.js';
import { selection, tickedTasks } from '../list/selection.js';
import { taskCheck } from '../check.js';
import { remove, setDone } from '../edits.js';
import { openTask } from '../openTask.js';
import { rescheduleButton } from '../scheduleMenu.js';
import { LIST } from '../place.js';
import { taskMarks } from '../projects/marks.js';
import { projects } from '../projects/projects.js';
import * as quickAdd from '../quickAdd/quickAddLine.js';
import * as doneToday from './done.js';
import { examplesIn, forget, welcome } from './examples.js';
import { partsOf } from './parts.js';
import * as due from './today.js';

/** @typedef {import('../task.js').Task} Task */

const { counts, load, today } = due;
const { done } = doneToday;

export const enter = () => Promise.all([due.enter(), doneToday.enter()]);

export function leave() {
  due.leave();
  doneToday.leave();
}

export const stores = [today, counts, welcome, done, selection, projects, ...quickAdd.stores];
export const { lineKeys } = quickAdd;
export const shortcuts = rowShortcuts();

export const view = () => html`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">Today <span class="today__date">${describeDayInFull(dayToday())}</span></h1>
  </div>
  ${staleBanner(today.state.tasks, today.state.problem, load)} ${welcomeNote()}
  <section class="panel task-panel" aria-label="Add a task">
    ${quickAdd.quickAddLine('today', { label: 'Add a task for today', placeholder: 'Add a task for today, such as “Call Ann 5pm !high”' })}
  </section>
  ${content()} ${doneSection()}
`;

/** On the first visit. */
function welcomeNote() {
  const examples = examplesIn(today.state.tasks ?? []);
  if (examples.length === 0) return nothing;
  return html`
    <section class="panel welcome" aria-labelledby="welcome-title">
      <h2 class="welcome__title" id="welcome-title">Welcome to PrimeTask</h2>
      <p class="welcome__text">The tasks below are examples of what it can do.</p>
      <p class="welcome__actions">
        <button class="button" type="button" @click=${() => leaveNote(() => remove(examples))}>Remove the examples</button>
        <button class="link-button" type="button" @click=${() => leaveNote(forget)}>Keep them</button>
      </p>
    </section>
  `;
}

/** The button goes, and the keyboard has to be somewhere. @param {() => unknown} act */
function leaveNote(act) {
  act();
  void focusHeading();
}

function content() {
  const { tasks, problem, loading } = today.state;
  if (!tasks) return html`<section class="panel task-panel" aria-label="Tasks for today" aria-busy=${loading}>${problem ? failed(problem) : rowsPlaceholder(6)}</section>`;
  if (tasks.length === 0) return html`<section class="panel" aria-label="Tasks for today" aria-busy=${loading}>${nothingDue()}</section>`;
  const { late, today: rest } = partsOf(tasks, new Date());
  return html`
    ${tickedTasks().length > 0 ? html`<div class="panel today__bulk">${bulkBar()}</div>` : nothing}
    ${late.length > 0 ? part('late', 'Overdue', late, counts.state.late, `${LIST}?overdue=true&ordering=due_date`) : nothing}
    ${rest.length > 0 ? part('today', 'Today', rest, counts.state.today, `${LIST}?due=today&status=open&ordering=due_date`) : nothing}
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
    <h2 class="today__title" id="today-${name}">${title} <span class="today__count">${numberText(Math.max(count, tasks.length))}</span> ${name === 'late' ? rescheduleButton(tasks) : nothing}</h2>
    <div class="panel task-panel">${taskTable(tasks, { label: title, showProject: true })}</div>
    ${count > tasks.length ? html`<p class="today__more"><a href=${href}>Show all ${countText(count)}</a></p>` : nothing}
  </section>
`;

function doneSection() {
  const { tasks, count, isMinimum } = done.state;
  // What has just been reopened is above again when it has been read.
  const completed = tasks?.filter(({ status }) => status === 'completed') ?? [];
  if (completed.length === 0) return nothing;
  return html`
    <details class="done">
      <summary class="done__summary"><h2 class="done__title">Completed today (${countText(Math.max(completed.length, isMinimum ? count : 0), isMinimum)})</h2></summary>
      <ul class="panel done__list">
        ${completed.map(
          (task) => html`
            <li class="done__task">
              ${taskCheck(task, () => void setDone([task], false))}
              <button class="done__name" type="button" dir="auto" @click=${() => openTask(task)}>${task.title}</button>
              ${taskMarks(task, { showProject: true })}
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}

/** @param {string} problem */
const failed = (problem) => html`
  <div role="alert">${message({ symbol: 'warning', title: 'Your tasks could not be loaded', text: problem, action: { label: 'Try again', onClick: load } })}</div>
`;

function nothingDue() {
  const { tomorrow } = counts.state;
  const next = tomorrow === 0 ? 'Nothing is due tomorrow either.' : `${numberText(tomorrow)} ${tomorrow === 1 ? 'task is' : 'tasks are'} due tomorrow.`;
  return html`
    <div role="status">
      ${message({ symbol: 'today', title: 'Nothing due today', text: next })}
      <p class="panel__foot"><a href=${tomorrow > 0 ? `${LIST}?status=open&due=tomorrow&ordering=due_date` : `${LIST}?status=open&due=upcoming&ordering=due_date`}>${tomorrow > 0 ? 'See what is due tomorrow' : 'See what comes later'}</a></p>
    </div>
  `;
}

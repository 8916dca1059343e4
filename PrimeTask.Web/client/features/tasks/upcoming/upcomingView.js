// @ts-check
// The days to come, one below the other.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { createStore } from '../../../app/store.js';
import { countText, numberText } from '../../../ui/counts.js';
import { addDays, describeDate, describeDayInFull, today } from '../../../ui/dates.js';
import { message, staleBanner } from '../../../ui/message.js';
import { makeDraggable } from '../drag.js';
import { dayOf } from '../dueDates.js';
import { moveToProject } from '../edits.js';
import { bulkBar } from '../list/listHead.js';
import { keepFocusOnRow } from '../list/listFocus.js';
import { rowShortcuts } from '../list/listKeys.js';
import { draggedWith, NOT_DRAGGED, rowGhost } from '../list/rowDrag.js';
import { rowsPlaceholder, taskTable } from '../list/rows.js';
import { selection, targets, tickedTasks } from '../list/selection.js';
import { LIST } from '../place.js';
import { mark, overPlace, PLACES, takePlace } from '../projects/dropPlace.js';
import { projects } from '../projects/projects.js';
import * as quickAdd from '../quickAdd/quickAddLine.js';
import { reschedule, rescheduleEach } from '../reschedule.js';
import { rescheduleButton } from '../scheduleMenu.js';
import { days, enter, leave, load, showMore, shown, STEP, upcoming } from './upcoming.js';

/** @typedef {import('../task.js').Task} Task */

/** What is dragged, and the day that it would be dropped on. */
const drag = createStore({ tasks: /** @type {readonly Task[]} */ ([]), over: /** @type {string | null} */ (null) });

export { enter, leave };
export const stores = [shown, upcoming, selection, projects, drag, ...quickAdd.stores];
export const { lineKeys } = quickAdd;

/** @type {readonly import('../../../app/keys.js').Shortcut[]} */
export const shortcuts = [
  { key: 'ArrowUp', alt: true, label: 'Move to the day before', onTask: true, run: () => void moveByDays(-1) },
  { key: 'ArrowDown', alt: true, label: 'Move to the next day', onTask: true, run: () => void moveByDays(1) },
  ...rowShortcuts(),
];

/** @param {number} by */
async function moveByDays(by) {
  const first = today();
  const moves = targets().flatMap((task) => {
    const from = dayOf(task) ?? first;
    // What is late comes back to today.
    const day = from < first ? (by > 0 ? first : null) : addDays(from, by);
    return day === null || day < first ? [] : [{ task, day }];
  });
  if (moves.length > 0) await keepFocusOnRow(rescheduleEach(moves));
}

export const view = () => html`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">Upcoming</h1>
    <p class="page__count" role="status">${shown.state.tasks ? `${countText(shown.state.count)} ${shown.state.count === 1 ? 'task' : 'tasks'}` : nothing}</p>
  </div>
  ${staleBanner(shown.state.tasks, shown.state.problem, load)} ${content()}
`;

function content() {
  const { tasks, problem, loading } = shown.state;
  if (!tasks) return html`<section class="panel task-panel" aria-label="Upcoming tasks" aria-busy=${loading}>${problem ? failed(problem) : rowsPlaceholder(8)}</section>`;
  const { late, days: all } = days();
  return html`
    ${tickedTasks().length > 0 ? html`<div class="panel days__bulk">${bulkBar()}</div>` : nothing}
    <div class="days" data-drags aria-busy=${loading} ${ref(follow)}>
      ${tasks.length === 0 ? nothingPlanned() : nothing} ${late.length === 0 ? nothing : lateDay(late)} ${repeat(all, ({ day }) => day, (one) => daySection(one))}
    </div>
    <div class="days__more">
      ${upcoming.state.more ? html`<p><a href=${`${LIST}?status=open&ordering=due_date`}>More are due in these days: show them in the list</a></p>` : nothing}
      <button class="button" type="button" aria-disabled=${loading} @click=${() => loading || showMore()}>Show ${STEP} more days</button>
      <p>${upcoming.state.more ? nothing : upcoming.state.later === 0 ? 'Nothing is due after that.' : `${numberText(upcoming.state.later)} ${upcoming.state.later === 1 ? 'task is' : 'tasks are'} due after that.`}</p>
    </div>
  `;
}

/** @param {readonly Task[]} tasks */
const lateDay = (tasks) => html`
  <section class="day" data-part="late" aria-labelledby="day-late">
    <h2 class="day__title" id="day-late"><span class="day__name">Overdue</span> <span class="day__count">${numberText(tasks.length)}</span> ${rescheduleButton(tasks)}</h2>
    <div class="panel task-panel">${taskTable(tasks, { label: 'Overdue', showProject: true })}</div>
  </section>
`;

/** @param {import('./days.js').Day} day */
const daySection = ({ day, tasks }) => html`
  <section class="day" data-day=${day} ?data-over=${drag.state.over === day} aria-labelledby="day-${day}">
    <h2 class="day__title" id="day-${day}">
      ${isNear(day) ? html`<span class="day__name">${describeDate(day)}</span> <span class="day__date">${describeDayInFull(day)}</span>` : html`<span class="day__name">${describeDayInFull(day)}</span>`}
      ${tasks.length > 0 ? html`<span class="day__count">${numberText(tasks.length)}<span class="visually-hidden">${tasks.length === 1 ? ' task' : ' tasks'}</span></span>` : nothing}
    </h2>
    <div class="panel task-panel" ?data-empty=${tasks.length === 0}>
      ${tasks.length > 0 ? taskTable(tasks, { label: describeDayInFull(day), showProject: true }) : nothing}
      ${quickAdd.quickAddLine(`on-${day}`, { label: `Add a task for ${describeDayInFull(day)}`, placeholder: 'Add a task' })}
    </div>
  </section>
`;

/** @param {string} day */
const isNear = (day) => day <= addDays(today(), 1);

const nothingPlanned = () => html`<p class="days__note" role="status">Nothing is planned for these days. Write a task below the day that it is for.</p>`;

/** @param {string} problem */
const failed = (problem) => html`
  <div role="alert">${message({ symbol: 'warning', title: 'Your tasks could not be loaded', text: problem, action: { label: 'Try again', onClick: load } })}</div>
`;

/** @type {WeakSet<Element>} */
const followed = new WeakSet();

/** @param {Element} [element] */
function follow(element) {
  if (!(element instanceof HTMLElement) || followed.has(element)) return;
  followed.add(element);
  makeDraggable(element, {
    card: '[data-task]',
    zone: `[data-day], ${PLACES}`,
    except: NOT_DRAGGED,
    scrolls: 'y',
    ghost: rowGhost,
    onDragStart,
    onDragOver(zone) {
      overPlace(zone);
      if (zone?.dataset.day !== drag.state.over) drag.set({ over: zone?.dataset.day ?? null });
    },
    onDrop,
    onCancel() {
      mark(null);
      drag.reset();
    },
  });
}

/** @param {HTMLElement} row */
function onDragStart(row) {
  const tasks = draggedWith(row);
  if (tasks.length > 0) drag.set({ tasks, over: dayOf(tasks[0]) });
}

async function onDrop() {
  const { tasks, over } = drag.state;
  const project = takePlace();
  drag.reset();
  if (project !== undefined) return void (await moveToProject(tasks, project));
  if (over && tasks.length > 0) await reschedule(tasks, over);
}

// @ts-check
// A month or a week; on narrow screens, the days of it that have tasks, one below the other.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { createStore } from '../../../app/store.js';
import { addDays, daysApart, describeDate, describeDayInFull, describeMonth, describeWeekday, timeOfDay, today } from '../../../ui/dates.js';
import { icon } from '../../../ui/icon.js';
import { message, staleBanner } from '../../../ui/message.js';
import { segment } from '../../../ui/segments.js';
import { drawn } from '../../../ui/focus.js';
import { makeDraggable } from '../drag.js';
import { dayOf, isOverdue } from '../dueDates.js';
import { moveToProject } from '../edits.js';
import { openNewWith } from '../editor/editor.js';
import { keepFocusOnRow } from '../list/listFocus.js';
import { rowShortcuts } from '../list/listKeys.js';
import { activeTask, selection, shown as inOrder } from '../list/selection.js';
import { openTask } from '../openTask.js';
import { LIST } from '../place.js';
import { mark, overPlace, PLACES, takePlace } from '../projects/dropPlace.js';
import { projectName, projectOf, projects } from '../projects/projects.js';
import { calendar, endOn, enter, leave, load, moveByDays, period, show, shown, turn, weeks } from './calendar.js';
import { spanOf } from './weeks.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {import('./weeks.js').Week} Week */
/** @typedef {import('./weeks.js').Segment} Segment */

/** As many tasks as a day of a month shows, one above the other. */
const LANES = 4;

/** Selector of what tasks are dropped into. */
const DAYS = '[data-day]';

const narrow = matchMedia('(width < 48rem)');
const layout = createStore({ narrow: narrow.matches });
narrow.addEventListener('change', () => layout.set({ narrow: narrow.matches }));

/** What is dragged, where it was taken, and where it would be dropped. */
const drag = createStore({ task: /** @type {Task | null} */ (null), from: /** @type {string | null} */ (null), over: /** @type {string | null} */ (null), resizes: false });

export { enter, leave };
export const stores = [shown, calendar, selection, projects, drag, layout];
export const title = () => `Calendar, ${describeMonth(period().day)}`;

/** Those keys of a list that need no row. */
const KEYS = ['j', 'k', 'ArrowDown', 'ArrowUp', 'e', 'Enter', 'x', 's', 'd', 'Delete'];

/** @param {(task: Task) => unknown} act */
const withActive = (act) => async () => {
  const task = activeTask();
  if (task) await keepFocusOnRow(act(task));
};

/** @type {readonly import('../../../app/keys.js').Shortcut[]} */
export const shortcuts = [
  { key: 'ArrowRight', alt: true, label: 'Move to the next day', onTask: true, run: withActive((task) => moveByDays(task, 1)) },
  { key: 'ArrowLeft', alt: true, label: 'Move to the day before', onTask: true, run: withActive((task) => moveByDays(task, -1)) },
  { key: 'ArrowDown', alt: true, label: 'Move to the next week', onTask: true, run: withActive((task) => moveByDays(task, 7)) },
  { key: 'ArrowUp', alt: true, label: 'Move to the week before', onTask: true, run: withActive((task) => moveByDays(task, -7)) },
  { key: '+', label: 'End a day later', onTask: true, run: withActive((task) => endOn(task, addDays(spanOf(task).end, 1))) },
  { key: '-', label: 'End a day earlier', onTask: true, run: withActive((task) => endOn(task, addDays(spanOf(task).end, -1))) },
  { key: ']', label: 'Next month or week', run: () => turn(1) },
  { key: '[', label: 'Previous month or week', run: () => turn(-1) },
  { key: 't', label: 'Today', run: () => show({ day: today() }) },
  { key: 'm', label: 'Month', run: () => show({ view: 'month' }) },
  { key: 'w', label: 'Week', run: () => show({ view: 'week' }) },
  ...rowShortcuts().filter(({ key, alt }) => !alt && KEYS.includes(key)),
];

export function view() {
  const { view: kind, day } = period();
  return html`
    <div class="page__head calendar-head">
      <h1 class="page__title" tabindex="-1">${describeMonth(day)}<span class="visually-hidden"> in the calendar</span></h1>
      <div class="calendar-head__way">
        <button class="icon-button" type="button" aria-label="Previous ${kind}" title="Previous ${kind}" @click=${() => turn(-1)}>${icon('previous')}</button>
        <button class="button" type="button" @click=${() => show({ day: today() })}>Today</button>
        <button class="icon-button" type="button" aria-label="Next ${kind}" title="Next ${kind}" @click=${() => turn(1)}>${icon('next')}</button>
      </div>
      <fieldset class="segments calendar-head__views">
        <legend class="visually-hidden">Show</legend>
        ${segment({ name: 'calendar-view', label: 'Month', checked: kind === 'month', onChange: () => show({ view: 'month' }) })}
        ${segment({ name: 'calendar-view', label: 'Week', checked: kind === 'week', onChange: () => show({ view: 'week' }) })}
      </fieldset>
    </div>
    ${staleBanner(shown.state.tasks, shown.state.problem, load)} ${content(kind, day)}
  `;
}

/**
 * @param {import('./calendar.js').View} kind
 * @param {string} day
 */
function content(kind, day) {
  const { tasks, problem, loading } = shown.state;
  if (!tasks && problem)
    return html`<section class="panel" aria-label="Calendar">
      <div role="alert">${message({ symbol: 'warning', title: 'Your tasks could not be loaded', text: problem, action: { label: 'Try again', onClick: load } })}</div>
    </section>`;
  const all = weeks();
  const isEmpty = tasks && calendar.state.from === all[0].days[0] && all.every(({ segments }) => segments.length === 0);
  return html`
    <p class="visually-hidden" id="calendar-help">Enter opens the task, s gives it another day, Alt and the arrow keys move it, plus and minus change its last day.</p>
    ${layout.state.narrow ? dayList(all, kind, day, loading) : grid(all, kind, day, loading)}
    <div role="status">${isEmpty ? html`<p class="calendar__note">Nothing is due in this ${kind}. Press q to add a task${layout.state.narrow ? nothing : ', or + on a day'}.</p>` : nothing}</div>
    ${calendar.state.more ? html`<p class="calendar__note"><a href=${`${LIST}?status=open&ordering=due_date`}>There are more: show them in the list</a></p>` : nothing}
  `;
}

/**
 * @param {readonly Week[]} all
 * @param {import('./calendar.js').View} kind
 * @param {string} day
 * @param {boolean} loading
 */
const grid = (all, kind, day, loading) => html`
  <section class="panel calendar" aria-label="Calendar" aria-busy=${loading} data-view=${kind} ?data-dragging=${drag.state.task !== null} ${ref(follow)}>
    <div class="calendar__weekdays" aria-hidden="true">${all[0].days.map((one) => html`<span>${describeWeekday(one)}</span>`)}</div>
    ${repeat(all, ({ days }) => days[0], (week) => weekRow(week, kind, day))}
  </section>
`;

/**
 * @param {Week} week
 * @param {import('./calendar.js').View} kind
 * @param {string} day
 */
function weekRow({ days, segments }, kind, day) {
  const most = kind === 'week' ? Infinity : LANES;
  const lanes = Math.max(0, ...segments.map(({ lane }) => lane + 1));
  // Where not all have room, the last place says how many there are.
  const hidden = segments.filter(({ lane }) => lane >= most || (lanes > most && lane === most - 1));
  const seen = segments.filter((one) => !hidden.includes(one));
  return html`
    <div class="calendar__week" .style=${`--lanes: ${Math.min(lanes, most)}`}>
      ${days.map(
        (one, place) => html`
          <div class="calendar__day" data-day=${one} ?data-today=${one === today()} ?data-outside=${kind === 'month' && one.slice(0, 7) !== day.slice(0, 7)} ?data-over=${drag.state.over === one} .style=${`grid-column: ${place + 1}`}>
            <h2 class="calendar__date"><span class="visually-hidden">${describeDayInFull(one)}</span><span aria-hidden="true">${Number(one.slice(8))}</span></h2>
            <button class="icon-button calendar__add" type="button" tabindex="-1" aria-label="Add a task for ${describeDayInFull(one)}" title="Add a task" @click=${() => openNewWith({ due_date: one })}>${icon('plus')}</button>
          </div>
        `,
      )}
      ${repeat(seen, ({ task }) => task.id, item)} ${days.map((one, place) => moreOf(one, hidden.filter(({ from, to }) => from <= place && place <= to).length, place, Math.min(lanes, most)))}
    </div>
  `;
}

/**
 * @param {string} day
 * @param {number} count
 * @param {number} place
 * @param {number} lane
 */
const moreOf = (day, count, place, lane) =>
  count === 0
    ? nothing
    : html`<button class="calendar__more" type="button" aria-label="${count} more on ${describeDayInFull(day)}" .style=${`grid-column: ${place + 1}; grid-row: ${lane + 1}`} @click=${() => show({ view: 'week', day })}>+${count} more</button>`;

/** @param {Segment} segment */
function item({ task, from, to, starts, ends, lane }) {
  const color = projectOf(task.project)?.color ?? 'gray';
  return html`
    <div
      class="calendar__item"
      data-item=${task.id}
      data-color=${color}
      data-status=${task.status}
      ?data-overdue=${isOverdue(task)}
      ?data-starts=${starts}
      ?data-ends=${ends}
      ?data-dragged=${drag.state.task?.id === task.id}
      .style=${`grid-column: ${from + 1} / ${to + 2}; grid-row: ${lane + 2}`}
    >
      ${taskButton(task)} ${ends ? html`<span class="calendar__end" data-resize=${task.id} title="Drag to end on another day"></span>` : nothing}
    </div>
  `;
}

/** @param {Task} task */
function taskButton(task) {
  const { active } = selection.state;
  const reachable = active === task.id || (!activeTask() && inOrder()[0]?.id === task.id);
  return html`
    <button
      class="calendar__task"
      type="button"
      dir="auto"
      data-task=${task.id}
      data-anchor
      ?data-active=${active === task.id}
      tabindex=${reachable ? 0 : -1}
      title=${`${task.title}${task.project === null ? '' : ` · ${projectName(task.project)}`}`}
      aria-label=${describeItem(task)}
      aria-describedby="calendar-help"
      @focus=${() => active !== task.id && selection.set({ active: task.id })}
      @click=${() => openTask(task)}
    >
      ${task.due_date ? html`<span class="calendar__time">${timeOfDay(new Date(task.due_date))}</span> ` : nothing}<bdi class="calendar__name">${task.title}</bdi>
    </button>
  `;
}

/** @param {Task} task */
function describeItem(task) {
  const { start, end } = spanOf(task);
  const when = start === end ? describeDayInFull(end) : `${describeDayInFull(start)} to ${describeDayInFull(end)}`;
  return `${task.due_date ? `${timeOfDay(new Date(task.due_date))} ` : ''}${task.title}, ${when}${task.status === 'completed' ? ', completed' : ''}`;
}

/**
 * @param {readonly Week[]} all
 * @param {import('./calendar.js').View} kind
 * @param {string} day
 * @param {boolean} loading
 */
function dayList(all, kind, day, loading) {
  const days = all.flatMap((week) => week.days.map((one, place) => ({ day: one, tasks: week.segments.filter(({ from, to }) => from <= place && place <= to).map(({ task }) => task) })));
  const listed = days.filter((one) => (kind === 'week' || one.day.slice(0, 7) === day.slice(0, 7)) && (one.tasks.length > 0 || one.day === today()));
  return html`
    <section class="agenda" aria-label="Calendar" aria-busy=${loading}>
      ${repeat(
        listed,
        (one) => one.day,
        (one) => html`
          <section class="agenda__day" aria-labelledby="agenda-${one.day}">
            <h2 class="agenda__date" id="agenda-${one.day}">${one.day === today() ? `${describeDate(one.day)}, ` : nothing}${describeDayInFull(one.day)}</h2>
            ${one.tasks.length > 0
              ? html`<ul class="panel">
                  ${one.tasks.map((task) => html`<li class="agenda__item" data-color=${projectOf(task.project)?.color ?? 'gray'} data-status=${task.status} ?data-overdue=${isOverdue(task)}>${taskButton(task)}</li>`)}
                </ul>`
              : html`<p class="calendar__note">Nothing is due today.</p>`}
          </section>
        `,
      )}
    </section>
  `;
}

/** @type {WeakSet<Element>} */
const followed = new WeakSet();

/** @param {Element} [element] */
function follow(element) {
  if (!(element instanceof HTMLElement) || followed.has(element)) return;
  followed.add(element);
  const common = { scrolls: /** @type {const} */ ('y'), onDragOver, onDrop, onCancel };
  makeDraggable(element, { ...common, card: '.calendar__item', zone: `${DAYS}, ${PLACES}`, except: '[data-resize]', ghost, onDragStart: (card) => start(element, card.dataset.item, false) });
  makeDraggable(element, { ...common, card: '[data-resize]', zone: DAYS, ghost: endGhost, onDragStart: (card) => start(element, card.dataset.resize, true) });
}

/** @param {HTMLElement} card */
const ghost = (card) => card.querySelector('.calendar__name')?.textContent ?? '';

const endGhost = () => Object.assign(document.createElement('div'), { className: 'calendar__end-ghost' });

/**
 * @param {HTMLElement} element
 * @param {string | undefined} id
 * @param {boolean} resizes
 */
function start(element, id, resizes) {
  const task = shown.state.tasks?.find((one) => String(one.id) === id);
  if (!task) return;
  // What is under the pointer is looked for at once, and is a day then.
  element.toggleAttribute('data-dragging', true);
  drag.set({ task, resizes, from: null, over: null });
}

/** @param {HTMLElement | null} zone */
function onDragOver(zone) {
  overPlace(zone);
  const day = zone?.dataset.day ?? null;
  const { task, from, over, resizes } = drag.state;
  if (!task) return;
  // A day in the middle of a bar can be where it was taken.
  if (from === null && day !== null) drag.set({ from: day });
  const allowed = resizes && day !== null && day < spanOf(task).start ? null : day;
  if (over !== allowed) drag.set({ over: allowed });
}

function onCancel() {
  mark(null);
  drag.reset();
}

async function onDrop() {
  const { task, from, over, resizes } = drag.state;
  const project = takePlace();
  drag.reset();
  if (task && project !== undefined) return void (await moveToProject([task], project));
  if (!task || over === null) return;
  if (resizes) await endOn(task, over);
  else await moveByDays(task, daysApart(from ?? dayOf(task) ?? over, over));
  await drawn();
}

// @ts-check
// The menu that gives tasks another day.
import { html, nothing } from 'lit-html';
import { createStore } from '../../app/store.js';
import { addDays, describeDay, today, weekdayOf } from '../../ui/dates.js';
import { drawn, find } from '../../ui/focus.js';
import { popupMenu } from '../../ui/popupMenu.js';
import { LAST_DAY } from './dueDates.js';
import { reschedule } from './reschedule.js';

/** @typedef {import('./task.js').Task} Task */

/**
 * @typedef {object} Scheduling
 * @property {readonly Task[]} tasks
 * @property {string} anchor selector of what the menu stands beside
 * @property {string} back selector of what has the focus then
 * @property {() => unknown} [onPick] asks for any other day; the browser's calendar, if left out
 */

export const scheduling = createStore({ menu: /** @type {Scheduling | null} */ (null) });

/** @param {Scheduling} menu */
export const openSchedule = (menu) => scheduling.set({ menu });

/** Beside what is overdue. @param {readonly Task[]} tasks */
export const rescheduleButton = (tasks) =>
  html`<button class="link-button reschedule" type="button" data-reschedule @click=${() => openSchedule({ tasks, anchor: '[data-reschedule]', back: '[data-reschedule]' })}>Reschedule<span class="visually-hidden"> what is overdue</span></button>`;

export function scheduleMenu() {
  const { menu } = scheduling.state;
  if (!menu) return nothing;
  return popupMenu({
    label: menu.tasks.length === 1 ? `Schedule ${menu.tasks[0].title}` : `Schedule ${menu.tasks.length} tasks`,
    anchor: menu.anchor,
    items: items(menu),
    onClose: ({ back }) => {
      if (scheduling.state.menu !== menu) return;
      scheduling.set({ menu: null });
      if (back) void focusBack(menu);
    },
  });
}

/** @param {Scheduling} menu */
function items(menu) {
  const day = today();
  const monday = addDays(day, 8 - weekdayOf(day));
  const days = [
    { label: 'Today', day },
    { label: 'Tomorrow', day: addDays(day, 1) },
    { label: 'In two days', day: addDays(day, 2) },
    { label: 'Next Monday', day: monday },
    { label: 'In a week', day: addDays(day, 7) },
  ];
  return [
    ...days.filter(({ day: to }, place) => days.findIndex((one) => one.day === to) === place).map(({ label, day: to }) => ({ label: html`<span class="menu__name">${label}</span><span class="menu__note">${describeDay(to)}</span>`, onClick: () => choose(menu, () => reschedule(menu.tasks, to)) })),
    { label: 'No date', onClick: () => choose(menu, () => reschedule(menu.tasks, null)) },
    { label: 'Another day…', onClick: () => choose(menu, menu.onPick ?? (() => pickDay(menu))) },
  ];
}

/**
 * @param {Scheduling} menu
 * @param {(() => unknown) | undefined} act
 */
async function choose(menu, act) {
  scheduling.set({ menu: null });
  await focusBack(menu);
  await act?.();
  if (document.activeElement === document.body) await focusBack(menu);
}

/** @param {Scheduling} menu */
function pickDay({ tasks, anchor, back }) {
  const { left = 0, bottom = 0 } = find(anchor)?.getBoundingClientRect() ?? {};
  const field = Object.assign(document.createElement('input'), { type: 'date', max: LAST_DAY, ariaLabel: 'Another day', className: 'day-picker' });
  field.style.inset = `${bottom}px auto auto ${left}px`;
  let isTyped = false;
  const leave = () => {
    field.blur();
    find(back)?.focus({ preventScroll: true });
  };
  field.addEventListener('keydown', (event) => {
    isTyped = true;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') field.value = '';
    leave();
  });
  // What is being typed is a day before it is the day that is meant; one of the calendar is chosen.
  field.addEventListener('change', () => !isTyped && leave());
  field.addEventListener('blur', () => {
    field.remove();
    if (field.value) void reschedule(tasks, field.value);
  });
  document.body.append(field);
  field.focus();
  // Some browsers have no calendar to show: the day is typed.
  if ('showPicker' in field) field.showPicker();
}

/** @param {Scheduling} menu */
async function focusBack({ back }) {
  await drawn();
  find(back)?.focus({ preventScroll: true });
}

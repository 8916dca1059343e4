// @ts-check
// The menu that gives tasks another day.
import { html, nothing } from 'lit-html';
import { createStore } from '../../app/store.js';
import { addDays, describeDay, today, weekdayOf } from '../../ui/dates.js';
import { drawn, find } from '../../ui/focus.js';
import { popupMenu } from '../../ui/popupMenu.js';
import { reschedule } from './reschedule.js';

/** @typedef {import('./task.js').Task} Task */

/**
 * @typedef {object} Scheduling
 * @property {readonly Task[]} tasks
 * @property {string} anchor selector of what the menu stands beside
 * @property {string} back selector of what has the focus then
 * @property {() => unknown} [onPick] asks for any other day
 */

export const scheduling = createStore({ menu: /** @type {Scheduling | null} */ (null) });

/** @param {Scheduling} menu */
export const openSchedule = (menu) => scheduling.set({ menu });

/** Beside what is overdue. @param {readonly Task[]} tasks */
export const rescheduleButton = (tasks) =>
  html`<button class="link-button" type="button" data-reschedule @click=${() => openSchedule({ tasks, anchor: '[data-reschedule]', back: '[data-reschedule]' })}>Reschedule<span class="visually-hidden"> what is overdue</span></button>`;

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
    ...(menu.onPick ? [{ label: 'Another day…', onClick: () => choose(menu, menu.onPick) }] : []),
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
async function focusBack({ back }) {
  await drawn();
  find(back)?.focus({ preventScroll: true });
}

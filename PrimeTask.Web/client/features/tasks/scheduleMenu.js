// @ts-check
// The menu that gives tasks another day.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { createStore } from '../../app/store.js';
import { addDays, describeDay, today, weekdayOf } from '../../ui/dates.js';
import { drawn, find, focusHeading } from '../../ui/focus.js';
import { openPopover, placeBeside, popupMenu } from '../../ui/popupMenu.js';
import { LAST_DAY } from './dueDates.js';
import { reschedule } from './reschedule.js';

/** @typedef {import('./task.js').Task} Task */

/**
 * @typedef {object} Scheduling
 * @property {readonly Task[]} tasks
 * @property {string} anchor selector of what the menu stands beside
 * @property {string} back selector of what has the focus then
 * @property {() => unknown} [onPick] asks for any other day; the menu itself does, if left out
 * @property {boolean} [picks] whether it does
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
  if (menu.picks) return dayPicker(menu);
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

/**
 * Any day, from the browser's calendar or typed.
 * @param {Scheduling} menu
 */
const dayPicker = (menu) => html`
  <form
    class="menu day-picker"
    popover
    aria-label="Another day"
    ${ref(openPicker(menu))}
    @submit=${(/** @type {SubmitEvent} */ event) => onPicked(event, menu)}
    @toggle=${(/** @type {ToggleEvent} */ event) => event.newState === 'closed' && scheduling.state.menu === menu && scheduling.set({ menu: null })}
    @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && void choose(menu, undefined)}
  >
    <input class="cell-input" type="date" name="day" required max=${LAST_DAY} aria-label="Day" />
    <button class="button" data-kind="primary" type="submit">Move</button>
  </form>
`;

/** @param {Scheduling} menu */
const openPicker = ({ anchor }) => (/** @type {Element | undefined} */ form) =>
  openPopover(form, (popover) => {
    placeBeside(popover, anchor);
    popover.querySelector('input')?.focus();
  });

/**
 * @param {SubmitEvent} event
 * @param {Scheduling} menu
 */
function onPicked(event, menu) {
  event.preventDefault();
  const day = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem('day')).value;
  void choose(menu, () => reschedule(menu.tasks, day));
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
    { label: 'Another day…', onClick: () => (menu.onPick ? choose(menu, menu.onPick) : scheduling.set({ menu: { ...menu, picks: true } })) },
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

/** To the row or the button; where that is gone, to the heading. @param {Scheduling} menu */
async function focusBack({ back }) {
  await drawn();
  const place = find(back);
  if (place) place.focus({ preventScroll: true });
  else await focusHeading();
}

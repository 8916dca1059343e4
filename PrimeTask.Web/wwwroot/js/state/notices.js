// @ts-check
// Short messages about what just happened.
import { createStore } from '../lib/store.js';
import { session } from './session.js';

const SHOWN_MS = 6_000;
const UNDO_MS = 10_000;
const MOST_PROBLEMS = 3;

/** @typedef {{ label: string, run: () => unknown }} Undo */
/** @typedef {{ id: number, text: string, problem: boolean, undo?: Undo, onGone?: () => void }} Notice onGone: it went away and was not undone */

export const notices = createStore({ shown: /** @type {Notice[]} */ ([]) });

let lastId = 0;
/** @type {Map<number, { timer?: ReturnType<typeof setTimeout>, left: number, since: number }>} */
const clocks = new Map();

session.subscribe(() => {
  if (session.state.status !== 'signed-out') return;
  for (const { id } of notices.state.shown) forgetClock(id);
  notices.reset();
});

/**
 * @param {string} text
 * @param {{ undo?: Undo, onGone?: () => void }} [options] onGone: it went away and was not undone
 */
export function notify(text, { undo, onGone } = {}) {
  const id = add({ text, problem: false, undo, onGone });
  clocks.set(id, { left: undo ? UNDO_MS : SHOWN_MS, since: 0 });
  resumeClock(id);
}

/**
 * Problems stay until they are dismissed.
 * @param {string} text
 */
export function notifyProblem(text) {
  add({ text, problem: true });
}

/** @param {number} id */
export function dismiss(id) {
  takeAway(id)?.onGone?.();
}

/** @param {number} id */
function takeAway(id) {
  const notice = notices.state.shown.find((shown) => shown.id === id);
  forgetClock(id);
  notices.set({ shown: notices.state.shown.filter((shown) => shown.id !== id) });
  return notice;
}

/** @param {number} id */
function forgetClock(id) {
  clearTimeout(clocks.get(id)?.timer);
  clocks.delete(id);
}

/**
 * Nothing disappears under the pointer or the keyboard.
 * @param {number} id
 */
export function pauseClock(id) {
  const clock = clocks.get(id);
  if (!clock?.timer) return;
  clearTimeout(clock.timer);
  clock.timer = undefined;
  clock.left -= Date.now() - clock.since;
}

/** @param {number} id */
export function resumeClock(id) {
  const clock = clocks.get(id);
  if (!clock || clock.timer) return;
  clock.since = Date.now();
  clock.timer = setTimeout(() => dismiss(id), Math.max(1_000, clock.left));
}

/** Takes away the messages that something waits for: it is too late to undo then. */
export function settle() {
  for (const { id, onGone } of notices.state.shown) {
    if (onGone) dismiss(id);
  }
}

/** Takes back what the message on the screen offers to take back. */
export function undoLast() {
  const last = notices.state.shown.findLast(({ undo }) => undo);
  if (last) undo(last);
}

/** @param {Notice} notice */
export function undo(notice) {
  if (takeAway(notice.id)) void notice.undo?.run();
}

/** @param {Omit<Notice, 'id'>} notice */
function add(notice) {
  lastId += 1;
  // What was done is old news as soon as something else is done; problems add up.
  const problems = notices.state.shown.filter(({ problem }) => problem).slice(1 - MOST_PROBLEMS);
  const gone = notices.state.shown.filter((shown) => !problems.includes(shown));
  notices.set({ shown: [...problems, { id: lastId, ...notice }] });
  for (const { id, onGone } of gone) {
    forgetClock(id);
    onGone?.();
  }
  return lastId;
}

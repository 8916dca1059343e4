// @ts-check
// Short messages about what just happened.
import { session } from './session.js';
import { createStore } from './store.js';

const SHOWN_MS = 6_000;
/** How long a message offers to undo something. */
const UNDO_MS = 10_000;
const MAX_PROBLEMS = 3;

/** @typedef {{ label: string, run: () => unknown }} Undo */
/** @typedef {{ id: number, text: string, problem: boolean, undo?: Undo }} Notice */

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
 * @param {{ undo?: Undo }} [options]
 * @returns {number} its id
 */
export function notify(text, { undo } = {}) {
  const id = add({ text, problem: false, undo });
  clocks.set(id, { left: undo ? UNDO_MS : SHOWN_MS, since: 0 });
  resumeClock(id);
  return id;
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
  forgetClock(id);
  notices.set({ shown: notices.state.shown.filter((shown) => shown.id !== id) });
}

/** @param {number} id */
function forgetClock(id) {
  clearTimeout(clocks.get(id)?.timer);
  clocks.delete(id);
}

/**
 * A message stays while the pointer or the focus is on it.
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

/** @param {Omit<Notice, 'id'>} notice */
function add(notice) {
  lastId += 1;
  // A new message replaces older ones; problems stay.
  const problems = notices.state.shown.filter(({ problem }) => problem).slice(1 - MAX_PROBLEMS);
  for (const shown of notices.state.shown) {
    if (!problems.includes(shown)) forgetClock(shown.id);
  }
  notices.set({ shown: [...problems, { id: lastId, ...notice }] });
  return lastId;
}

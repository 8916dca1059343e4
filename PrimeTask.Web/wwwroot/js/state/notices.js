// @ts-check
// Short messages about what just happened.
import { createStore } from '../lib/store.js';
import { session } from './session.js';

const SHOWN_MS = 6_000;
const MOST_PROBLEMS = 3;

/** @typedef {{ id: number, text: string, problem: boolean }} Notice */

export const notices = createStore({ shown: /** @type {Notice[]} */ ([]) });

let lastId = 0;

session.subscribe(() => {
  if (session.state.status === 'signed-out') notices.reset();
});

/** @param {string} text */
export function notify(text) {
  const id = add(text, false);
  setTimeout(() => dismiss(id), SHOWN_MS);
}

/**
 * Problems stay until they are dismissed.
 * @param {string} text
 */
export function notifyProblem(text) {
  add(text, true);
}

/** @param {number} id */
export function dismiss(id) {
  notices.set({ shown: notices.state.shown.filter((notice) => notice.id !== id) });
}

/**
 * @param {string} text
 * @param {boolean} problem
 */
function add(text, problem) {
  lastId += 1;
  // What was done is old news as soon as something else is done; problems add up.
  const problems = notices.state.shown.filter((notice) => notice.problem).slice(1 - MOST_PROBLEMS);
  notices.set({ shown: [...problems, { id: lastId, text, problem }] });
  return lastId;
}

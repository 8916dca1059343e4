// @ts-check
// A question that the user must confirm.
import { session } from './session.js';
import { createStore } from './store.js';

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {string} action what the button that says yes reads
 * @property {boolean} [danger]
 */

export const confirmation = createStore({ question: /** @type {Question | null} */ (null) });

/** @type {(yes: boolean) => void} */
let settle = () => {};

session.subscribe(() => {
  if (session.state.status !== 'signed-in') respond(false);
});

/**
 * @param {Question} question
 * @returns {Promise<boolean>}
 */
export function ask(question) {
  respond(false);
  confirmation.set({ question });
  return new Promise((resolve) => {
    settle = resolve;
  });
}

/** @param {boolean} yes */
export function respond(yes) {
  if (!confirmation.state.question) return;
  confirmation.reset();
  settle(yes);
}

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
 * @property {string} [other] what a second button reads that says yes to something else
 */

/** @typedef {'action' | 'other' | 'cancel'} Answer */

export const confirmation = createStore({ question: /** @type {Question | null} */ (null) });

/** @type {(answer: Answer) => void} */
let settle = () => {};

session.subscribe(() => {
  if (session.state.status !== 'signed-in') respond('cancel');
});

/**
 * @param {Question} question
 * @returns {Promise<boolean>}
 */
export const ask = async (question) => (await askBetween(question)) === 'action';

/**
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
export function askBetween(question) {
  respond('cancel');
  confirmation.set({ question });
  return new Promise((resolve) => {
    settle = resolve;
  });
}

/** @param {Answer} answer */
export function respond(answer) {
  if (!confirmation.state.question) return;
  confirmation.reset();
  settle(answer);
}

// @ts-check
// One undo stack for every view. It outlives the messages that offer it.
import { dismiss, notify } from './notices.js';
import { onNextPerson } from './session.js';
import { createUndoStack } from './undoStack.js';

const MAX_ACTIONS = 50;

/** @typedef {{ text: string, run: () => unknown, notice: number }} Action run: gives false where it failed and has said so */

/** @type {ReturnType<typeof createUndoStack<Action>>} */
const stack = createUndoStack(MAX_ACTIONS);

onNextPerson(() => stack.clear());

/**
 * Says what was done and offers to undo it.
 * @param {string} text
 * @param {() => unknown} run gives false where it failed and has said so
 * @returns {Action}
 */
export function offerUndo(text, run) {
  /** @type {Action} */
  const action = { text, run, notice: 0 };
  action.notice = notify(text, { undo: { label: 'Undo', run: () => undo(action) } });
  stack.push(action);
  return action;
}

/** What is under way and will be offered to be undone. @type {Promise<unknown>} */
let underWay = Promise.resolve();

/**
 * While something is being done, the offer to undo what came before is gone: it would be taken for an offer to undo this.
 * @template T
 * @param {Promise<T>} action
 * @returns {Promise<T>} the same, once all that was begun earlier has ended too: actions are offered to be undone in the order in which people did them
 */
export function begin(action) {
  const last = stack.last();
  if (last) dismiss(last.notice);
  const inTurn = Promise.allSettled([underWay, action]).then(() => action);
  underWay = inTurn.catch(() => {});
  return inTurn;
}

/** Undoes the last action that has not been undone, once it is done. */
export async function undoLast() {
  await underWay;
  const last = stack.last();
  if (last) void undo(last);
  else notify('There is nothing to undo.');
}

/** @param {Action} action */
async function undo(action) {
  if (!stack.take(action)) return;
  dismiss(action.notice);
  if ((await action.run()) !== false) notify(`Undone: ${action.text}`);
}

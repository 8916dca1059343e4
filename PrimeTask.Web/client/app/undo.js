// @ts-check
// One undo stack for every view. It outlives the messages that offer it.
import { dismiss, notify } from './notices.js';
import { onNextPerson } from './session.js';
import { createUndoStack } from './undoStack.js';

const MAX_ACTIONS = 50;

/** @typedef {{ text: string, run: () => unknown, order: number, notice: number }} Action run: gives false where it failed and has said so */

/** @type {ReturnType<typeof createUndoStack<Action>>} */
const stack = createUndoStack(MAX_ACTIONS);

onNextPerson(() => stack.clear());

let turns = 0;

/** Taken where an action begins: they are undone from the last that was begun, however long each takes. */
export const turn = () => (turns += 1);

/**
 * Says what was done and offers to undo it; what was begun before the last that is offered stays behind it, unsaid.
 * @param {string} text
 * @param {() => unknown} run gives false where it failed and has said so
 * @param {number} [order] the action's turn
 * @returns {Action}
 */
export function offerUndo(text, run, order = turn()) {
  /** @type {Action} */
  const action = { text, run, order, notice: 0 };
  stack.push(action);
  if (stack.last() === action) action.notice = notify(text, { undo: { label: 'Undo', run: () => undo(action) } });
  return action;
}

/** What is under way and will be offered to be undone. */
let underWay = Promise.resolve();

/**
 * While something is being done, the offer to undo what came before is gone: it would be taken for an offer to undo this.
 * @template T
 * @param {Promise<T>} action
 */
export function begin(action) {
  const last = stack.last();
  if (last) dismiss(last.notice);
  underWay = Promise.allSettled([underWay, action]).then(() => {});
  return action;
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

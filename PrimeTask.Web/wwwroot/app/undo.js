// @ts-check
// One undo stack for every view. It outlives the messages that offer it.
import { dismiss, notify } from './notices.js';
import { session } from './session.js';
import { createUndoStack } from './undoStack.js';

const MAX_ACTIONS = 50;

/** @typedef {{ text: string, run: () => unknown, notice: number }} Action run: gives false where it failed and has said so */

/** @type {ReturnType<typeof createUndoStack<Action>>} */
const stack = createUndoStack(MAX_ACTIONS);

session.subscribe(() => {
  // After an expired session the same user can still undo.
  if (session.state.status === 'signed-out' && !session.state.expired) stack.clear();
});

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

/** Undoes the last action that has not been undone. */
export function undoLast() {
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

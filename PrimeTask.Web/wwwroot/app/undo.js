// @ts-check
// One stack of what can be taken back, for every view. It outlives the messages that offer it.
import { notify, takeAway } from './notices.js';
import { session } from './session.js';
import { createUndoStack } from './undoStack.js';

const MOST = 50;

/** @typedef {{ text: string, run: () => unknown, notice: number }} Action run: gives false where it failed and has said so */

/** @type {ReturnType<typeof createUndoStack<Action>>} */
const stack = createUndoStack(MOST);

session.subscribe(() => {
  // Who only lost the session comes back to what was done.
  if (session.state.status === 'signed-out' && !session.state.expired) stack.clear();
});

/**
 * Says what was done and offers to take it back.
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

/** It can't be taken back any more. @param {Action} action */
export function forget(action) {
  stack.take(action);
  takeAway(action.notice);
}

/** Takes back what was done last and has not been taken back. */
export function undoLast() {
  const last = stack.last();
  if (last) void undo(last);
  else notify('There is nothing to undo.');
}

/** @param {Action} action */
async function undo(action) {
  if (!stack.take(action)) return;
  takeAway(action.notice);
  if ((await action.run()) !== false) notify(`Undone: ${action.text}`);
}

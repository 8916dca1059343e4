// @ts-check
import { createStore } from './lib/store.js';
import { answer, confirmation } from './state/confirm.js';
import { editor } from './state/editor.js';
import { help } from './state/keys.js';
import { notifyProblem } from './state/notices.js';

/** @typedef {typeof import('./views/dialogs.js')} Dialogs */

export const dialogLoader = createStore({ module: /** @type {Dialogs | null} */ (null) });

let loading = false;

for (const store of [editor, confirmation, help]) store.subscribe(loadWhenWanted);

function loadWhenWanted() {
  const wanted = editor.state.open || confirmation.state.question || help.state.open;
  if (wanted && !loading && !dialogLoader.state.module) void load();
}

async function load() {
  loading = true;
  try {
    dialogLoader.set({ module: await import('./views/dialogs.js') });
  } catch {
    // What is being written stays in the state, and shows when the next attempt succeeds.
    notifyProblem('A part of PrimeTask did not arrive. Check your connection, then try again.');
    help.set({ open: false });
    answer(false);
  } finally {
    loading = false;
  }
}

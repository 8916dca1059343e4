// @ts-check
import { answer, confirmation } from '../confirm.js';
import { onReconnect } from '../connection.js';
import { help } from '../keys.js';
import { notifyProblem } from '../notices.js';
import { createStore } from '../store.js';
import { editor } from '../../features/tasks/editor/editor.js';
import { loadStyle } from './loadStyle.js';
import { stylesheets } from './stylesheets.js';

/** @typedef {typeof import('./dialogs.js')} Dialogs */

const IDLE_MS = 2_000;

export const dialogLoader = createStore({
  module: /** @type {Dialogs | null} */ (null),
  /** Whether it was asked for and did not come. */
  failed: false,
});

let loading = false;

for (const store of [editor, confirmation, help]) store.subscribe(loadWhenWanted);
onReconnect(loadWhenWanted);

const isWanted = () => editor.state.open || confirmation.state.question !== null || help.state.open;

/** Fetches the dialogs where one is to be shown. */
export function loadWhenWanted() {
  if (isWanted() && !dialogLoader.state.module) void load();
}

/** Fetches them when there is nothing else to do: the first of them is to open at once. */
export function prepareDialogs() {
  if (dialogLoader.state.module) return;
  if ('requestIdleCallback' in window) requestIdleCallback(() => void load(), { timeout: IDLE_MS });
  else setTimeout(() => void load(), IDLE_MS);
}

async function load() {
  if (loading || dialogLoader.state.module) return;
  loading = true;
  try {
    const [module] = await Promise.all([import('./dialogs.js'), ...stylesheets.dialogs.map(loadStyle)]);
    dialogLoader.set({ module, failed: false });
  } catch {
    // Before anybody asked for one, there is nothing to say.
    if (isWanted()) giveUp();
  } finally {
    loading = false;
  }
}

/** What is being written stays in the state, and shows when the next attempt succeeds. */
function giveUp() {
  dialogLoader.set({ failed: true });
  notifyProblem('A part of PrimeTask did not arrive. Check your connection, then try again.');
  help.set({ open: false });
  answer(false);
}

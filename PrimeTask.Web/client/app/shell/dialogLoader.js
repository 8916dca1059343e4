// @ts-check
import { confirmation, respond } from '../confirm.js';
import { onReconnect } from '../connection.js';
import { help } from '../keys.js';
import { notifyProblem } from '../notices.js';
import { leaveTask, route } from '../router.js';
import { createStore } from '../store.js';
import { closePalette, palette } from '../../features/palette/state.js';
import { editor } from '../../features/tasks/editor/editor.js';
import { closeNameDialog, nameDialog } from '../../features/tasks/projects/nameDialog.js';
import { closeSheet, sidebarState } from '../../features/tasks/projects/sidebarState.js';
import { closeViewDialog, views } from '../../features/tasks/views/views.js';
import { loadStyle } from './loadStyle.js';

/** @typedef {typeof import('./dialogs.js')} Dialogs */

const IDLE_MS = 2_000;

export const dialogLoader = createStore({
  module: /** @type {Dialogs | null} */ (null),
  /** Whether it was needed and could not be loaded. */
  failed: false,
});

let loading = false;

for (const store of [editor, confirmation, help, nameDialog, sidebarState, route, palette, views]) store.subscribe(loadIfNeeded);
onReconnect(loadIfNeeded);

const isNeeded = () =>
  route.state.task !== null ||
  editor.state.open ||
  palette.state.open ||
  nameDialog.state.open ||
  views.state.dialog !== null ||
  sidebarState.state.sheet ||
  confirmation.state.question !== null ||
  help.state.open;

/** Loads the dialogs if one is to be shown. */
export function loadIfNeeded() {
  if (isNeeded() && !dialogLoader.state.module) void load();
}

/** Loads them when the browser is idle, so that the first one opens at once. */
export function preloadDialogs() {
  if (dialogLoader.state.module) return;
  if ('requestIdleCallback' in window) requestIdleCallback(() => void load(), { timeout: IDLE_MS });
  else setTimeout(() => void load(), IDLE_MS);
}

async function load() {
  if (loading || dialogLoader.state.module) return;
  loading = true;
  try {
    const [module] = await Promise.all([import('./dialogs.js'), loadStyle('/styles/dialogs.css')]);
    dialogLoader.set({ module, failed: false });
  } catch {
    // Nobody has asked for one yet, so nobody is told.
    if (isNeeded()) giveUp();
  } finally {
    loading = false;
  }
}

/** The draft stays in the state and shows when the next attempt succeeds. */
function giveUp() {
  dialogLoader.set({ failed: true });
  notifyProblem('A part of PrimeTask did not arrive. Check your connection, then try again.');
  help.set({ open: false });
  leaveTask();
  closeSheet();
  closeNameDialog();
  closeViewDialog();
  closePalette();
  respond('cancel');
}

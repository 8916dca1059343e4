// @ts-check
// The person's saved views.
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { route } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import * as api from './api.js';
import { isPlain, isSame, shownAt } from './viewAddress.js';

/** @typedef {import('./api.js').View} View */

export const views = createStore({
  /** In the person's order; null before the first response. */
  views: /** @type {readonly View[] | null} */ (null),
  problem: /** @type {string | null} */ (null),
  /** The view whose name is being written, or the new one. */
  dialog: /** @type {{ before: View | null, name: string, errors: Record<string, string[]>, problem: string | null, saving: boolean } | null} */ (null),
});

let running = new AbortController();
let wasSignedIn = false;
session.subscribe(() => {
  const isSignedIn = session.state.status === 'signed-in';
  if (session.state.status === 'signed-out') {
    running.abort();
    views.reset();
  }
  if (isSignedIn && !wasSignedIn) void refreshViews();
  wasSignedIn = isSignedIn;
});
onReconnect(() => void refreshViews());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refreshViews();
});

export async function refreshViews() {
  if (session.state.status !== 'signed-in') return;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const found = await api.readViews(signal);
    if (!signal.aborted) views.set({ views: found, problem: null });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    if (session.state.status === 'signed-in') views.set({ problem: error.sentence });
  }
}

/** @param {readonly View[]} found what is known already; what is being read may be from before it */
export function showViews(found) {
  running.abort();
  views.set({ views: found });
}

/** What the address shows, if it is a list. */
export const shownNow = () => shownAt(route.state.path, route.state.query);

/** The view whose filters the address has. */
export function currentView() {
  const shown = shownNow();
  return shown ? views.state.views?.find((view) => isSame(view, shown)) : undefined;
}

/** Whether what is shown could be saved as a view. */
export function canSave() {
  const shown = shownNow();
  return shown !== null && !isPlain(shown) && views.state.views !== null && !currentView();
}

/** @param {View | null} before null: what is shown now becomes a view */
export const openViewDialog = (before) => views.set({ dialog: { before, name: before?.name ?? '', errors: {}, problem: null, saving: false } });

export const closeViewDialog = () => views.set({ dialog: null });

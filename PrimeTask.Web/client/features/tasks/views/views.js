// @ts-check
// The person's saved views.
import { route } from '../../../app/router.js';
import { createStore } from '../../../app/store.js';
import { uuid } from '../../../app/uuid.js';
import { keep } from '../kept.js';
import * as api from './api.js';
import { isPlain, isSame, shownAt } from './viewAddress.js';

/** @typedef {import('./api.js').View} View */

export const views = createStore({
  /** In the person's order; null before the first response. */
  views: /** @type {readonly View[] | null} */ (null),
  problem: /** @type {string | null} */ (null),
  /** The view whose name is being written, or the new one. */
  dialog: /** @type {{ before: View | null, key: string, name: string, errors: Record<string, string[]>, problem: string | null, saving: boolean } | null} */ (null),
});

export const { refresh, showAtOnce, attempt } = keep(views, async (signal) => ({ views: await api.readViews(signal) }));

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
export const openViewDialog = (before) => views.set({ dialog: { before, key: uuid(), name: before?.name ?? '', errors: {}, problem: null, saving: false } });

export const closeViewDialog = () => views.set({ dialog: null });

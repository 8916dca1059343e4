// @ts-check
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';

/** @typedef {{ kind: 'project' | 'label' | 'view', key: string }} Item key: a project's or view's id, or a label's name */

/** Whether the window has room for the sidebar; else it is a sheet. */
export const wide = matchMedia('(width >= 64rem)');

export const sidebarState = createStore({
  sheet: false,
  /** What the menu is open for. */
  menu: /** @type {Item | null} */ (null),
  /** Whether the labels are unfolded; null until somebody folds or unfolds them. */
  labels: /** @type {boolean | null} */ (null),
});

wide.addEventListener('change', () => sidebarState.set({ sheet: false, menu: null }));
session.subscribe(() => {
  if (session.state.status === 'signed-out') sidebarState.reset();
});

export const openSheet = () => sidebarState.set({ sheet: true, menu: null });

export const closeSheet = () => sidebarState.state.sheet && sidebarState.set({ sheet: false, menu: null });

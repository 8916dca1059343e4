// @ts-check
// Light or dark: the system's, unless the user has chosen. start.js sets it before the first paint.
import { browserStorage } from '../storage.js';
import { createStore } from '../store.js';

const KEY = 'primetask-theme';

/** @typedef {'system' | 'light' | 'dark'} Theme */

/** @type {readonly { value: Theme, label: string }[]} */
export const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export const theme = createStore({ chosen: current() });

window.addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY) apply(toTheme(newValue));
});

/** @param {Theme} chosen */
export function chooseTheme(chosen) {
  apply(chosen);
  browserStorage.keep(KEY, chosen === 'system' ? null : chosen);
}

/** @param {Theme} chosen */
function apply(chosen) {
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  theme.set({ chosen });
}

function current() {
  return toTheme(document.documentElement.dataset.theme);
}

/**
 * @param {string | null | undefined} value
 * @returns {Theme}
 */
function toTheme(value) {
  return value === 'light' || value === 'dark' ? value : 'system';
}

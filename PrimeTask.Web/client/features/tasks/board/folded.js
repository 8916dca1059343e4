// @ts-check
// Whether the column of what is cancelled is folded: it is until somebody unfolds it, on this device.
import { createStore } from '../../../app/store.js';

const KEY = 'primetask-board-unfolded';

export const folded = createStore({ cancelled: read() });

/** @param {boolean} cancelled */
export function fold(cancelled) {
  folded.set({ cancelled });
  try {
    if (cancelled) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'yes');
  } catch {
    // Storage is switched off: it holds for as long as the page.
  }
}

function read() {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true; // Storage is switched off.
  }
}

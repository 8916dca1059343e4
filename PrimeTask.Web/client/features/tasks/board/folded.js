// @ts-check
// Whether the column of what is cancelled is folded: it is until somebody unfolds it, on this device.
import { browserStorage } from '../../../app/storage.js';
import { createStore } from '../../../app/store.js';

const KEY = 'primetask-board-unfolded';

export const folded = createStore({ cancelled: !browserStorage.read(KEY) });

/** @param {boolean} cancelled */
export function fold(cancelled) {
  folded.set({ cancelled });
  browserStorage.keep(KEY, cancelled ? null : 'yes');
}

// @ts-check
// Remembers that this browser has a session, not the session itself: without it, every first visit would ask the API in vain.

const KEY = 'primetask-session';

export function isSet() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true; // Storage is switched off: asking the API is the only way to know.
  }
}

export const set = () => write(() => localStorage.setItem(KEY, 'yes'));

export const clear = () => write(() => localStorage.removeItem(KEY));

/** @param {() => void} change */
function write(change) {
  try {
    change();
  } catch {
    // Storage is switched off; isSet answers for that.
  }
}

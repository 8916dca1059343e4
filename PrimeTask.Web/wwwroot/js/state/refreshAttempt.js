// @ts-check
// The key of the refresh that is under way. It outlives the page: when a page is left before the answer arrives, the next one repeats the attempt and gets
// the very tokens that were lost on the way. It is no secret: without the cookie it opens nothing.
import { uuid } from '../lib/uuid.js';

const NAME = 'primetask-refresh-attempt';

/** @type {string | null} where storage is switched off, the key lives as long as the page */
let own = null;

/** @returns {string} the key of the attempt that has had no answer yet, or of a new one */
export function current() {
  own = read() ?? own ?? uuid();
  write(own);
  return own;
}

export function forget() {
  own = null;
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

function read() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** @param {string} key */
function write(key) {
  try {
    localStorage.setItem(NAME, key);
  } catch {
    // Storage is switched off or full: a page that stays still repeats its own attempts.
  }
}

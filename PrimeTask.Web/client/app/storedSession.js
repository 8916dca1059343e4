// @ts-check
// What a browser keeps of a session from one page to the next. None of it is secret: without the cookie, which no script can read, it gives no access.
import { browserStorage } from './storage.js';
import { uuid } from './uuid.js';

/** That there is a session: without it, every first visit would send a request that cannot succeed. start.js reads it too. */
const EXISTS = 'primetask-session';

/**
 * The idempotency key of the refresh that is under way. When a page is left before the response arrives, the next page retries with it and gets the tokens that
 * were lost on the way.
 */
const ATTEMPT = 'primetask-refresh-attempt';

/** Whether there may be a session; where storage is switched off, asking the API is the only way to know. */
export const mayExist = () => browserStorage.read(EXISTS) !== null;

export const begin = () => browserStorage.keep(EXISTS, 'yes');

export const end = () => browserStorage.keep(EXISTS, null);

/** @type {string | null} where storage is switched off or full, the key lives as long as the page */
let own = null;

/** @returns {string} the key of the attempt that has had no response yet, or of a new one */
export function currentAttempt() {
  const key = browserStorage.read(ATTEMPT) ?? own ?? uuid();
  own = key;
  browserStorage.keep(ATTEMPT, key);
  return key;
}

export function endAttempt() {
  own = null;
  browserStorage.keep(ATTEMPT, null);
}

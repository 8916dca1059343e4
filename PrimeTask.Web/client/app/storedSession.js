// @ts-check
// What a browser keeps of a session from one page to the next. None of it is secret: without the cookie, which no script can read, it gives no access.
import { uuid } from './uuid.js';

/** That there is a session: without it, every first visit would send a request that cannot succeed. app/shell/start.js reads it too. */
const EXISTS = 'primetask-session';

/**
 * The idempotency key of the refresh that is under way. When a page is left before the response arrives, the next page retries with it and gets the tokens that
 * were lost on the way.
 */
const ATTEMPT = 'primetask-refresh-attempt';

/** Whether there may be a session; where storage is switched off, asking the API is the only way to know. */
export const mayExist = () => access((storage) => storage.getItem(EXISTS) !== null) ?? true;

export const begin = () => access((storage) => storage.setItem(EXISTS, 'yes'));

export const end = () => access((storage) => storage.removeItem(EXISTS));

/** @type {string | null} where storage is switched off or full, the key lives as long as the page */
let own = null;

/** @returns {string} the key of the attempt that has had no response yet, or of a new one */
export function currentAttempt() {
  const key = access((storage) => storage.getItem(ATTEMPT)) ?? own ?? uuid();
  own = key;
  access((storage) => storage.setItem(ATTEMPT, key));
  return key;
}

export function endAttempt() {
  own = null;
  access((storage) => storage.removeItem(ATTEMPT));
}

/**
 * @template T
 * @param {(storage: Storage) => T} use
 * @returns {T | null} null where storage is switched off or full
 */
function access(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

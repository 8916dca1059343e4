// @ts-check
// What is being written, kept in this tab so that a reload does not lose it. It goes when it is saved, discarded, or its author signs out.

const KEY = 'primetask-draft';

/**
 * @typedef {object} Draft
 * @property {number} author
 * @property {number | null} id
 * @property {string | null} seen
 * @property {string} key
 * @property {Record<string, string>} saved
 * @property {Record<string, string>} fields
 * @property {import('./merge.js').Difference[]} conflict
 */

/** @param {Draft} draft */
export const keepDraft = (draft) => access((storage) => storage.setItem(KEY, JSON.stringify(draft)));

export const dropDraft = () => access((storage) => storage.removeItem(KEY));

/**
 * @param {number} author
 * @returns {Draft | null} null where there is none, or another's
 */
export function draftOf(author) {
  const text = access((storage) => storage.getItem(KEY));
  if (!text) return null;
  const draft = parse(text);
  if (draft?.author === author) return draft;
  dropDraft();
  return null;
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not written by this app.
  }
}

/**
 * @template T
 * @param {(storage: Storage) => T} use
 */
function access(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null; // Storage is switched off or full: the draft lives as long as the page.
  }
}

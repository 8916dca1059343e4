// @ts-check
// What is being written, kept in this tab so that a reload does not lose it. It goes when it is saved, discarded, or its author signs out.

/** What is written in the panel of a task. */
export const PANEL = 'primetask-panel';

/** @param {string} key @returns {boolean} whether a draft of anybody is kept */
export const isKept = (key) => Boolean(access((storage) => storage.getItem(key)));

/**
 * @template {{ author: number }} T
 * @param {string} key in the tab's storage
 */
export function createDraft(key) {
  const drop = () => access((storage) => storage.removeItem(key));
  return {
    drop,

    /** @param {T} draft */
    keep: (draft) => access((storage) => storage.setItem(key, JSON.stringify(draft))),

    /**
     * @param {number} author
     * @returns {T | null} null where there is none, or another's
     */
    of(author) {
      const text = access((storage) => storage.getItem(key));
      if (!text) return null;
      const draft = /** @type {T | null} */ (parse(text));
      if (draft?.author === author) return draft;
      drop();
      return null;
    },
  };
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

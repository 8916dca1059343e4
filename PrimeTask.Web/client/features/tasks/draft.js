// @ts-check
// What is being written, kept in this tab so that a reload does not lose it. It goes when it is saved, discarded, or its author signs out.
import { tabStorage } from '../../app/storage.js';

/** What is written in the panel of a task. */
export const PANEL = 'primetask-panel';

/** @param {string} key @returns {boolean} whether a draft of anybody is kept */
export const isKept = (key) => Boolean(tabStorage.read(key));

/**
 * @template {{ author: number }} T
 * @param {string} key in the tab's storage
 */
export function createDraft(key) {
  const drop = () => tabStorage.keep(key, null);
  return {
    drop,

    /** @param {T} draft */
    keep: (draft) => tabStorage.keepValue(key, draft),

    /**
     * @param {number} author
     * @returns {T | null} null where there is none, or another's
     */
    of(author) {
      const draft = /** @type {T | null} */ (tabStorage.readValue(key));
      if (draft?.author === author) return draft;
      if (draft) drop();
      return null;
    },
  };
}

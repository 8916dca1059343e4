// @ts-check
// What can be undone, newest last; each entry once.

/**
 * @template T
 * @param {number} most entries; the oldest are forgotten
 */
export function createUndoStack(most) {
  /** @type {T[]} */
  let entries = [];
  /** @param {T} entry */
  const take = (entry) => {
    if (!entries.includes(entry)) return false;
    entries = entries.filter((other) => other !== entry);
    return true;
  };
  return {
    /** @param {T} entry */
    push: (entry) => void (entries = [...entries, entry].slice(-most)),
    /** @returns {T | undefined} the newest */
    last: () => entries.at(-1),
    /** Removes it, and says whether it was still there. */
    take,
    clear: () => void (entries = []),
  };
}

// @ts-check
// What can be taken back, newest last; each entry is taken once.

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
    /** Whether it was still there; then it is taken. */
    take,
    clear: () => void (entries = []),
  };
}

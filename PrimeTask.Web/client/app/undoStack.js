// @ts-check
// What can be undone, in order; each entry once.

/**
 * @template {{ order: number }} T
 * @param {number} most entries; the first are forgotten
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
    push: (entry) => void (entries = [...entries, entry].sort((one, other) => one.order - other.order).slice(-most)),
    /** @returns {T | undefined} */
    last: () => entries.at(-1),
    /** Removes it, and says whether it was still there. */
    take,
    clear: () => void (entries = []),
  };
}

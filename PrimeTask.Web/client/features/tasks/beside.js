// @ts-check
// Places in an order by hand, as the API takes them: beside something else.

/** @typedef {{ before: number } | { after: number }} Beside the id of what comes after it, or before it */

/**
 * @param {number} id
 * @param {boolean} isAfter
 * @returns {Beside}
 */
export const besideOf = (id, isAfter) => (isAfter ? { after: id } : { before: id });

/** @param {Beside} beside */
export const anchorOf = (beside) => ('before' in beside ? beside.before : beside.after);

/**
 * @param {readonly { id: number }[]} items in order
 * @param {number} id
 * @returns {Beside | undefined} where it is now; undefined where it is alone, or not there
 */
export function besideNow(items, id) {
  const at = items.findIndex((one) => one.id === id);
  const [next, previous] = [items[at + 1], items[at - 1]];
  return at < 0 ? undefined : next ? { before: next.id } : previous && { after: previous.id };
}

/**
 * @template {{ id: number }} T
 * @param {readonly T[]} items in order
 * @param {T} item that may be among them
 * @param {Beside} beside
 * @returns {T[] | null} with the item there, once; null where the other one is not among them
 */
export function putBeside(items, item, beside) {
  const others = items.filter(({ id }) => id !== item.id);
  const at = others.findIndex(({ id }) => id === anchorOf(beside));
  return at < 0 ? null : others.toSpliced('before' in beside ? at : at + 1, 0, item);
}

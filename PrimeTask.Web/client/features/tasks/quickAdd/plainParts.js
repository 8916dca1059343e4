// @ts-check
// The parts of a text that were taken back, while the text changes around them.

/** @typedef {{ start: number, end: number }} Part */

/**
 * @param {readonly Part[]} parts
 * @param {string} before
 * @param {string} after
 * @returns {Part[]} where they are now; one that was changed itself is no longer one
 */
export function moved(parts, before, after) {
  if (parts.length === 0) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let behind = 0;
  while (behind < Math.min(before.length, after.length) - start && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  const end = before.length - behind;
  const by = after.length - before.length;
  return parts.flatMap((part) => {
    if (part.end <= start) return [part];
    return part.start >= end ? [{ start: part.start + by, end: part.end + by }] : [];
  });
}

// @ts-check
// Counts as text. The server stops counting at some point and says so.

/**
 * A number as the person's languages write it.
 * @param {number} number
 */
export const numberText = (number) => number.toLocaleString(navigator.languages);

/** @param {number} share of 1 */
export const percentText = (share) => share.toLocaleString(navigator.languages, { style: 'percent' });

/**
 * @param {number} count
 * @param {boolean} [isMinimum] whether there are more
 */
export const countText = (count, isMinimum = false) => `${numberText(count)}${isMinimum ? '+' : ''}`;

/**
 * @param {number} count
 * @param {number} days
 */
export function rateText(count, days) {
  const rate = Math.round((count / days) * 10) / 10;
  return count > 0 && rate === 0 ? `less than ${numberText(0.1)} a day` : `${numberText(rate)} a day`;
}

/**
 * What a page that was read adds to the server's count.
 * @param {{ count: number, isMinimum: boolean }} counted
 * @param {{ page: number, size: number, shown: number, more: boolean }} read more: whether something follows it
 * @returns {{ count: number, isMinimum: boolean }}
 */
export function countedSoFar({ count, isMinimum }, { page, size, shown, more }) {
  if (!isMinimum) return { count, isMinimum };
  const seen = (page - 1) * size + shown;
  return more ? { count: Math.max(count, seen), isMinimum } : { count: seen, isMinimum: false };
}

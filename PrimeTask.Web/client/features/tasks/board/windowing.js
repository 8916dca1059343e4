// @ts-check
// Which rows of a long list are drawn: what is seen, and a little more on both sides.

const BEYOND = 6;
const STEP = 4;

/**
 * Moves in steps, so that scrolling by a few pixels draws nothing.
 * @param {{ top: number, height: number, row: number }} list pixels scrolled, pixels seen, pixels of a row
 * @returns {{ first: number, end: number }} from the first row to the one before the end, which may lie behind the last row there is
 */
export function rowsSeen({ top, height, row }) {
  return {
    first: Math.max(0, Math.floor((top / row - BEYOND) / STEP) * STEP),
    end: Math.ceil(((top + height) / row + BEYOND) / STEP) * STEP,
  };
}

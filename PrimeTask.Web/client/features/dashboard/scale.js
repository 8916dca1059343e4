// @ts-check

/**
 * Round numbers from 0 to at least the largest value, for the axis of a chart of counts.
 * @param {number} largest
 * @returns {number[]} two to five steps of 1, 2 or 5 times a power of ten
 */
export function ticks(largest) {
  const rough = Math.max(1, largest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 1);
  const steps = Math.max(2, Math.ceil(largest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

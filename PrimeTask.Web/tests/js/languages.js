// @ts-check

/**
 * What the browser's user reads, as browsers say it; Node.js says it only in newer versions.
 * @param {...string} languages most liked first
 */
export const readIn = (...languages) => Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });

// @ts-check

/**
 * What differs from before.
 * @template {Readonly<Record<string, unknown>>} T
 * @param {T} now
 * @param {{ readonly [Name in keyof T]: unknown }} before
 * @returns {Partial<T>}
 */
export const changed = (now, before) => /** @type {Partial<T>} */ (Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name])));

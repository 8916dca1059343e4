// @ts-check
// Arithmetic of days and time zones: the browser's own, or one that is loaded where it has none.

/** @typedef {typeof import('../lib/temporal-polyfill/temporal.js').Temporal} TemporalNamespace */

/** @returns {Promise<TemporalNamespace>} */
export async function loadTemporal() {
  return /** @type {{ Temporal?: TemporalNamespace }} */ (globalThis).Temporal ?? (await import('../lib/temporal-polyfill/temporal.js')).Temporal;
}

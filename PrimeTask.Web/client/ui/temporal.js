// @ts-check
// Arithmetic of days and time zones: the browser's own, or one that is loaded where it has none.

/** @typedef {typeof import('temporal-polyfill').Temporal} TemporalNamespace */

/** @returns {Promise<TemporalNamespace>} */
export async function loadTemporal() {
  return /** @type {{ Temporal?: TemporalNamespace }} */ (globalThis).Temporal ?? (await import('temporal-polyfill')).Temporal;
}

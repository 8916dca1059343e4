// @ts-check
// Arithmetic of days and time zones: the browser's own, or one that is loaded where it has none.
import { personsZone } from './dates.js';

/** @typedef {typeof import('temporal-polyfill').Temporal} TemporalNamespace */

/** @returns {Promise<TemporalNamespace>} */
export async function loadTemporal() {
  return /** @type {{ Temporal?: TemporalNamespace }} */ (globalThis).Temporal ?? (await import('temporal-polyfill')).Temporal;
}

/**
 * @param {string} day `2030-01-31`
 * @param {number} [seconds] to add
 * @returns {Promise<string>} when it begins where the person is, RFC 3339
 */
export async function startOf(day, seconds = 0) {
  const Temporal = await loadTemporal();
  return Temporal.PlainDate.from(day).toZonedDateTime(personsZone()).toInstant().add({ seconds }).toString();
}

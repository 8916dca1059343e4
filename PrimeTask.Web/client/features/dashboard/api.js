// @ts-check
import { ApiError, request } from '../../app/http.js';
import { own } from '../tasks/api.js';

/** @import { Schemas } from '../../../types/api.js' */
/** @typedef {Schemas['TaskStats']} Stats */
/** @typedef {Schemas['CompletedPerDay']} Series */

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Stats>}
 */
export async function readStats(signal) {
  const { body } = await request('GET', '/tasks/stats/', { query: own, signal });
  return body.data;
}

/**
 * Tasks completed on each day up to today.
 * @param {number} days
 * @param {string} timeZone IANA name; where the server does not know it, its days are those of UTC
 * @param {AbortSignal} [signal]
 * @returns {Promise<Series>}
 */
export async function readCompletedPerDay(days, timeZone, signal) {
  try {
    return await readSeries({ days, time_zone: timeZone }, signal);
  } catch (error) {
    if (!(error instanceof ApiError && error.errors.time_zone)) throw error;
    return readSeries({ days }, signal);
  }
}

/**
 * @param {{ days: number, time_zone?: string }} query
 * @param {AbortSignal} [signal]
 */
async function readSeries(query, signal) {
  const { body } = await request('GET', '/tasks/stats/completed/', { query: { ...own, ...query }, signal });
  return body.data;
}

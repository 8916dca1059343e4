// @ts-check
import { request } from '../../app/http.js';
import { current, own } from '../tasks/api.js';

/** @import { Schemas } from '../../../types/api.js' */
/** @typedef {Schemas['TaskStats']} Stats */
/** @typedef {Schemas['CompletedPerDay']} Series */

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Stats>}
 */
export async function readStats(signal) {
  const { body } = await request('GET', '/tasks/stats/', { query: current, signal });
  return body.data;
}

/**
 * Tasks completed on each day up to today, where the person is.
 * @param {number} days
 * @param {AbortSignal} [signal]
 * @returns {Promise<Series>}
 */
export async function readCompletedPerDay(days, signal) {
  const { body } = await request('GET', '/tasks/stats/completed/', { query: { ...own, days }, signal });
  return body.data;
}

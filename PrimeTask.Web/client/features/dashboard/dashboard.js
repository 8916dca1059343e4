// @ts-check
// The stats of the dashboard.
import { onReconnect } from '../../app/connection.js';
import { ApiError } from '../../app/http.js';
import { session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import { onNewDay } from '../../ui/clock.js';
import { onRefusal } from '../tasks/edits.js';
import * as versions from '../tasks/versions.js';
import { readCompletedPerDay, readStats } from './api.js';
import { readNext } from './next.js';

export const DAYS = 30;

/**
 * @typedef {object} DashboardState
 * @property {import('./api.js').Stats | null} stats null before the first response
 * @property {import('./api.js').Series | null} series
 * @property {import('./next.js').Next[]} next what to do next
 * @property {string | null} problem why what is shown may be out of date
 */

/** @type {DashboardState} */
const initial = { stats: null, series: null, next: [], problem: null };

export const dashboard = createStore(initial);

let shown = false;
let running = new AbortController();

versions.watchTogether(refresh);
session.subscribe(() => {
  if (session.state.status !== 'signed-in') forget();
});
onReconnect(() => void refresh());
onNewDay(refresh);
onRefusal(() => void refresh());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refresh();
});

export async function showDashboard() {
  shown = true;
  await refresh();
}

export function leaveDashboard() {
  shown = false;
  running.abort();
}

export async function refresh() {
  if (!shown || session.state.status !== 'signed-in') return;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const [stats, series, next] = await Promise.all([readStats(signal), readCompletedPerDay(DAYS, signal), readNext(signal)]);
    if (!signal.aborted) dashboard.set({ stats, series, next, problem: null });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    if (session.state.status === 'signed-in') dashboard.set({ problem: error.sentence });
  }
}

function forget() {
  running.abort();
  dashboard.reset();
}

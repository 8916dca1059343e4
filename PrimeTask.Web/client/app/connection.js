// @ts-check
// Whether the API responds. While it does not, requests are retried until it does; views can load their data again then.
import { probe, watchReachability } from './http.js';
import { createStore } from './store.js';

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 8_000;

/** @typedef {'online' | 'offline' | 'down'} Status */

export const connection = createStore({ status: /** @type {Status} */ (navigator.onLine ? 'online' : 'offline') });

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let wait = FIRST_RETRY_MS;

watchReachability((reached) => (reached ? recovered() : lost()));
window.addEventListener('offline', lost);
window.addEventListener('online', () => void tryAgain());

/** Retries at once instead of when the timer fires. */
export async function tryAgain() {
  clearTimeout(timer);
  timer = undefined;
  await probe();
}

function recovered() {
  clearTimeout(timer);
  timer = undefined;
  wait = FIRST_RETRY_MS;
  if (connection.state.status !== 'online') connection.set({ status: 'online' });
}

function lost() {
  const status = navigator.onLine ? 'down' : 'offline';
  if (connection.state.status !== status) connection.set({ status });
  timer ??= setTimeout(() => void tryAgain(), wait);
  wait = Math.min(MAX_RETRY_MS, wait * 2);
}

/**
 * Runs something each time the connection is back.
 * @param {() => void} run
 */
export function onReconnect(run) {
  let { status } = connection.state;
  connection.subscribe(() => {
    const before = status;
    status = connection.state.status;
    if (before !== 'online' && status === 'online') run();
  });
}

// @ts-check
// “Today” and “overdue” change without anybody's doing: views follow this clock.
import { today } from './dates.js';
import { createStore } from '../app/store.js';

const MINUTE_MS = 60_000;

/** Changes once a minute. */
export const clock = createStore({ at: Date.now() });

/** @type {Set<() => unknown>} */
const loads = new Set();
let day = '';
// The first date that a browser formats takes it long.
setTimeout(() => (day = today()));

/** @param {() => unknown} load at the beginning of each day */
export const onNewDay = (load) => loads.add(load);

setInterval(() => {
  const before = day;
  day = today();
  clock.set({ at: Date.now() });
  if (before !== day) for (const load of loads) load();
}, MINUTE_MS);

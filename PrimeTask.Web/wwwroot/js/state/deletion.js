// @ts-check
import { createStore } from '../lib/store.js';
import { session } from './session.js';

/** The task whose deletion waits for a yes. */
export const deletion = createStore({ task: /** @type {import('../api/tasks.js').Task | null} */ (null), position: 0 });

session.subscribe(() => {
  if (session.state.status !== 'signed-in') deletion.reset();
});

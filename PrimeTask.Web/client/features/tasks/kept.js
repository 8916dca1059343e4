// @ts-check
// What every view shows beside its own, such as the person's projects: read when they come, kept up to date, and changed at once.
import { onReconnect } from '../../app/connection.js';
import { ApiError } from '../../app/http.js';
import { notifyProblem } from '../../app/notices.js';
import { beforeLogOut, onNextPerson, session } from '../../app/session.js';

/**
 * @template {{ problem: string | null }} T problem: why what is shown may be out of date
 * @param {{ set: (changes: Partial<T>) => void, reset: () => void }} store
 * @param {(signal: AbortSignal) => Promise<Partial<T>>} read
 */
export function keep(store, read) {
  let running = new AbortController();
  let changes = 0;
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let wasSignedIn = false;

  session.subscribe(follow);
  // Whose session has expired comes back to what is here, and to a name that was being written.
  onNextPerson(() => store.reset());
  beforeLogOut(() => last);
  onReconnect(() => void refresh());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });

  // The session may have been resumed before this module came.
  follow();

  function follow() {
    const isSignedIn = session.state.status === 'signed-in';
    if (session.state.status === 'signed-out') running.abort();
    if (isSignedIn && !wasSignedIn) void refresh();
    wasSignedIn = isSignedIn;
  }

  async function refresh() {
    // While something is being changed, a response may be from before it: the last change reads when it is done.
    if (session.state.status !== 'signed-in' || changes > 0) return;
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const found = await read(signal);
      if (!signal.aborted) store.set({ ...found, problem: null });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      if (session.state.status === 'signed-in') store.set(/** @type {Partial<T>} */ ({ problem: error.sentence }));
    }
  }

  /** @param {Partial<T>} found what is known already; what is being read may be from before it */
  function showAtOnce(found) {
    running.abort();
    store.set(found);
  }

  /**
   * Does something after all that was to be done before, and reads how it is then.
   * @param {string} failure what is said if the server refuses
   * @param {() => Promise<unknown>} work
   * @returns {Promise<boolean>} whether it is done
   */
  async function attempt(failure, work) {
    const { user } = session.state;
    changes += 1;
    running.abort();
    try {
      // The next person at this browser has nothing to do with it.
      const result = last.then(() => session.state.user?.id === user?.id && work().then(() => true));
      last = result.catch(() => {});
      return await result;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notifyProblem(`${failure} ${error.sentence}`);
      return false;
    } finally {
      changes -= 1;
      await refresh();
    }
  }

  return { refresh, showAtOnce, attempt };
}

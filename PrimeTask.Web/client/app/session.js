// @ts-check
// Who is signed in. The access token lives in this module's memory only; the refresh token is a cookie no script can read.
import * as auth from './auth.js';
import { ApiError, useCredentials } from './http.js';
import { createStore } from './store.js';
import * as stored from './storedSession.js';

/** @typedef {import('./auth.js').User} User */

/**
 * @typedef {object} SessionState
 * @property {'starting' | 'signed-in' | 'leaving' | 'signed-out' | 'unreachable'} status 'leaving' during a logout: what is read then would be refused
 * @property {User | null} user
 * @property {boolean} expired the session ended by itself: what the person typed is kept
 * @property {string | null} problem why the session could not be resumed
 */

/** @type {SessionState} */
const initial = { status: 'starting', user: null, expired: false, problem: null };

export const session = createStore(initial);

/**
 * Forgets what the person before did and wrote: when they log out, and when somebody else signs in after their session ended by itself.
 * @param {() => unknown} forget
 */
export function onNextPerson(forget) {
  let last = session.state.user?.id ?? null;
  session.subscribe(() => {
    const { status, user, expired } = session.state;
    if ((status === 'signed-out' && !expired) || (user && last !== null && user.id !== last)) forget();
    last = user?.id ?? last;
  });
}

const channel = new BroadcastChannel('primetask-session');

/** @type {string | null} */
let accessToken = null;
/** @type {Promise<User | null> | null} */
let renewal = null;

useCredentials({ accessToken: () => accessToken, renew: async () => (await renew()) !== null });

channel.addEventListener('message', ({ data }) => {
  if (data.type === 'signed-out') end({ expired: false });
  if (data.type === 'signed-in' && data.user !== session.state.user?.id) void resume();
});

// A page taken out of the back-forward cache shows what was there before a sign-out elsewhere.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) void resume();
});

/** Resumes the session of an earlier visit, if there is one. */
export async function resume() {
  accessToken = null;
  if (!stored.mayExist()) return end({ expired: false });
  session.set({ status: 'starting', user: null, problem: null });
  try {
    const user = await renew();
    if (user) begin(user);
  } catch (error) {
    failedToResume(error);
  }
}

/** @param {unknown} error */
function failedToResume(error) {
  if (!(error instanceof ApiError)) throw error;
  session.set({ status: 'unreachable', problem: error.sentence });
}

/** @param {Parameters<typeof auth.login>[0]} credentials */
export async function logIn(credentials) {
  enter(await auth.login(credentials));
}

/** @param {Parameters<typeof auth.register>[0]} account */
export async function register(account) {
  enter(await auth.register(account));
}

/** @type {(() => Promise<unknown>)[]} */
const logOutTasks = [];

/** @param {() => Promise<unknown>} work what still has to be done in the person's name */
export const beforeLogOut = (work) => logOutTasks.push(work);

/** @throws {ApiError} when the server did not end the session: then it goes on */
export async function logOut() {
  await Promise.all(logOutTasks.map((work) => work()));
  session.set({ status: 'leaving' });
  try {
    await auth.logout();
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401)) {
      session.set({ status: 'signed-in' });
      throw error;
    }
  }
  end({ expired: false });
  channel.postMessage({ type: 'signed-out' });
}

/** @param {{ access: string, user: User }} response */
function enter({ access, user }) {
  accessToken = access;
  begin(user);
  channel.postMessage({ type: 'signed-in', user: user.id });
}

/** @param {User} user */
function begin(user) {
  stored.begin();
  session.set({ status: 'signed-in', user, expired: false, problem: null });
}

/** @param {{ expired: boolean }} how */
function end({ expired }) {
  accessToken = null;
  stored.end();
  session.set({ status: 'signed-out', user: null, expired, problem: null });
}

/** Gets a new access token, once for all who ask at the same time, and tells whose it is; null when the session is over. */
function renew() {
  renewal ??= withTabLock(refresh).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function refresh() {
  try {
    const { access, user } = await auth.refresh(stored.currentAttempt());
    stored.endAttempt();
    accessToken = access;
    return user;
  } catch (error) {
    // Without a response the attempt goes on: a retry with its key gets the tokens that were lost.
    if (!(error instanceof ApiError) || (error.status !== 400 && error.status !== 401)) throw error;
    stored.endAttempt();
    end({ expired: true });
    return null;
  }
}

/**
 * A refresh token works once, so two tabs must not present the same one.
 * @param {() => Promise<User | null>} work
 */
async function withTabLock(work) {
  // Browsers offer locks only on HTTPS and localhost.
  return navigator.locks ? navigator.locks.request('primetask-refresh', work) : work();
}

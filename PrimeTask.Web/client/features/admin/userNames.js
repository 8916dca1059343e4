// @ts-check
// The names behind the ids of users, for admins: each is asked for once.
import { ApiError } from '../../app/http.js';
import { session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import * as admin from './api.js';

/** @type {Record<number, string | null>} null for a user who is gone */
const none = {};

export const userNames = createStore({ known: none });

/** @type {Set<number>} */
const asked = new Set();

session.subscribe(() => {
  if (session.state.status === 'signed-in') return;
  asked.clear();
  userNames.reset();
});

/** @param {readonly { id: number, username: string | null }[]} users without a name: gone */
export function remember(users) {
  const names = Object.fromEntries(users.map(({ id, username }) => [id, username]));
  userNames.set({ known: { ...userNames.state.known, ...names } });
}

/** @param {readonly number[]} ids */
export async function lookUp(ids) {
  await Promise.all(ids.filter((id) => !asked.has(id) && userNames.state.known[id] === undefined).map(lookUpOne));
}

/** @param {number} id */
async function lookUpOne(id) {
  asked.add(id);
  try {
    remember([await admin.readUser(id)]);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Until its name is known a user is shown by the id.
    if (error.status !== 404) asked.delete(id);
    else remember([{ id, username: null }]);
  }
}

/** @param {number} id */
export function nameOf(id) {
  const name = userNames.state.known[id];
  return name === null ? `deleted user ${id}` : (name ?? `user ${id}`);
}

/**
 * @param {string} text a username, in any case
 * @returns {Promise<number | null>} the id of the user with exactly this name
 */
export async function idOf(text) {
  const wanted = text.trim().toLowerCase();
  const { results } = await admin.listUsers({ search: wanted, page_size: 100 });
  remember(results);
  return results.find(({ username }) => username === wanted)?.id ?? null;
}

// @ts-check
// The own account.
import { request } from './http.js';

/** @typedef {import('./auth.js').User} User */

/**
 * @typedef {object} Session
 * @property {number} id
 * @property {string} created_at
 * @property {string} last_used_at
 * @property {string | null} ip_address
 * @property {string | null} user_agent
 * @property {boolean} current whether it is the one that asks
 */

/**
 * @param {Partial<Pick<User, 'username' | 'first_name' | 'last_name'>>} changes
 * @returns {Promise<User>}
 */
export async function changeProfile(changes) {
  const { body } = await request('PATCH', '/auth/profile/', { body: changes });
  return body.data;
}

/**
 * Ends all other sessions.
 * @param {{ old_password: string, new_password: string, new_password_confirm: string }} passwords
 * @returns {Promise<void>}
 */
export async function changePassword(passwords) {
  await request('PUT', '/auth/change-password/', { body: passwords });
}

/**
 * @param {{ page: number, page_size: number }} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ count: number, results: Session[] }>}
 */
export async function listSessions(query, signal) {
  const { body } = await request('GET', '/auth/sessions/', { query, signal });
  return body.data;
}

/**
 * @param {number} id
 * @returns {Promise<void>}
 */
export async function endSession(id) {
  await request('DELETE', `/auth/sessions/${id}/`);
}

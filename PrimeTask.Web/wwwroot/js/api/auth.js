// @ts-check
import { request } from './http.js';

/**
 * @typedef {object} User
 * @property {number} id
 * @property {string} email
 * @property {string} username
 * @property {string} first_name
 * @property {string} last_name
 * @property {'user' | 'admin'} role
 */

// Asks the API to keep the refresh token in a cookie that scripts cannot read.
const web = { 'X-PrimeTask-Client': 'web' };

/**
 * @param {{ email: string, password: string }} credentials
 * @returns {Promise<{ access: string, user: User }>}
 */
export async function login(credentials) {
  const { body } = await request('POST', '/auth/login/', { body: credentials, headers: web, anonymous: true });
  return { access: body.access, user: body.user };
}

/**
 * @param {{ email: string, username: string, password: string, password_confirm: string }} account
 * @returns {Promise<{ access: string, user: User }>}
 */
export async function register(account) {
  const { body } = await request('POST', '/auth/register/', { body: account, headers: web, anonymous: true });
  return { access: body.data.tokens.access, user: body.data.user };
}

/**
 * @param {string} key the same for every retry of one attempt, so that a lost answer does not end the session
 * @returns {Promise<{ access: string, user: User }>}
 */
export async function refresh(key) {
  const { body } = await request('POST', '/auth/refresh/', {
    body: {},
    headers: { ...web, 'Idempotency-Key': key },
    anonymous: true,
  });
  return { access: body.access, user: body.user };
}

/** @returns {Promise<void>} */
export async function logout() {
  await request('POST', '/auth/logout/', { body: {}, headers: web });
}

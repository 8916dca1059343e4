// @ts-check
import { request } from './http.js';

/** @import { Schemas } from '../../types/api.js' */
/** @typedef {Schemas['UserResponse']} User */

// Asks the API to keep the refresh token in a cookie that scripts cannot read.
const web = { 'X-PrimeTask-Client': 'web' };

/**
 * @param {Schemas['LoginRequest']} credentials
 * @returns {Promise<{ access: string, user: User }>}
 */
export async function login(credentials) {
  const { body } = await request('POST', '/auth/login/', { body: credentials, headers: web, anonymous: true });
  return signedIn(body);
}

/**
 * @param {Schemas['RegisterRequest']} account
 * @returns {Promise<{ access: string, user: User }>}
 */
export async function register(account) {
  const { body } = await request('POST', '/auth/register/', { body: account, headers: web, anonymous: true });
  return { access: body.data.tokens.access, user: body.data.user };
}

/**
 * @param {string} key the same for every retry of one attempt, so that a lost response does not end the session
 * @returns {Promise<{ access: string, user: User }>}
 */
export async function refresh(key) {
  const { body } = await request('POST', '/auth/refresh/', {
    body: {},
    headers: { ...web, 'Idempotency-Key': key },
    anonymous: true,
  });
  return signedIn(body);
}

/** @param {Schemas['TokenResponse']} response */
function signedIn({ access, user }) {
  if (!user) throw new TypeError('A caller that keeps the refresh token in a cookie is told whose it is.');
  return { access, user };
}

/** @returns {Promise<void>} */
export async function logout() {
  await request('POST', '/auth/logout/', { body: {}, headers: web });
}

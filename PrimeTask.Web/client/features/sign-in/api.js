// @ts-check
// What links in mail do. Without the access token: who follows a link may be signed in as somebody else here.
import { request } from '../../app/http.js';

/** @import { Schemas } from '../../../types/api.js' */

/**
 * @param {string} email
 * @param {string} key the same for every retry of one attempt
 * @returns {Promise<void>}
 */
export async function askForReset(email, key) {
  await request('POST', '/auth/password-reset/', { body: { email }, headers: { 'Idempotency-Key': key }, anonymous: true });
}

/**
 * @param {Schemas['PasswordResetConfirmation']} reset
 * @param {string} key
 * @returns {Promise<void>}
 */
export async function resetPassword(reset, key) {
  await request('POST', '/auth/password-reset/confirm/', { body: reset, headers: { 'Idempotency-Key': key }, anonymous: true });
}

/**
 * @param {string} token
 * @param {string} key
 * @returns {Promise<void>}
 */
export async function confirmEmail(token, key) {
  await request('POST', '/auth/confirm-email/', { body: { token }, headers: { 'Idempotency-Key': key }, anonymous: true });
}

// @ts-check
// The user's own account.
import { download, request } from '../../app/http.js';

/** @import { Page, Schemas } from '../../../types/api.js' */
/** @typedef {Schemas['SessionResponse']} Session */

/**
 * @param {Schemas['ProfilePatch']} changes
 * @returns {Promise<import('../../app/auth.js').User>}
 */
export async function changeProfile(changes) {
  const { body } = await request('PATCH', '/auth/profile/', { body: changes });
  return body.data;
}

/** @returns {Promise<void>} */
export async function sendConfirmation() {
  await request('POST', '/auth/confirm-email/send/');
}

/**
 * Ends all other sessions.
 * @param {Schemas['ChangePasswordRequest']} passwords
 * @returns {Promise<void>}
 */
export async function changePassword(passwords) {
  await request('PUT', '/auth/change-password/', { body: passwords });
}

/**
 * @param {import('../../app/http.js').Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Page<Session>>}
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

/** @typedef {Schemas['TransferResponse']} Transfer */

/**
 * @param {'json' | 'csv'} format
 * @returns {Promise<Transfer>}
 */
export async function startExport(format) {
  const { body } = await request('POST', '/export/', { body: { format } });
  return body.data;
}

/**
 * @param {Blob} file
 * @param {string} key the same for a repetition
 * @returns {Promise<Transfer>}
 */
export async function startImport(file, key) {
  const { body } = await request('POST', '/import/', { body: file, headers: { 'Idempotency-Key': key }, large: true });
  return body.data;
}

/**
 * @param {'export' | 'import'} kind
 * @param {AbortSignal} [signal]
 * @returns {Promise<Transfer>}
 */
export async function getTransfer(kind, signal) {
  const { body } = await request('GET', `/${kind}/`, { signal });
  return body.data;
}

/** @param {'export' | 'import'} kind */
export async function deleteTransfer(kind) {
  await request('DELETE', `/${kind}/`);
}

export const downloadExport = () => download('/export/file/');

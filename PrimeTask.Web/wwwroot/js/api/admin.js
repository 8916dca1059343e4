// @ts-check
// What only admins may ask for.
import { request } from './http.js';

/** @typedef {'user' | 'admin'} Role */

/**
 * @typedef {object} AdminUser
 * @property {number} id
 * @property {string} email
 * @property {string} username
 * @property {string} first_name
 * @property {string} last_name
 * @property {Role} role
 * @property {boolean} is_active
 * @property {string} created_at
 * @property {number} tasks_count
 */

/**
 * @typedef {object} AuditEntry
 * @property {number} id
 * @property {string} event
 * @property {number | null} actor who did it; null for nobody signed in, and for operators
 * @property {string | null} actor_username null when the account is gone
 * @property {number | null} subject whom it happened to; null when nobody has the account that was named
 * @property {string | null} subject_username null when the account is gone
 * @property {string} at
 * @property {string | null} ip_address
 * @property {string | null} request_id the trace's id, which the caller can choose
 * @property {string | null} span_id made by the server; null in old entries
 * @property {number | null} task that it was about
 */

/**
 * @template T
 * @typedef {{ count: number, count_is_minimum?: boolean, next: string | null, results: T[] }} Page
 */

/** @typedef {Record<string, string | number | undefined>} Query */

export const events = /** @type {const} */ ([
  { value: 'registered', label: 'Registered' },
  { value: 'signed_in', label: 'Signed in' },
  { value: 'sign_in_refused', label: 'Sign-in refused' },
  { value: 'refresh_replayed', label: 'Token used twice' },
  { value: 'logged_out', label: 'Logged out' },
  { value: 'session_ended', label: 'Session ended' },
  { value: 'password_changed', label: 'Password changed' },
  { value: 'password_reset', label: 'Password reset' },
  { value: 'role_changed', label: 'Role changed' },
  { value: 'activated', label: 'Activated' },
  { value: 'deactivated', label: 'Deactivated' },
  { value: 'deleted', label: 'Deleted' },
  { value: 'admin_created', label: 'Admin created' },
  { value: 'names_changed', label: 'Names changed' },
  { value: 'permission_denied', label: 'Permission denied' },
  { value: 'sign_in_limited', label: 'Sign-in limited' },
  { value: 'task_changed', label: 'Task changed' },
  { value: 'task_deleted', label: 'Task deleted' },
]);

/**
 * @param {Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Page<AdminUser>>}
 */
export async function listUsers(query, signal) {
  const { body } = await request('GET', '/auth/admin/users/', { query, signal });
  return body.data;
}

/**
 * @param {number} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<AdminUser>}
 */
export async function readUser(id, signal) {
  const { body } = await request('GET', `/auth/admin/users/${id}/`, { signal });
  return body.data;
}

/**
 * @param {number} id
 * @param {Partial<Pick<AdminUser, 'role' | 'is_active'>>} changes
 * @returns {Promise<AdminUser>}
 */
export async function updateUser(id, changes) {
  const { body } = await request('PATCH', `/auth/admin/users/${id}/`, { body: changes });
  return body.data;
}

/**
 * Also deletes the user's tasks.
 * @param {number} id
 * @returns {Promise<void>}
 */
export async function removeUser(id) {
  await request('DELETE', `/auth/admin/users/${id}/`);
}

/**
 * Everybody's tasks.
 * @param {Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('./tasks.js').TaskPage>}
 */
export async function listTasks(query, signal) {
  const { body } = await request('GET', '/tasks/', { query, signal });
  return body.data;
}

/**
 * @param {Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Page<AuditEntry>>}
 */
export async function listAudit(query, signal) {
  const { body } = await request('GET', '/auth/admin/audit/', { query, signal });
  return body.data;
}

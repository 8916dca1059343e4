// @ts-check
// Requests that only admins may send.
import { request } from '../../app/http.js';

/** @import { Page, Schemas } from '../../../types/api.js' */
/** @typedef {import('../../app/http.js').Query} Query */
/** @typedef {Schemas['AdminUserResponse']} AdminUser */
/** @typedef {Schemas['AuditResponse']} AuditEntry */

/** @type {readonly { value: Schemas['AuditEvent'], label: string }[]} */
export const events = [
  { value: 'registered', label: 'Registered' },
  { value: 'signed_in', label: 'Signed in' },
  { value: 'sign_in_refused', label: 'Sign-in refused' },
  { value: 'refresh_replayed', label: 'Token used twice' },
  { value: 'logged_out', label: 'Logged out' },
  { value: 'session_ended', label: 'Session ended' },
  { value: 'password_changed', label: 'Password changed' },
  { value: 'password_reset', label: 'Password reset' },
  { value: 'password_reset_requested', label: 'Password reset asked for' },
  { value: 'email_confirmed', label: 'Email confirmed' },
  { value: 'role_changed', label: 'Role changed' },
  { value: 'activated', label: 'Activated' },
  { value: 'deactivated', label: 'Deactivated' },
  { value: 'deleted', label: 'Deleted' },
  { value: 'admin_created', label: 'Admin created' },
  { value: 'names_changed', label: 'Names changed' },
  { value: 'permission_denied', label: 'Permission denied' },
  { value: 'sign_in_limited', label: 'Sign-in limited' },
  { value: 'task_changed', label: 'Task changed' },
  { value: 'task_created', label: 'Task created' },
  { value: 'task_deleted', label: 'Task deleted' },
  { value: 'task_restored', label: 'Task restored' },
];

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
 * @param {Schemas['AdminUserRequest']} changes
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
 * @returns {Promise<Page<import('../tasks/task.js').Task>>}
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

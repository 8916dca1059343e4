// @ts-check
import { html, nothing } from 'lit-html';
import { session } from '../../app/session.js';
import { numberText } from '../../ui/counts.js';
import { dataTable } from '../../ui/dataTable.js';
import { describe, describeInFull } from '../../ui/dates.js';
import { choice } from '../../ui/filters.js';
import { icon } from '../../ui/icon.js';
import { adminPage, isAdmin, listPanel, preventSubmit } from './adminPage.js';
import { searchField } from './filterFields.js';
import { changeActivity, changeRole, remove, users } from './users.js';

/** @typedef {import('./api.js').AdminUser} AdminUser */

export const stores = [users.store, session];
export const enter = () => (isAdmin() ? users.enter() : undefined);
export const { leave } = users;

const roles = [
  { value: '', label: 'Any role' },
  { value: 'user', label: 'Users' },
  { value: 'admin', label: 'Admins' },
];

const states = [
  { value: '', label: 'Any state' },
  { value: 'true', label: 'Active' },
  { value: 'false', label: 'Deactivated' },
];

export const view = () => adminPage('Users', () => html`
  <form class="filters" role="search" aria-label="Users" @submit=${preventSubmit}>
    ${searchField({ label: 'Search users', value: users.valueOf('search'), onSearch: users.search })}
    ${choice('Filter by role', roles, users.valueOf('role'), (role) => users.change({ role }))}
    ${choice('Filter by state', states, users.valueOf('is_active'), (active) => users.change({ is_active: active }))}
  </form>
  ${listPanel({ list: users, nouns: ['user', 'users'], table })}
`);

/** @param {AdminUser[]} items */
const table = (items) =>
  dataTable({
    label: 'Users',
    columns,
    items,
    busy: users.store.state.loading,
    ordering: users.ordering(),
    onOrder: (ordering) => users.change({ ordering }),
  });

/** @type {import('../../ui/dataTable.js').Column<AdminUser>[]} */
const columns = [
  { label: 'User', sort: 'username', kind: 'main', cell: who },
  { label: 'Email', sort: 'email', cell: ({ email }) => html`<bdi class="data__text">${email}</bdi>` },
  { label: 'Role', sort: 'role', cell: ({ role }) => html`<span class="tag" data-tone=${role === 'admin' ? 'accent' : nothing}>${role === 'admin' ? 'Admin' : 'User'}</span>` },
  { label: 'State', cell: ({ is_active: active }) => html`<span class="tag" data-tone=${active ? 'good' : 'bad'}>${active ? 'Active' : 'Deactivated'}</span>` },
  { label: 'Tasks', sort: 'tasks_count', cell: tasksOf },
  { label: 'Registered', sort: 'created_at', cell: ({ created_at: at }) => html`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>` },
  { label: 'Actions', kind: 'actions', cell: actions },
];

/** @param {AdminUser} user */
function who({ id, username, first_name: first, last_name: last }) {
  const full = `${first} ${last}`.trim();
  return html`
    <bdi class="data__main">${username}</bdi>
    ${id === session.state.user?.id ? html`<span class="tag" data-tone="accent">You</span>` : nothing}
    ${full ? html`<bdi class="data__aside">${full}</bdi>` : nothing}
  `;
}

/** @param {AdminUser} user */
function tasksOf({ id, username, tasks_count: count }) {
  const shown = numberText(count);
  return html`<a href="/admin/tasks?owner=${id}" aria-label="${shown} tasks of ${username}">${shown}</a>`;
}

/** @param {AdminUser} user */
function actions(user) {
  const role = user.role === 'admin' ? 'Make user' : 'Make admin';
  const activity = user.is_active ? 'Deactivate' : 'Activate';
  return html`
    <button class="button" data-size="small" type="button" aria-label="${role}: ${user.username}" @click=${() => changeRole(user)}>${role}</button>
    <button class="button" data-size="small" type="button" aria-label="${activity}: ${user.username}" @click=${() => changeActivity(user)}>${activity}</button>
    <button
      class="icon-button"
      type="button"
      aria-label="Delete ${user.username}"
      title=${user.id === session.state.user?.id ? 'You cannot delete your own account' : 'Delete'}
      ?disabled=${user.id === session.state.user?.id}
      @click=${() => remove(user)}
    >
      ${icon('trash')}
    </button>
  `;
}

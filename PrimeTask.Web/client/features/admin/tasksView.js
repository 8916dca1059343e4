// @ts-check
import { html } from 'lit-html';
import { labelOf } from '../../ui/choices.js';
import { dataTable } from '../../ui/dataTable.js';
import { describe, describeInFull } from '../../ui/dates.js';
import { choice } from '../../ui/filters.js';
import { icon } from '../../ui/icon.js';
import { isDated, isOverdue } from '../tasks/dueDates.js';
import { dueTime } from '../tasks/dueTime.js';
import { openTask } from '../tasks/openTask.js';
import { pill } from '../tasks/pill.js';
import { priorities, statuses } from '../tasks/task.js';
import { adminPage, isAdmin, listPanel, preventSubmit } from './adminPage.js';
import { searchField, userField } from './filterFields.js';
import * as state from './tasks.js';
import { userNames } from './userNames.js';

/** @typedef {import('../tasks/task.js').Task} Task */

const { owner, tasks } = state;

export const stores = [tasks.store, owner.store, userNames];
export const enter = () => (isAdmin() ? state.enter() : undefined);
export const { leave } = state;

export const view = () => adminPage('All tasks', () => html`
  <form class="filters" role="search" aria-label="All tasks" @submit=${preventSubmit}>
    ${searchField({ label: 'Search all tasks', value: tasks.valueOf('search'), onSearch: tasks.search })}
    ${userField({ id: 'owner', label: 'Owner', value: owner.shown(), ...owner.store.state, onInput: owner.write, onChoose: owner.choose })}
    ${fieldFilter('status', 'Any status', statuses)} ${fieldFilter('priority', 'Any priority', priorities)}
  </form>
  ${listPanel({ list: tasks, nouns: ['task', 'tasks'], table })}
`);

/**
 * @param {'status' | 'priority'} name
 * @param {string} any
 * @param {readonly import('../../ui/choices.js').Choice[]} choices
 */
const fieldFilter = (name, any, choices) =>
  choice(`Filter by ${name}`, [{ value: '', label: any }, ...choices], tasks.valueOf(name), (value) => tasks.change({ [name]: value }));

/** @param {Task[]} items */
const table = (items) =>
  dataTable({
    label: 'All tasks',
    columns,
    items,
    busy: tasks.store.state.loading,
    ordering: tasks.ordering(),
    onOrder: (ordering) => tasks.change({ ordering }),
  });

/** @type {import('../../ui/dataTable.js').Column<Task>[]} */
const columns = [
  {
    label: 'Title',
    sort: 'title',
    kind: 'main',
    cell: (task) => html`<button class="data__open" type="button" dir="auto" @click=${() => openTask(task)}>${task.title}</button>`,
  },
  {
    label: 'Owner',
    cell: ({ owner: id, owner_username: name }) => html`<a class="data__text" href="/admin/tasks?owner=${id}" aria-label="Tasks of ${name}"><bdi>${name}</bdi></a>`,
  },
  { label: 'Status', sort: 'status', cell: ({ status }) => pill('status', status, labelOf(statuses, status)) },
  {
    label: 'Priority',
    sort: 'priority',
    cell: ({ priority }) => pill('priority', priority, labelOf(priorities, priority)),
  },
  {
    label: 'Due',
    sort: 'due_date',
    cell: (task) => (isDated(task) ? html`<span class="due" ?data-overdue=${isOverdue(task)}>${dueTime(task)}</span>` : html`<span class="data__none">–</span>`),
  },
  { label: 'Created', sort: 'created_at', cell: ({ created_at: at }) => html`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>` },
  {
    label: 'Actions',
    kind: 'actions',
    cell: (task) => html`
      <button class="icon-button" type="button" aria-label="Edit ${task.title}" title="Edit" @click=${() => openTask(task)}>${icon('edit')}</button>
      <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${() => state.remove(task)}>${icon('trash')}</button>
    `,
  },
];

// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { priorities, statuses } from '../api/tasks.js';
import { dataTable } from '../components/dataTable.js';
import { dueTime } from '../components/due.js';
import { choiceField, searchField, userField } from '../components/filterFields.js';
import { icon } from '../components/icon.js';
import { describe, describeInFull, isOverdue } from '../lib/dates.js';
import * as state from '../state/adminTasks.js';
import { openExisting } from '../state/editor.js';
import { userNames } from '../state/userNames.js';
import { adminPage, isAdmin, listPanel, stay } from './adminPage.js';

/** @typedef {import('../api/tasks.js').Task} Task */

const { owner, tasks } = state;

export const stores = [tasks.store, owner.store, userNames];
export const enter = () => (isAdmin() ? state.enter() : undefined);
export const { leave } = state;

export const view = () => adminPage('All tasks', () => html`
  <form class="filters" role="search" aria-label="All tasks" @submit=${stay}>
    ${searchField({ label: 'Search all tasks', value: tasks.valueOf('search'), onSearch: tasks.search })}
    ${userField({ id: 'owner', label: 'Owner', value: owner.shown(), ...owner.store.state, onInput: owner.write, onChoose: owner.choose })}
    ${choice('status', 'Any status', statuses)} ${choice('priority', 'Any priority', priorities)}
  </form>
  ${listPanel({ list: tasks, nouns: ['task', 'tasks'], table })}
`);

/**
 * @param {'status' | 'priority'} name
 * @param {string} any
 * @param {import('../components/filterFields.js').Choices} choices
 */
const choice = (name, any, choices) =>
  choiceField({
    label: `Filter by ${name}`,
    value: tasks.valueOf(name),
    choices: [{ value: '', label: any }, ...choices],
    onChange: (value) => tasks.change({ [name]: value }),
  });

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

/** @type {import('../components/dataTable.js').Column<Task>[]} */
const columns = [
  {
    label: 'Title',
    sort: 'title',
    kind: 'main',
    cell: (task) => html`<button class="data__open" type="button" dir="auto" @click=${() => openExisting(task)}>${task.title}</button>`,
  },
  {
    label: 'Owner',
    cell: ({ owner: id, owner_username: name }) => html`<a href="/admin/tasks?owner=${id}" aria-label="Tasks of ${name}"><bdi>${name}</bdi></a>`,
  },
  { label: 'Status', sort: 'status', cell: ({ status }) => html`<span class="pill" data-kind="status" data-value=${status}>${labelOf(statuses, status)}</span>` },
  {
    label: 'Priority',
    sort: 'priority',
    cell: ({ priority }) => html`<span class="pill" data-kind="priority" data-value=${priority}>${labelOf(priorities, priority)}</span>`,
  },
  {
    label: 'Due',
    sort: 'due_date',
    cell: (task) => (task.due_date ? html`<span class="due" ?data-overdue=${isOverdue(task)}>${dueTime(task)}</span>` : html`<span class="data__none">–</span>`),
  },
  { label: 'Created', sort: 'created_at', cell: ({ created_at: at }) => html`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>` },
  {
    label: 'Actions',
    kind: 'actions',
    cell: (task) => html`
      <button class="icon-button" type="button" aria-label="Edit ${task.title}" title="Edit" @click=${() => openExisting(task)}>${icon('edit')}</button>
      <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${() => state.remove(task)}>${icon('trash')}</button>
    `,
  },
];

/**
 * @param {readonly { value: string, label: string }[]} choices
 * @param {string} value
 */
const labelOf = (choices, value) => choices.find((choice) => choice.value === value)?.label ?? value;

// @ts-check
// The tasks of a list in groups; the order of the list stays within each.
import { addDays, today } from '../../../ui/dates.js';
import { dayOf, isOverdue } from '../dueDates.js';
import { priorities, statuses } from '../task.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {{ key: string, title: string, tasks: Task[] }} Group */
/** @typedef {{ now: Date, projects: readonly { id: number, name: string }[] }} Known projects: in the person's order */

export const groupings = [
  { value: '', label: 'No groups' },
  { value: 'due', label: 'Due date' },
  { value: 'priority', label: 'Priority' },
  { value: 'project', label: 'Project' },
  { value: 'label', label: 'Label' },
  { value: 'status', label: 'Status' },
];

const dues = [
  { value: 'late', label: 'Overdue' },
  { value: 'today', label: 'Today' },
  { value: 'tomorrow', label: 'Tomorrow' },
  { value: 'week', label: 'Within 7 days' },
  { value: 'later', label: 'Later' },
  { value: 'none', label: 'Without a due date' },
];

/**
 * @param {Task} task
 * @param {Date} now
 */
function dueGroup(task, now) {
  const day = dayOf(task);
  if (day === null) return 'none';
  const first = today(now);
  if (isOverdue({ ...task, status: 'pending' }, now)) return 'late';
  if (day === first) return 'today';
  if (day === addDays(first, 1)) return 'tomorrow';
  return day < addDays(first, 7) ? 'week' : 'later';
}

/** @param {Task} task */
const sorted = ({ labels }) => [...labels].sort((one, other) => one.toLowerCase().localeCompare(other.toLowerCase()));

/** @param {Task} task */
const labelsKey = (task) => sorted(task).join(',').toLowerCase();

/** @param {Task} task */
const labelsTitle = (task) => sorted(task).map((name) => `@${name}`).join(' ');

/** @type {Readonly<Record<string, (tasks: readonly Task[], known: Known) => { choices: readonly { value: string, label: string }[], keyOf: (task: Task) => string }>>} */
const kinds = {
  due: (_, { now }) => ({ choices: dues, keyOf: (task) => dueGroup(task, now) }),
  priority: () => ({ choices: priorities, keyOf: ({ priority }) => priority }),
  status: () => ({ choices: statuses, keyOf: ({ status }) => status }),
  project: (tasks, { projects }) => ({
    choices: [
      { value: '', label: 'Inbox' },
      ...projects.map(({ id, name }) => ({ value: String(id), label: name })),
      ...unknown(tasks, projects).map((id) => ({ value: String(id), label: 'Another project' })),
    ],
    keyOf: ({ project }) => String(project ?? ''),
  }),
  // A task with two labels stands in one place, under both.
  label: (tasks) => ({
    choices: [
      ...new Map([...tasks].reverse().filter(({ labels }) => labels.length > 0).map((task) => /** @type {const} */ ([labelsKey(task), labelsTitle(task)]))),
    ]
      .map(([value, label]) => ({ value, label }))
      .sort((one, other) => one.value.localeCompare(other.value))
      .concat({ value: '', label: 'Without a label' }),
    keyOf: labelsKey,
  }),
};

/**
 * @param {readonly Task[]} tasks
 * @param {readonly { id: number }[]} projects
 */
const unknown = (tasks, projects) => [...new Set(tasks.flatMap(({ project }) => (project !== null && !projects.some(({ id }) => id === project) ? [project] : [])))];

/** @param {string | null} value of the address */
export const groupingOf = (value) => (value !== null && Object.hasOwn(kinds, value) ? value : '');

/**
 * @param {readonly Task[]} tasks
 * @param {string} group one of `groupings`, but not the empty one
 * @param {Known} known
 * @returns {Group[]} those with tasks
 */
export function groupsOf(tasks, group, known) {
  const { choices, keyOf } = kinds[group](tasks, known);
  return choices.map(({ value, label }) => ({ key: value, title: label, tasks: tasks.filter((task) => keyOf(task) === value) })).filter((one) => one.tasks.length > 0);
}

// @ts-check
// Changes of a task in people's words.
import { labelOf } from '../../../ui/choices.js';
import { describe, describeDate } from '../../../ui/dates.js';
import { describeRecurrence } from '../recurrence/rule.js';
import { priorities, statuses } from '../task.js';

/** @typedef {{ from: unknown, to: unknown }} FieldChange */

/** What the members of a task are called; null for what says nothing new to people. @type {Readonly<Record<string, string | null>>} */
const names = {
  title: 'Title',
  description: 'Description',
  status: 'Status',
  priority: 'Priority',
  due_date: 'Due',
  due_on: 'Due',
  start_on: 'Start',
  recurrence: 'Repeat',
  completed_at: null,
  position: null,
};

/** @type {Readonly<Record<string, (value: string) => string>>} */
const values = {
  title: (title) => `“${title}”`,
  status: (status) => labelOf(statuses, /** @type {import('../task.js').Status} */ (status)),
  priority: (priority) => labelOf(priorities, /** @type {import('../task.js').Priority} */ (priority)),
  due_date: (instant) => describe(instant),
  due_on: (day) => describeDate(day),
  start_on: (day) => describeDate(day),
  recurrence: (recurrence) => describeRecurrence({ recurrence, recurrence_from: 'schedule' }),
  recurrence_from: (from) => (from === 'completion' ? 'completion' : 'schedule'),
};

/**
 * @param {Readonly<Record<string, FieldChange>>} changes by the members' names
 * @param {(id: number | null) => string} projectName
 * @returns {string[]} a line a change
 */
export function changeLines(changes, projectName) {
  const { due_date: instant, due_on: day, deleted_at: deletion, project, parent, ...others } = changes;
  const lines = Object.entries(others).flatMap(([name, change]) => lineOf(name, change));
  // A task has one of the two: from the one to the other is one change.
  if (instant && day) lines.push(line('Due', shown('due_date', instant.from) ?? shown('due_on', day.from), shown('due_date', instant.to) ?? shown('due_on', day.to)));
  else if (instant) lines.push(...lineOf('due_date', instant));
  else if (day) lines.push(...lineOf('due_on', day));
  if (project) {
    const [from, to] = [project.from, project.to].map((id) => projectName(/** @type {number | null} */ (id)));
    lines.push(from === to ? `Moved to ${to}` : line('Project', from, to));
  }
  if (parent) lines.push(parent.to === null ? 'Made a task by itself' : parent.from === null ? 'Made a subtask' : 'Made a subtask of another task');
  if (deletion) lines.push(deletion.to === null ? 'Restored from the trash' : 'Moved to the trash');
  return lines;
}

/**
 * @param {string} name
 * @param {FieldChange} change
 */
function lineOf(name, { from, to }) {
  const label = names[name] === undefined ? humanize(name) : names[name];
  if (label === null) return [];
  // Two long texts beside each other tell nobody what is new.
  if (name === 'description') return [from === null ? 'Description added' : to === null ? 'Description removed' : 'Description changed'];
  return [line(label, shown(name, from), shown(name, to))];
}

/**
 * @param {string} label
 * @param {string | null} from
 * @param {string | null} to
 */
const line = (label, from, to) => `${label}: ${from ?? 'none'} → ${to ?? 'none'}`;

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {string | null}
 */
function shown(name, value) {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' && Object.hasOwn(values, name) ? values[name](value) : String(value);
}

/** @param {string} name `some_member` */
const humanize = (name) => (name[0].toUpperCase() + name.slice(1)).replaceAll('_', ' ');

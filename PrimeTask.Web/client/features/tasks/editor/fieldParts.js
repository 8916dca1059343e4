// @ts-check
// The fields of a task, for the form of a new one and the panel of one that is there.
import { describeDateInFull, otherZone } from '../../../ui/dates.js';
import { selectField, textField } from '../../../ui/field.js';
import { clockChangeHint, describeDueInFull, fromDue, LAST_DAY } from '../dueDates.js';
import { labelNames } from '../place.js';
import { projectChoices, projectName, projects } from '../projects/projects.js';
import { readRecurrence } from '../recurrence/rule.js';
import { priorities, statuses } from '../task.js';
import { dueFields } from './dueFields.js';
import { HALF_DATE } from './fields.js';

/** @typedef {import('./fields.js').Fields} Fields */
/** @typedef {import('./fields.js').FieldName} FieldName */

/** @type {Record<string, string>} */
export const labels = {
  title: 'Title',
  description: 'Description',
  status: 'Status',
  priority: 'Priority',
  due_date: 'Due date',
  start_on: 'Start date (optional)',
  recurrence: 'Repeat (optional)',
  project: 'Project',
  parent: 'Parent task',
  labels: 'Labels (optional)',
};

const commonRules = ['every day', 'every weekday', 'every week', 'every 2 weeks', 'every month', 'every year'];

/**
 * @param {object} options
 * @param {string} options.prefix of the ids: two forms can be on the screen
 * @param {{ author: number | null, owner: number | null, saved: Fields, fields: Fields, errors: Record<string, string[]> }} options.state
 * @param {(name: FieldName, value: string) => void} options.write
 */
export function fieldParts({ prefix, state, write }) {
  const { fields, errors } = state;
  /** @param {FieldName} name */
  const field = (name) => ({
    id: `${prefix}-${name.replace('_', '-')}`,
    label: labels[name],
    value: fields[name],
    errors: errors[name],
    onInput: (/** @type {string} */ value) => write(name, value),
  });
  return {
    field,
    status: () => selectField({ ...field('status'), choices: statuses }),
    priority: () => selectField({ ...field('priority'), choices: priorities }),
    due: () => dueFields({ ...field('due_date'), hint: dueHint(fields.due_date) }),
    start: () => textField({ ...field('start_on'), type: 'date', max: LAST_DAY, hint: undefined }),
    recurrence: () => textField({ ...field('recurrence'), hint: 'Such as “every 2 weeks” or “every 3 days after completion”.', suggestions: commonRules }),
    project: () => selectField({ ...field('project'), choices: placeChoices(state) }),
    labels: () => textField({ ...field('labels'), hint: 'With commas between.', suggestions: labelSuggestions(fields.labels) }),
  };
}

/**
 * Somebody else's task stays in its project: theirs are not known here.
 * @param {{ author: number | null, owner: number | null, saved: Fields, fields: Fields }} state
 */
function placeChoices({ author, owner, saved, fields }) {
  if (owner !== null && owner !== author) return [{ value: saved.project, label: saved.project ? `Project ${saved.project} of its owner` : 'Inbox' }];
  const current = fields.project || saved.project;
  return projectChoices(current ? Number(current) : null);
}

/**
 * What is written already, with each label that is not in it.
 * @param {string} written
 */
function labelSuggestions(written) {
  const before = written.slice(0, written.lastIndexOf(',') + 1);
  const chosen = labelNames(before).map((name) => name.toLowerCase());
  return projects.state.labels.filter(({ name }) => !chosen.includes(name.toLowerCase())).map(({ name }) => `${before}${before && ' '}${name}`);
}

/** @param {string} due as written */
function dueHint(due) {
  if (due && !due.includes('T')) return 'Without one: all day.';
  return clockChangeHint(due) ?? (due && otherZone() ? `Time in ${otherZone()}.` : undefined);
}

/**
 * Half a date or time reads as none; saving would throw away what is there.
 * @param {HTMLElement} form
 * @param {string} prefix
 * @returns {Record<string, string[]> | null} what is wrong
 */
export function halfDates(form, prefix) {
  const half = form.querySelector(HALF_DATE);
  if (!half) return null;
  return half.id === `${prefix}-start-on` ? { start_on: ['Enter a whole date, or clear it.'] } : { due_date: ['Enter a whole date, with or without a time, or clear both.'] };
}

/**
 * @param {{ fields: Fields, saved: Fields }} state
 * @returns {Record<string, string[]> | null} what is wrong
 */
export const unreadRule = ({ fields: { recurrence }, saved }) =>
  recurrence && recurrence !== saved.recurrence && !readRecurrence(recurrence) ? { recurrence: ['Write it like “every Monday”, “every 2 weeks” or “every month on the 15th”.'] } : null;

/**
 * @param {string} name
 * @param {string} value
 */
export function shownValue(name, value) {
  if (name === 'due_date') return value && describeDueInFull(fromDue(value));
  if (name === 'start_on') return value && describeDateInFull(value);
  if (name === 'project') return projectName(value ? Number(value) : null);
  return [...statuses, ...priorities].find((one) => (name === 'status' || name === 'priority') && one.value === value)?.label ?? value;
}

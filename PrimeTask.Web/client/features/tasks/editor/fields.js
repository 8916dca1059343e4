// @ts-check
// The fields of a task as people write them, and as the API has them.
import { changed } from '../../../app/changed.js';
import { fromDue, toDue } from '../dueDates.js';
import { labelNames } from '../place.js';
import { describeRecurrence, readRecurrence } from '../recurrence/rule.js';

/** @typedef {{ title: string, description: string, status: string, priority: string, due_date: string, start_on: string, recurrence: string, project: string, parent: string, labels: string }} Fields recurrence: in words; project: an id, empty for the Inbox; parent: an id, empty for none; labels: names with commas between */
/** @typedef {keyof Fields} FieldName */

/** @type {Fields} */
export const blank = { title: '', description: '', status: 'pending', priority: 'medium', due_date: '', start_on: '', recurrence: '', project: '', parent: '', labels: '' };

/**
 * @param {import('../task.js').Task} task
 * @returns {Fields}
 */
export function toFields(task) {
  const { title, description, status, priority, due_date, due_on, start_on, project, parent, labels } = task;
  return { title, description: description ?? '', status, priority, due_date: toDue({ due_date, due_on }), start_on: start_on ?? '', recurrence: describeRecurrence(task), project: String(project ?? ''), parent: String(parent ?? ''), labels: labels.join(', ') };
}

/**
 * @param {Partial<Fields>} fields
 * @returns {import('../task.js').TaskChanges}
 */
export function toTask(fields) {
  const task = /** @type {Record<string, string | number | string[] | null>} */ ({ ...fields });
  if (fields.description !== undefined) task.description = fields.description || null;
  if (fields.start_on !== undefined) task.start_on = fields.start_on || null;
  delete task.recurrence;
  if (fields.recurrence !== undefined) Object.assign(task, fields.recurrence ? readRecurrence(fields.recurrence) : { recurrence: null });
  if (fields.project !== undefined) task.project = fields.project ? Number(fields.project) : null;
  if (fields.parent !== undefined) task.parent = fields.parent ? Number(fields.parent) : null;
  // A subtask is where its parent is.
  if (fields.parent) delete task.project;
  if (fields.labels !== undefined) task.labels = labelNames(fields.labels);
  return fields.due_date === undefined ? task : { ...task, ...fromDue(fields.due_date) };
}

/**
 * What differs from the saved task: a PATCH leaves the rest alone, to the second.
 * @param {Fields} fields
 * @param {Fields} saved
 * @returns {Partial<Fields>}
 */
export const changedFields = (fields, saved) => changed(fields, saved);

/** A date or time of which a part is written: it reads as none. */
export const HALF_DATE = 'input:invalid:is([type="date"], [type="time"])';

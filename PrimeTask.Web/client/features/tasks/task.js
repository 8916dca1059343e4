// @ts-check
// What a task is: its types, as the API has them, and the choices of its fields.

/** @import { Schemas } from '../../../types/api.js' */
/** @typedef {Schemas['TaskItemStatus']} Status */
/** @typedef {Schemas['TaskItemPriority']} Priority */
/** @typedef {Schemas['TaskSummary'] & Partial<Schemas['TaskResponse']>} Task lists leave its description out */
/** @typedef {Schemas['TaskPatch']} TaskChanges */
/** @typedef {Schemas['TaskRequest']} NewTask */
/** @typedef {{ task: Task, etag: string | null }} TaskVersion */

/** The most characters of a title. */
export const TITLE_LENGTH = 200;

/** @type {readonly { value: Status, label: string }[]} */
export const statuses = [
  { value: 'pending', label: 'Pending' },
  { value: 'in_progress', label: 'In progress' },
  { value: 'completed', label: 'Completed' },
  { value: 'cancelled', label: 'Cancelled' },
];

/** @param {Status} status */
export const isOpen = (status) => status === 'pending' || status === 'in_progress';

/** @type {readonly { value: Priority, label: string }[]} */
export const priorities = [
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
];

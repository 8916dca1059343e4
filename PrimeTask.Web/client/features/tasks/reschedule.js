// @ts-check
// Gives tasks another day. A time of day stays what it is where the person's days are.
import { describeDate } from '../../ui/dates.js';
import { loadTemporal } from '../../ui/temporal.js';
import { dayOf, dueOnDay } from './dueDates.js';
import { changeEach } from './edits.js';

/** @typedef {import('./task.js').Task} Task */

/**
 * @param {readonly Task[]} tasks
 * @param {string | null} day
 */
export async function reschedule(tasks, day) {
  const Temporal = await loadTemporal();
  const others = tasks.filter((task) => dayOf(task) !== day);
  await changeEach(
    others.map((task) => ({ task, changes: dueOnDay(task, day, Temporal) })),
    (what) => (day === null ? `Removed the due date of ${what}.` : `Moved ${what} to ${dayName(day)}.`),
  );
}

/** As it stands in a sentence. @param {string} day */
export const dayName = (day) => describeDate(day).replace(/^(?:Today|Tomorrow|Yesterday)$/u, (word) => word.toLowerCase());

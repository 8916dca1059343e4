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
export const reschedule = (tasks, day) => rescheduleEach(tasks.map((task) => ({ task, day })));

/** @param {readonly { task: Task, day: string | null }[]} moves */
export async function rescheduleEach(moves) {
  const Temporal = await loadTemporal();
  const days = new Set(moves.map(({ day }) => day));
  const [day] = days;
  await changeEach(
    moves.filter(({ task, day: to }) => dayOf(task) !== to).map(({ task, day: to }) => ({ task, changes: dueOnDay(task, to, Temporal) })),
    (what) => (day === null ? `Removed the due date of ${what}.` : `Moved ${what} to ${days.size === 1 ? dayName(day) : 'other days'}.`),
  );
}

/** As it stands in a sentence. @param {string} day */
export const dayName = (day) => describeDate(day).replace(/^(?:Today|Tomorrow|Yesterday)$/u, (word) => word.toLowerCase());

// @ts-check
// Gives tasks another day. A time of day stays what it is where the person's days are.
import { describeDate, personsZone, today } from '../../ui/dates.js';
import { loadTemporal } from '../../ui/temporal.js';
import { changeEach } from './edits.js';

/** @typedef {import('./task.js').Task} Task */
/** @typedef {import('./dueDates.js').Due} Due */

/** The day that a task is due on where the person's days begin and end. @param {Due} due @returns {string | null} */
export const dayOf = ({ due_date: instant, due_on: day }) => (instant ? today(new Date(instant)) : day);

/**
 * @param {Due} due
 * @param {string | null} day null: none
 * @param {import('../../ui/temporal.js').TemporalNamespace} Temporal
 * @returns {Due} the same on another day; a time that clocks skip there means the one as much later
 */
export function dueOnDay({ due_date: instant }, day, Temporal) {
  if (day === null || !instant) return { due_date: null, due_on: day };
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  const moved = Temporal.Instant.from(instant).toZonedDateTimeISO(personsZone()).with({ year, month, day: date });
  return { due_date: moved.toInstant().toString(), due_on: null };
}

/**
 * @param {readonly Task[]} tasks
 * @param {string | null} day
 */
export async function reschedule(tasks, day) {
  const Temporal = await loadTemporal();
  const others = tasks.filter((task) => dayOf(task) !== day);
  await changeEach(
    others.map((task) => ({ task, changes: dueOnDay(task, day, Temporal) })),
    (what) => (day === null ? `Removed the due date of ${what}.` : `Moved ${what} to ${nameOf(day)}.`),
  );
}

/** @param {string} day */
const nameOf = (day) => describeDate(day).replace(/^(?:Today|Tomorrow|Yesterday)$/u, (word) => word.toLowerCase());

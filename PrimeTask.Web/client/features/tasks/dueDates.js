// @ts-check
// A due date as people enter it, a day with or without a time, and as the API has it.
import { daysApart, describe, describeDate, describeDateInFull, describeInFull, fromLocalInput, isWholeDay, personsZone, timeOfDay, today, toLocalInput } from '../../ui/dates.js';
import { isOpen } from './task.js';

/** @typedef {Pick<import('./task.js').Task, 'due_date' | 'due_on'>} Due */

/** The last day that the API takes; without it browsers offer years of six digits. */
export const LAST_DAY = '9999-12-31';

/** Being overdue is told in days, then in months, then in years. */
const [MONTH_DAYS, YEAR_DAYS] = [30.44, 365.25];

/**
 * @param {string} day of an `<input type="date">`
 * @param {string} time of an `<input type="time">`; empty for the day alone
 */
export const joinDue = (day, time) => (time ? `${day}T${time}` : day);

/**
 * A due date as it is entered: a day with a time, or a day alone.
 * @param {string} value `2030-01-31`, `2030-01-31T09:30`, or what is not whole yet
 * @returns {Due}
 */
export function fromDue(value) {
  const [day, time] = value.split('T');
  if (!day || Number.isNaN(Date.parse(day))) return { due_date: null, due_on: null };
  return time ? { due_date: fromLocalInput(value), due_on: null } : { due_date: null, due_on: day };
}

/**
 * The other way round. Before tasks had days, the last second of one stood for the day.
 * @param {Due} due
 */
export function toDue({ due_date: instant, due_on: day }) {
  if (!instant) return day ?? '';
  const value = toLocalInput(instant);
  return isWholeDay(new Date(instant)) ? value.slice(0, value.indexOf('T')) : value;
}

/** @param {Due} due */
export const isDated = ({ due_date: instant, due_on: day }) => (instant ?? day) !== null;

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
 * In words: `Today`, `Fri, 09:00`, and of what has become overdue, for how many days.
 * @param {Pick<import('./task.js').Task, 'due_date' | 'due_on' | 'status'>} task
 * @param {Date} [now]
 */
export function describeDue(task, now = new Date()) {
  const { due_date: instant, due_on: day } = task;
  const late = isOverdue(task, now) ? daysApart(dayOf(task) ?? '', today(now)) : 0;
  if (late > 0) return `${howLong(late)} overdue`;
  return instant ? describe(instant, now) : describeDate(day ?? '', now);
}

/** @param {number} days @returns {string} `3 days`, `1 month` */
function howLong(days) {
  const [count, unit] = days <= 30 ? [days, 'day'] : days < YEAR_DAYS ? [Math.floor(days / MONTH_DAYS), 'month'] : [Math.floor(days / YEAR_DAYS), 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** @param {Due} due */
export const describeDueInFull = ({ due_date: instant, due_on: day }) => (instant ? describeInFull(instant) : describeDateInFull(day ?? ''));

/**
 * What a person should know about a local time on a day when clocks change.
 * @param {string} value of an `<input type="datetime-local">`, or a day alone
 * @returns {string | null} a sentence
 */
export function clockChangeHint(value) {
  if (!value.includes('T')) return null;
  const instant = fromLocalInput(value);
  if (!instant) return null;
  const date = new Date(instant);
  if (toLocalInput(instant) !== value.slice(0, 16)) return `Clocks go forward then: ${timeOfDay(date)} is meant.`;
  return showsTwice(date) ? `Clocks show ${timeOfDay(date)} twice that day: the first time is meant.` : null;
}

/** @param {Date} date the earlier of two, if there are two */
function showsTwice(date) {
  const shown = toLocalInput(date.toISOString());
  // Clocks go back by 20 minutes at least and two hours at most.
  return [20, 30, 60, 120].some((minutes) => toLocalInput(new Date(date.getTime() + minutes * 60_000).toISOString()) === shown);
}

/**
 * Of a day alone: once it is over where the person's days end.
 * @param {Pick<import('./task.js').Task, 'due_date' | 'due_on' | 'status'>} task
 * @param {Date} [now]
 */
export function isOverdue({ due_date: instant, due_on: day, status }, now = new Date()) {
  if (!isOpen(status)) return false;
  return instant ? new Date(instant) < now : day !== null && day < today(now);
}

/**
 * @param {Pick<import('./task.js').Task, 'due_date' | 'due_on' | 'status'>} task
 * @param {Date} [now]
 */
export const isDueToday = ({ due_date: instant, due_on: day, status }, now = new Date()) =>
  isOpen(status) && (instant ? today(new Date(instant)) : day) === today(now);

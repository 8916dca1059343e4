// @ts-check
// A due date as people enter it, a day with or without a time, and as the API has it.
import { endOfDay, fromLocalInput, isWholeDay, timeOfDay, toLocalInput } from '../../ui/dates.js';

/** The last day that the API takes; without it browsers offer years of six digits. */
export const LAST_DAY = '9999-12-31';

/**
 * @param {string} day of an `<input type="date">`
 * @param {string} time of an `<input type="time">`; empty for the day alone
 */
export const joinDue = (day, time) => (time ? `${day}T${time}` : day);

/**
 * A due date as it is entered: a day with a time, or a day alone, which means its end.
 * @param {string} value `2030-01-31`, `2030-01-31T09:30`, or what is not whole yet
 * @returns {string | null} RFC 3339, UTC
 */
export function fromDue(value) {
  const [day, time] = value.split('T');
  if (time || !day) return day ? fromLocalInput(value) : null;
  const noon = new Date(`${day}T12:00`);
  return Number.isNaN(noon.getTime()) ? null : endOfDay(noon).toISOString();
}

/**
 * The other way round: the last second of a day stands for the day alone.
 * @param {string | null} instant RFC 3339
 */
export function toDue(instant) {
  const value = toLocalInput(instant);
  return instant && isWholeDay(new Date(instant)) ? value.slice(0, value.indexOf('T')) : value;
}

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
 * @param {Pick<import('./task.js').Task, 'due_date' | 'status'>} task
 * @param {Date} [now]
 */
export const isOverdue = ({ due_date: at, status }, now = new Date()) => at !== null && new Date(at) < now && (status === 'pending' || status === 'in_progress');

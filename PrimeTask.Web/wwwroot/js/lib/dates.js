// @ts-check
// The API speaks UTC; people read and write in their own time zone. Only this module converts.

const language = globalThis.navigator?.language?.startsWith('en') ? navigator.language : 'en';

/**
 * Made for the first date, since it takes milliseconds of the first load, and anew when the zone has changed: a laptop travels.
 * @param {Intl.DateTimeFormatOptions} options
 */
function inOwnZone(options) {
  /** @type {{ zone: string, format: Intl.DateTimeFormat } | undefined} */
  let made;
  return (/** @type {Date} */ date) => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (made?.zone !== zone) made = { zone, format: new Intl.DateTimeFormat(language, { ...options, timeZone: zone }) };
    return made.format.format(date);
  };
}

const clock = inOwnZone({ timeStyle: 'short' });
const weekday = inOwnZone({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
const thisYear = inOwnZone({ day: 'numeric', month: 'short' });
const otherYear = inOwnZone({ day: 'numeric', month: 'short', year: 'numeric' });
const complete = inOwnZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
const nearDays = ['Yesterday', 'Today', 'Tomorrow'];

/** @param {number} number */
const twoDigits = (number) => String(number).padStart(2, '0');

/**
 * The value of an `<input type="datetime-local">` for an instant, in the person's time zone.
 * @param {string | null} instant RFC 3339
 */
export function toLocalInput(instant) {
  if (!instant) return '';
  const date = new Date(instant);
  const day = [String(date.getFullYear()).padStart(4, '0'), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
  return `${day}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/**
 * A local time that clocks skip means the one as much later (02:30 is 03:30); of one that they show twice, the first is meant.
 * @param {string} value of an `<input type="datetime-local">`
 * @returns {string | null} RFC 3339, UTC
 */
export function fromLocalInput(value) {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * What a person should know about a local time on a day when clocks change.
 * @param {string} value of an `<input type="datetime-local">`
 * @returns {string | null} a sentence
 */
export function remarkOn(value) {
  const instant = fromLocalInput(value);
  if (!instant) return null;
  const date = new Date(instant);
  if (toLocalInput(instant) !== value.slice(0, 16)) return `Clocks go forward then: ${clock(date)} is meant.`;
  return showsTwice(date) ? `Clocks show ${clock(date)} twice that day: the first time is meant.` : null;
}

/** @param {Date} date the earlier of two, if there are two */
function showsTwice(date) {
  const shown = toLocalInput(date.toISOString());
  // Clocks go back by 20 minutes at least and two hours at most.
  return [20, 30, 60, 120].some((minutes) => toLocalInput(new Date(date.getTime() + minutes * 60_000).toISOString()) === shown);
}

/**
 * The beginning of a day in the person's time zone.
 * @param {number} days from today on
 * @param {Date} [now]
 */
export const startOfDay = (days, now = new Date()) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);

/**
 * Days from one calendar day to another; rounding absorbs the days of 23 and 25 hours.
 * @param {Date} from
 * @param {Date} to
 */
function daysBetween(from, to) {
  return Math.round((startOfDay(0, to).getTime() - startOfDay(0, from).getTime()) / 86_400_000);
}

/**
 * Short and relative near today: `Today, 14:30`, `Tomorrow, 09:00`, `Fri, 09:00`, `3 Dec`.
 * @param {string} instant RFC 3339
 * @param {Date} [now]
 */
export function describe(instant, now = new Date()) {
  const date = new Date(instant);
  const days = daysBetween(now, date);
  if (days > 1 && days < 7) return weekday(date);
  if (Math.abs(days) > 1) return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear)(date);
  return `${nearDays[days + 1]}, ${clock(date)}`;
}

/** @param {string} instant RFC 3339 */
export const describeInFull = (instant) => complete(new Date(instant));

/**
 * @param {string | null} instant RFC 3339
 * @param {Date} [now]
 */
export const isPast = (instant, now = new Date()) => instant !== null && new Date(instant) < now;

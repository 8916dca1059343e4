// @ts-check
// The API speaks UTC; people read and write in their own time zone. Only this module converts.

const language = navigator.language.startsWith('en') ? navigator.language : 'en';
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const thisYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const otherYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
const complete = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

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
 * @param {string} value of an `<input type="datetime-local">`
 * @returns {string | null} RFC 3339, UTC
 */
export function fromLocalInput(value) {
  return value ? new Date(value).toISOString() : null;
}

/**
 * Days from one calendar day to another; rounding absorbs the days of 23 and 25 hours.
 * @param {Date} from
 * @param {Date} to
 */
function daysBetween(from, to) {
  const start = new Date(from.getFullYear(), from.getMonth(), from.getDate());
  const end = new Date(to.getFullYear(), to.getMonth(), to.getDate());
  return Math.round((end.getTime() - start.getTime()) / 86_400_000);
}

/**
 * Short and relative near today: `Today, 14:30`, `Tomorrow`, `3 Dec`.
 * @param {string} instant RFC 3339
 * @param {Date} [now]
 */
export function describe(instant, now = new Date()) {
  const date = new Date(instant);
  const days = daysBetween(now, date);
  if (Math.abs(days) > 1) return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(date);
  const word = relative.format(days, 'day');
  return `${word[0].toUpperCase()}${word.slice(1)}, ${clock.format(date)}`;
}

/** @param {string} instant RFC 3339 */
export const describeInFull = (instant) => complete.format(new Date(instant));

/**
 * @param {string | null} instant RFC 3339
 * @param {Date} [now]
 */
export const isPast = (instant, now = new Date()) => instant !== null && new Date(instant) < now;

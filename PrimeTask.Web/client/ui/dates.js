// @ts-check
// The API speaks UTC; people read and write in their own time zone. Only this module converts.

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Made with the first date, since it takes milliseconds, and again when the time zone or the languages have changed.
 * @param {Intl.DateTimeFormatOptions} options
 * @param {() => string} [zoneOf]
 * @param {string} [language] the person's own, if left out
 */
function formatter(options, zoneOf = ownZone, language = undefined) {
  /** @type {{ place: string, format: Intl.DateTimeFormat } | undefined} */
  let made;
  return (/** @type {Date} */ date) => {
    const timeZone = zoneOf();
    const place = `${timeZone} ${navigator.languages}`;
    if (made?.place !== place) made = { place, format: new Intl.DateTimeFormat(language ?? navigator.languages, { ...options, timeZone }) };
    return made.format.format(date);
  };
}

/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: 'numeric', month: 'short' };
/** @type {Intl.DateTimeFormatOptions} */
const WHOLE_DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

/** Of the browser. */
export { ownZone };

export const timeOfDay = formatter({ timeStyle: 'short' });
const weekday = formatter({ weekday: 'short' });
const weekdayAndTime = formatter({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
const thisYear = formatter(DAY);
const otherYear = formatter({ ...DAY, year: 'numeric' });
const wholeDay = formatter(WHOLE_DAY);
const complete = formatter({ ...WHOLE_DAY, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });

const utc = () => 'UTC';
const calendarDay = formatter(DAY, utc);
const wholeCalendarDay = formatter({ weekday: 'short', day: 'numeric', month: 'long' }, utc);
const calendarWeekday = formatter({ weekday: 'short' }, utc);
const calendarDayOfYear = formatter({ ...DAY, year: 'numeric' }, utc);
const calendarDateInFull = formatter(WHOLE_DAY, utc);
const monthAndYear = formatter({ month: 'long', year: 'numeric' }, utc);
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
 * The beginning of a day in the person's time zone.
 * @param {number} days from today on
 * @param {Date} [now]
 */
export const startOfDay = (days, now = new Date()) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);

/** @param {Date} date */
export const endOfDay = (date) => new Date(startOfDay(1, date).getTime() - 1_000);

/** @param {Date} date */
export const isWholeDay = (date) => date.getTime() === endOfDay(date).getTime();

/**
 * Days from one calendar day to another; rounding absorbs the days of 23 and 25 hours.
 * @param {Date} from
 * @param {Date} to
 */
function daysBetween(from, to) {
  return Math.round((startOfDay(0, to).getTime() - startOfDay(0, from).getTime()) / 86_400_000);
}

/**
 * Short and relative near today: `Today, 14:30`, `Tomorrow, 09:00`, `Fri, 09:00`, `3 Dec`; of a whole day, `Today`, `Fri`.
 * @param {string} instant RFC 3339
 * @param {Date} [now]
 */
export function describe(instant, now = new Date()) {
  const date = new Date(instant);
  const days = daysBetween(now, date);
  if (days > 1 && days < 7) return (isWholeDay(date) ? weekday : weekdayAndTime)(date);
  if (Math.abs(days) > 1) return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear)(date);
  return isWholeDay(date) ? nearDays[days + 1] : `${nearDays[days + 1]}, ${timeOfDay(date)}`;
}

/** @param {string} instant RFC 3339 */
export function describeInFull(instant) {
  const date = new Date(instant);
  return (isWholeDay(date) ? wholeDay : complete)(date);
}

/** Where days begin and end for the person, as their profile says; empty: where the browser is. */
let dayZone = '';

/** @param {string} zone IANA name; the browser can be older than it, and counts its own days then */
export function countDaysIn(zone) {
  dayZone = zone && isKnownZone(zone) ? zone : '';
}

/** @param {string} zone */
function isKnownZone(zone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Of the person, as their profile says; where the browser is if it does not, or says what the browser does not know. */
export const personsZone = () => dayZone || ownZone();

// Swedish writes dates as ISO 8601 does.
const isoDate = formatter({ year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory', numberingSystem: 'latn' }, personsZone, 'sv-SE');

/** The date where the person's days begin and end. @param {Date} [now] */
export const today = (now = new Date()) => isoDate(now);

/**
 * Days from one date to another.
 * @param {string} from `2030-01-31`
 * @param {string} to
 */
export const daysApart = (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * @param {string} day `2030-01-31`
 * @param {number} count may be negative
 * @returns {string} the day so many days later
 */
export const addDays = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** @param {string} day @returns {number} from 1 for Monday to 7 for Sunday */
export const weekdayOf = (day) => new Date(day).getUTCDay() || 7;

/**
 * Short and relative near today: `Today`, `Fri`, `3 Dec`.
 * @param {string} day `2030-01-31`
 * @param {Date} [now]
 */
export function describeDate(day, now = new Date()) {
  const date = new Date(day);
  const current = today(now);
  const days = daysApart(current, day);
  if (Math.abs(days) <= 1) return nearDays[days + 1];
  if (days > 1 && days < 7) return calendarWeekday(date);
  return (day.slice(0, 4) === current.slice(0, 4) ? calendarDay : calendarDayOfYear)(date);
}

/** Where the person is. */
export const timeThere = formatter({ timeStyle: 'short' }, personsZone);
const timeAndZoneThere = formatter({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }, personsZone);

/**
 * A time as it is where the person is, which is named if the browser is elsewhere: `Tomorrow, 17:00`, `Tomorrow, 17:00 CET`.
 * @param {string} instant RFC 3339
 * @param {Date} [now]
 */
export function describeThere(instant, now = new Date()) {
  const date = new Date(instant);
  return `${describeDate(today(date), now)}, ${(personsZone() === ownZone() ? timeThere : timeAndZoneThere)(date)}`;
}

/** @param {string} day `2030-01-31` */
export const describeMonth = (day) => monthAndYear(new Date(day));

/** @param {string} day `2030-01-31` */
export const describeWeekday = (day) => calendarWeekday(new Date(day));

/** The day that weeks begin with where the person's language is spoken: 1 for Monday, which it is where the browser does not say. */
export function firstWeekday() {
  const locale = /** @type {{ getWeekInfo?: () => { firstDay: number } }} */ (new Intl.Locale(navigator.language));
  return locale.getWeekInfo?.().firstDay ?? 1;
}

/** @param {string} day `2030-01-31` */
export const describeDateInFull = (day) => calendarDateInFull(new Date(day));

/**
 * A calendar day is a date without a time: in any zone it is shown as it is, and as a list shows it.
 * @param {string} day `2030-01-31`
 */
export const describeDay = (day) => calendarDay(new Date(day));

/** @param {string} day `2030-01-31` */
export const describeDayInFull = (day) => wholeCalendarDay(new Date(day));

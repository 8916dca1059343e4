// @ts-check
// The API speaks UTC; people read and write in their own time zone, which is the profile's. Only this module converts.

const DAY_MS = 86_400_000;

/** Of the browser. */
export const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Of the profile; empty: where the browser is. */
let profileZone = '';

/** @param {string} zone IANA name of the profile's; the browser can be older than it, and takes its own then */
export function setProfileZone(zone) {
  profileZone = zone && isKnownZone(zone) ? zone : '';
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

/** Where the person's days and times are: as their profile says, else where the browser is. */
export const personsZone = () => profileZone || ownZone();

/** The city of the person's zone where the browser's clock is another one: `Berlin`; else empty. */
export const otherZone = () => (isSameClock(personsZone(), ownZone()) ? '' : zoneName(personsZone()));

/** @param {string} zone `America/New_York` @returns {string} `New York` */
export const zoneName = (zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/**
 * Made with the first date, since it takes milliseconds, and again when the time zone or the languages have changed.
 * @param {Intl.DateTimeFormatOptions} options
 * @param {() => string} [zoneOf]
 * @param {string} [language] the person's own, if left out
 */
function formatter(options, zoneOf = personsZone, language = undefined) {
  /** @type {{ place: string, format: Intl.DateTimeFormat } | undefined} */
  let made;
  return (/** @type {Date} */ date) => {
    const timeZone = zoneOf();
    const place = `${timeZone} ${navigator.languages}`;
    if (made?.place !== place) made = { place, format: new Intl.DateTimeFormat(language ?? navigator.languages, { ...options, timeZone }) };
    return made.format.format(date);
  };
}

/** @type {Map<string, boolean>} */
const compared = new Map();

/**
 * Whether clocks show the same in both for a year. A zone can have several names.
 * @param {string} one IANA name
 * @param {string} other
 */
export function isSameClock(one, other) {
  const key = `${one} ${other}`;
  if (one !== other && !compared.has(key) && isKnownZone(one) && isKnownZone(other)) {
    const [first, second] = [one, other].map((timeZone) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }));
    const weeks = Array.from({ length: 53 }, (_, week) => Date.now() + week * 7 * DAY_MS);
    compared.set(key, weeks.every((time) => first.format(time) === second.format(time)));
  }
  return one === other || compared.get(key) === true;
}

/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: 'numeric', month: 'short' };
/** @type {Intl.DateTimeFormatOptions} */
const WHOLE_DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

export const timeOfDay = formatter({ timeStyle: 'short' });
const weekday = formatter({ weekday: 'short' });
const weekdayAndTime = formatter({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
const timeAndZone = formatter({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
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

// Swedish writes dates as ISO 8601 does, with a space before the time.
/** @type {Intl.DateTimeFormatOptions} */
const ISO_DATE = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory', numberingSystem: 'latn' };
const isoDate = formatter(ISO_DATE, personsZone, 'sv-SE');
const isoTime = formatter({ ...ISO_DATE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, personsZone, 'sv-SE');

/** What clocks show, to the second: `2030-01-31T09:30:00`. @param {number} instant in ms */
const clockAt = (instant) => isoTime(new Date(instant)).replace(' ', 'T').padStart(19, '0');

/** By how many ms clocks are ahead of UTC. @param {number} instant in ms */
const offsetAt = (instant) => Date.parse(`${clockAt(instant)}Z`) - Math.floor(instant / 1_000) * 1_000;

/**
 * The value of an `<input type="datetime-local">` for an instant, in the person's time zone.
 * @param {string | null} instant RFC 3339
 */
export const toLocalInput = (instant) => (instant ? clockAt(Date.parse(instant)).slice(0, 16) : '');

/**
 * A local time that clocks skip means the one as much later (02:30 is 03:30); of one that they show twice, the first is meant.
 * @param {string} value of an `<input type="datetime-local">`
 * @returns {string | null} RFC 3339, UTC
 */
export function fromLocalInput(value) {
  const shown = Date.parse(`${value}Z`);
  if (!value.includes('T') || Number.isNaN(shown)) return null;
  // No zone changes its clocks twice within two days.
  const [first, second] = [-DAY_MS, DAY_MS].map((distance) => shown - offsetAt(shown + distance));
  const isSecond = offsetAt(first) !== shown - first && offsetAt(second) === shown - second;
  return new Date(isSecond ? second : first).toISOString();
}

/**
 * Before tasks had days, the last second of one stood for the day.
 * @param {Date} date
 */
export const isWholeDay = (date) => clockAt(date.getTime()).endsWith('T23:59:59');

/**
 * Short and relative near today: `Today, 14:30`, `Tomorrow, 09:00`, `Fri, 09:00`, `3 Dec, 09:00`; of a whole day, `Today`, `Fri`, and of days before yesterday or in another year, the date alone.
 * @param {string} instant RFC 3339
 * @param {Date} [now]
 */
export function describe(instant, now = new Date()) {
  const date = new Date(instant);
  const days = daysApart(today(now), today(date));
  if (days > 1 && days < 7) return (isWholeDay(date) ? weekday : weekdayAndTime)(date);
  const isNear = Math.abs(days) <= 1;
  if (!isNear && today(date).slice(0, 4) !== today(now).slice(0, 4)) return otherYear(date);
  const day = isNear ? nearDays[days + 1] : thisYear(date);
  return isWholeDay(date) || days < -1 ? day : `${day}, ${timeOfDay(date)}`;
}

/** @param {string} instant RFC 3339 */
export function describeInFull(instant) {
  const date = new Date(instant);
  return (isWholeDay(date) ? wholeDay : complete)(date);
}

/** The date where the person's days begin and end. @param {Date} [now] */
export const today = (now = new Date()) => isoDate(now).padStart(10, '0');

/**
 * Days from one date to another.
 * @param {string} from `2030-01-31`
 * @param {string} to
 */
export const daysApart = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/**
 * @param {string} day `2030-01-31`
 * @param {number} count may be negative
 * @returns {string} the day so many days later
 */
export const addDays = (day, count) => new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

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

/**
 * The zone is named if the browser is elsewhere: `Tomorrow, 17:00`, `Tomorrow, 17:00 CET`.
 * @param {string} instant RFC 3339
 * @param {Date} [now]
 */
export function describeWithZone(instant, now = new Date()) {
  const date = new Date(instant);
  return `${describeDate(today(date), now)}, ${(otherZone() ? timeAndZone : timeOfDay)(date)}`;
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

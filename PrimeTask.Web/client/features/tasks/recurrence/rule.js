// @ts-check
// Rules of recurring tasks in words, “every 2 weeks on Monday”, and as the API has them (RFC 5545). No state, no clock, no network.

/** @typedef {typeof import('temporal-polyfill').Temporal} TemporalNamespace */
/** @typedef {import('temporal-polyfill').Temporal.PlainDate} PlainDate */
/** @typedef {'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'} Frequency */
/** @typedef {'schedule' | 'completion'} From */

/**
 * @typedef {object} Rule
 * @property {Frequency} frequency
 * @property {number} interval
 * @property {{ day: number, place: number }[]} days Monday is 0; place: the second one of the month, -1 the last; 0 all of them
 * @property {number[]} monthDays -1 is the last
 * @property {number[]} months January is 1
 * @property {number | null} count
 */

/** @typedef {{ recurrence: string, recurrence_from: From }} Recurrence as the API has it */
/** @typedef {{ start: number, end: number, rule: Rule, recurrence: Recurrence }} RecurrenceFound */

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = [0, 1, 2, 3, 4];
const LAST = -1;
/** @type {Record<string, Frequency>} */
const UNITS = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

const DAY = `(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?`;
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ORDINAL = `(?:[1-9]\\d?(?:st|nd|rd|th)|${PLACES.join('|')}|last)`;
const SEPARATOR = '(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)';
/** @param {string} item */
const list = (item) => `${item}(?:${SEPARATOR}${item})*`;
const OF_THE_MONTH = '(?:\\s+of\\s+(?:the|each|every)\\s+month)?';
const ON_THE = '(?:on\\s+)?(?:the\\s+)?';

/** What can follow “every”, the longest first. */
const PHRASES = [
  // every 2 weeks on Monday and Thursday, every other month on the 3rd, every year on January 31
  `(?:(?<interval>other|\\d{1,3})\\s+)?(?<unit>day|week|month|quarter|year)s?(?:\\s+(?:on\\s+(?<onDays>${list(DAY)})|${ON_THE}(?<onPlace>${ORDINAL})\\s+(?<onPlaceDay>${DAY})|${ON_THE}(?<onMonthDays>${list(ORDINAL)})(?:\\s+day)?|on\\s+(?<onMonth>${MONTH})\\s+(?<onMonthDay>\\d{1,2})(?:st|nd|rd|th)?))?`,
  `(?<weekday>weekday|workday)s?`,
  `(?<place>${ORDINAL})\\s+(?<placeDay>${DAY})${OF_THE_MONTH}`,
  `(?:(?<otherDays>other)\\s+)?(?<days>${list(DAY)})`,
  `(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?`,
  `(?<dayBefore>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<monthAfter>${MONTH})`,
  `(?<monthDays>${list(ORDINAL)})(?!\\s+${DAY}(?!\\p{L}))(?:\\s+day)?${OF_THE_MONTH}`,
].map((phrase) => new RegExp(`(?<![\\p{L}\\p{N}'-])every(?<mark>!)?\\s+${phrase}(?<times>,?\\s+(?<count>\\d{1,4})\\s+times)?(?<after>\\s+after\\s+completion)?(?![\\p{L}\\p{N}_'/-]|!(?=\\p{L}))`, 'giu'));

/**
 * The last that a text says, in English.
 * @param {string} text
 * @returns {RecurrenceFound | null}
 */
export function findRecurrence(text) {
  const found = PHRASES.flatMap((phrase) => [...text.matchAll(phrase)]).flatMap((match) => {
    const rule = ruleOf(match.groups ?? {});
    if (!rule) return [];
    const { mark, after } = match.groups ?? {};
    return [{ start: match.index, end: match.index + match[0].length, rule, recurrence: { recurrence: write(rule), recurrence_from: /** @type {From} */ (mark || after ? 'completion' : 'schedule') } }];
  });
  return found.toSorted((one, other) => other.start - one.start || other.end - one.end)[0] ?? null;
}

/**
 * @param {string} text all of which says it
 * @returns {Recurrence | null}
 */
export function readRecurrence(text) {
  const written = text.trim();
  const found = findRecurrence(/^every/i.test(written) ? written : `every ${written}`);
  return found && found.start === 0 && found.end >= written.length ? found.recurrence : null;
}

/**
 * @param {{ recurrence: string | null, recurrence_from: From }} recurrence
 * @returns {string} in words, which `readRecurrence` reads where it knows such rules; empty for none
 */
export function describeRecurrence({ recurrence, recurrence_from: from }) {
  if (!recurrence) return '';
  const rule = read(recurrence);
  const until = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(recurrence);
  return `${describe(rule)}${rule.count ? `, ${rule.count} times` : ''}${until ? ` until ${until.slice(1).join('-')}` : ''}${from === 'completion' ? ' after completion' : ''}`;
}

/**
 * @param {Rule} rule
 * @param {PlainDate} day
 * @param {number} [most] of days to look at: 29 February comes at least once in eight years
 * @returns {PlainDate} the first that the rule names, that day or after it
 */
export function firstDay(rule, day, most = 366 * 8) {
  let date = day;
  for (let looked = 0; looked < most && !names(rule, date); looked += 1) date = date.add({ days: 1 });
  return date;
}

/** @param {Rule} rule @param {PlainDate} date */
function names({ frequency, days, monthDays, months }, date) {
  if (months.length > 0 && !months.includes(date.month)) return false;
  // A day that a month lacks is its last.
  if (monthDays.length > 0 && !monthDays.some((day) => date.day === (day > 0 ? Math.min(day, date.daysInMonth) : date.daysInMonth + 1 + day))) return false;
  if (days.length === 0) return true;
  return days.some(({ day, place }) => {
    if (date.dayOfWeek !== day + 1) return false;
    if (place === 0 || frequency === 'DAILY' || frequency === 'WEEKLY') return true;
    return place > 0 ? Math.ceil(date.day / 7) === place : Math.ceil((date.daysInMonth - date.day + 1) / 7) === -place;
  });
}

/**
 * @param {Record<string, string | undefined>} groups
 * @returns {Rule | null}
 */
function ruleOf(groups) {
  const base = { days: [], monthDays: [], months: [], interval: intervalOf(groups), count: groups.count ? Number(groups.count) : null };
  if (base.interval < 1 || base.count === 0) return null;
  const unit = groups.unit?.toLowerCase();
  if (unit === 'quarter') return groups.onDays || groups.onPlace || groups.onMonth ? null : { ...base, frequency: 'MONTHLY', interval: base.interval * 3, monthDays: numbersOf(groups.onMonthDays) };
  if (unit) return unitRule(groups, { ...base, frequency: UNITS[unit] });
  if (groups.weekday) return { ...base, frequency: 'WEEKLY', days: WEEKDAYS.map((day) => ({ day, place: 0 })) };
  if (groups.place) return placeRule({ ...base, frequency: 'MONTHLY' }, groups.place, groups.placeDay ?? '');
  if (groups.days) return { ...base, frequency: 'WEEKLY', days: daysOf(groups.days) };
  const [month, day] = [groups.month ?? groups.monthAfter, Number(groups.day ?? groups.dayBefore)];
  if (month) return day >= 1 && day <= 31 ? { ...base, frequency: 'YEARLY', months: [monthOf(month)], monthDays: [day] } : null;
  return withMonthDays({ ...base, frequency: 'MONTHLY' }, groups.monthDays);
}

/**
 * @param {Record<string, string | undefined>} groups
 * @param {Rule} rule
 * @returns {Rule | null}
 */
function unitRule(groups, rule) {
  const { frequency } = rule;
  if (groups.onDays) return frequency === 'WEEKLY' ? { ...rule, days: daysOf(groups.onDays) } : null;
  if (groups.onPlace) return frequency === 'MONTHLY' ? placeRule(rule, groups.onPlace, groups.onPlaceDay ?? '') : null;
  if (groups.onMonth) {
    const day = Number(groups.onMonthDay);
    return frequency === 'YEARLY' && day >= 1 && day <= 31 ? { ...rule, months: [monthOf(groups.onMonth)], monthDays: [day] } : null;
  }
  if (groups.onMonthDays) return frequency === 'MONTHLY' ? withMonthDays(rule, groups.onMonthDays) : null;
  return rule;
}

/** @param {Rule} rule @param {string} place @param {string} day @returns {Rule | null} */
function placeRule(rule, place, day) {
  const number = ordinal(place);
  return number > 5 ? null : { ...rule, days: daysOf(day).map((one) => ({ ...one, place: number })) };
}

/** @param {Rule} rule @param {string} [text] @returns {Rule | null} */
function withMonthDays(rule, text) {
  const monthDays = numbersOf(text);
  return monthDays.every((day) => day <= 31) ? { ...rule, monthDays } : null;
}

/** @param {Record<string, string | undefined>} groups */
const intervalOf = ({ interval, otherDays }) => (otherDays || interval?.toLowerCase() === 'other' ? 2 : Number(interval ?? 1));

/** @param {string} [text] */
const numbersOf = (text = '') => unique((text.match(new RegExp(ORDINAL, 'gi')) ?? []).map(ordinal));

/** @param {string} text */
const daysOf = (text) => unique((text.match(new RegExp(DAY, 'gi')) ?? []).map((day) => indexOf(DAYS, day))).map((day) => ({ day, place: 0 }));

/** @param {string} text */
const monthOf = (text) => indexOf(MONTHS, text) + 1;

/** @param {readonly string[]} names @param {string} text that begins as one of them does */
const indexOf = (names, text) => names.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());

/** @param {string} text */
function ordinal(text) {
  const word = text.toLowerCase();
  return word === 'last' ? LAST : PLACES.includes(word) ? PLACES.indexOf(word) + 1 : Number.parseInt(word, 10);
}

/** @param {number[]} values */
const unique = (values) => [...new Set(values)].sort((one, other) => one - other);

/** @param {Rule} rule */
function write({ frequency, interval, days, monthDays, months, count }) {
  const parts = [`FREQ=${frequency}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (days.length > 0) parts.push(`BYDAY=${days.map(({ day, place }) => `${place || ''}${CODES[day]}`).join(',')}`);
  if (monthDays.length > 0) parts.push(`BYMONTHDAY=${monthDays.join(',')}`);
  if (months.length > 0) parts.push(`BYMONTH=${months.join(',')}`);
  if (count !== null) parts.push(`COUNT=${count}`);
  return parts.join(';');
}

/** @param {string} recurrence @returns {Rule} */
function read(recurrence) {
  /** @type {Record<string, string | undefined>} */
  const parts = Object.fromEntries(recurrence.split(';').map((part) => part.split('=')));
  /** @param {string} [text] */
  const numbers = (text) => text?.split(',').map(Number) ?? [];
  return {
    frequency: /** @type {Frequency} */ (parts.FREQ),
    interval: Number(parts.INTERVAL ?? 1),
    days: parts.BYDAY?.split(',').map((text) => ({ day: CODES.indexOf(text.slice(-2)), place: Number(text.slice(0, -2)) })) ?? [],
    monthDays: numbers(parts.BYMONTHDAY),
    months: numbers(parts.BYMONTH),
    count: parts.COUNT ? Number(parts.COUNT) : null,
  };
}

/** @param {Rule} rule */
function describe({ frequency, interval, days, monthDays, months }) {
  const isPlaced = days.some(({ place }) => place !== 0);
  const names = and(days.map(({ day, place }) => `${place ? `${placeName(place)} ` : ''}${DAYS[day]}`));
  if (frequency === 'WEEKLY' && interval === 1 && days.length > 0) return days.map(({ day }) => day).join() === WEEKDAYS.join() ? 'every weekday' : `every ${names}`;
  if (frequency === 'MONTHLY' && interval === 1 && isPlaced && monthDays.length + months.length === 0) return `every ${names}`;
  if (frequency === 'YEARLY' && interval === 1 && days.length === 0 && months.length === 1 && monthDays.length === 1 && monthDays[0] > 0) return `every ${MONTHS[months[0] - 1]} ${monthDays[0]}`;
  const unit = Object.keys(UNITS).find((name) => UNITS[name] === frequency);
  const on = [isPlaced ? `the ${names}` : names, monthDays.length > 0 ? `the ${and(monthDays.map(dayName))}` : ''].filter(Boolean).join(' and ');
  const inMonths = months.length > 0 ? ` in ${and(months.map((month) => MONTHS[month - 1]))}` : '';
  return `every ${interval > 1 ? `${interval} ${unit}s` : unit}${on && ` on ${on}`}${inMonths}`;
}

/** @param {number} place */
const placeName = (place) => (place === LAST ? 'last' : place < 0 ? `${ordinalName(-place)} last` : ordinalName(place));

/** @param {number} day of a month */
const dayName = (day) => (day === LAST ? 'last day' : day < 0 ? `${ordinalName(-day)} last day` : ordinalName(day));

/** @param {number} number */
function ordinalName(number) {
  const last = number % 10;
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${!isTeen && last === 1 ? 'st' : !isTeen && last === 2 ? 'nd' : !isTeen && last === 3 ? 'rd' : 'th'}`;
}

/** @param {readonly string[]} names */
const and = (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

// @ts-check
// Finds the dates in a text: chrono-node, less what it takes for a date and people do not.
import * as english from 'chrono-node/en';
import { loadTemporal } from '../../../ui/temporal.js';
import { firstDay } from '../recurrence/rule.js';
import { wordsOf } from './languages.js';

/** @import { Chrono, ParsedResult } from 'chrono-node/en' */
/** @typedef {import('../../../ui/temporal.js').TemporalNamespace} TemporalNamespace */
/** @typedef {import('temporal-polyfill').Temporal.ZonedDateTime} Clock */
/** @typedef {import('./languages.js').Words} Words */

/** @typedef {{ due_date: string, due_on: null } | { due_date: null, due_on: string }} Due */
/** @typedef {{ hour: number, minute: number }} Time */
/** @typedef {{ start: number, end: number, due: Due, time: Time | null }} DateFound start and end: with the words before it that go with it; time: where there is no day */
/** @typedef {{ now: number, zone: string, day?: string | null }} Moment now: milliseconds since 1970; zone: IANA name; day: a later one that rules begin on */
/**
 * @typedef {object} DateReader
 * @property {(text: string, moment: Moment) => DateFound[]} find in their order
 * @property {(rule: import('../recurrence/rule.js').Rule, moment: Moment, time: Time | null) => Due} firstDue the first that a rule names, at a time of day or all day
 * @property {(day: string, moment: Moment, time: Time) => Due} dueOn a time of that day
 */

/** @type {Record<string, () => Promise<{ casual: Chrono }>>} */
const languages = {
  ar: () => import('chrono-node/ar'),
  de: () => import('chrono-node/de'),
  es: () => import('chrono-node/es'),
  fi: () => import('chrono-node/fi'),
  fr: () => import('chrono-node/fr'),
  id: () => import('chrono-node/id'),
  it: () => import('chrono-node/it'),
  ja: () => import('chrono-node/ja'),
  nl: () => import('chrono-node/nl'),
  pt: () => import('chrono-node/pt'),
  ru: () => import('chrono-node/ru'),
  sv: () => import('chrono-node/sv'),
  uk: () => import('chrono-node/uk'),
  vi: () => import('chrono-node/vi'),
  zh: () => import('chrono-node/zh'),
};

/** Of the reference: a result that has it as well was given no time. */
const MARK_MS = 777;
/** Far from any change of clocks, to measure “in 2 hours” from. */
const QUIET = new Date(2001, 0, 10, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** chrono-node's morning is at 6. */
const MORNING = 9;
/** A phrase of two or three words between “every” and the date still belongs to it: “every 2nd tue”. */
const EVERY_WORDS = 2;

/** Without one of these, “march” and “may” are verbs, “june” and “august” names. */
const BEFORE_MONTH = 'in|by|until|for';

/** In English, also names or verbs: only at the end of the line or after “on”, “by” and their like. */
const AMBIGUOUS = /^(?:sun|sat|wed)$/i;

/**
 * @param {string} locale of the browser, such as `de-AT`
 * @returns {Promise<DateReader>} for its language and English
 */
export async function dateReader(locale) {
  const [language] = locale.toLowerCase().split('-');
  const [own, Temporal] = await Promise.all([languages[language]?.(), loadTemporal()]);
  const monthFirst = isMonthFirst(locale);
  /** @type {{ language: string, choose: (text: string) => Chrono }[]} the browser's language first */
  const readers = [{ language: 'en', choose: chooseEnglish(monthFirst) }];
  if (own) {
    const chrono = extended(own.casual, language);
    readers.unshift({ language, choose: () => chrono });
  }
  /** @param {Moment} moment */
  const clockAt = ({ now, zone }) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  /** @type {DateReader['find']} */
  const find = (text, moment) => {
    const clock = clockAt(moment);
    const { short, places } = withSingleSpaces(text);
    /** @type {DateFound[]} */
    const found = [];
    for (const reader of readers) {
      found.push(...read(short, { ...reader, isForeign: reader.language !== language, chrono: reader.choose(short), clock, now: moment.now, Temporal }));
    }
    return longest(found)
      .sort((one, other) => one.start - other.start)
      .map((date) => ({ ...date, start: places[date.start], end: places[date.end - 1] + 1 }));
  };
  return {
    find,
    firstDue: (rule, moment, time) => firstDueOf(rule, clockAt(moment), moment.day ? Temporal.PlainDate.from(moment.day) : null, time, Temporal),
    dueOn: (day, { zone }, time) => at(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()),
  };
}

/**
 * @param {import('../recurrence/rule.js').Rule} rule
 * @param {Clock} clock
 * @param {import('temporal-polyfill').Temporal.PlainDate | null} later the day to begin on, if not today
 * @param {Time | null} time
 * @param {TemporalNamespace} Temporal
 * @returns {Due}
 */
function firstDueOf(rule, clock, later, time, Temporal) {
  const day = later ?? clock.toPlainDate();
  if (!time) return { due_date: null, due_on: firstDay(rule, day).toString() };
  const plainTime = Temporal.PlainTime.from(time);
  /** @param {typeof day} from */
  const first = (from) => firstDay(rule, from).toZonedDateTime({ timeZone: clock.timeZoneId, plainTime });
  const due = first(day);
  return at((Temporal.ZonedDateTime.compare(due, clock) > 0 ? due : first(day.add({ days: 1 }))).toInstant());
}

/**
 * chrono-node takes spaces after the name of a month for a part of it: where they are many, the month alone is longer than “24 dec”.
 * @param {string} text
 */
function withSingleSpaces(text) {
  const places = [...text.matchAll(/\S|(?<!\s)\s/gu)].flatMap(({ 0: { length }, index }) => Array.from({ length }, (_, offset) => index + offset));
  return { short: places.map((place) => text[place]).join(''), places };
}

/**
 * Of two that overlap, the longer: the one language reads “5pm” where the other reads “tomorrow 5pm”.
 * @param {readonly DateFound[]} dates
 */
function longest(dates) {
  /** @type {DateFound[]} */
  const kept = [];
  for (const date of dates.toSorted((one, other) => other.end - other.start - (one.end - one.start))) {
    if (!kept.some(({ start, end }) => start < date.end && date.start < end)) kept.push(date);
  }
  return kept;
}

/** @param {string} locale */
function isMonthFirst(locale) {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts();
  return parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day');
}

/**
 * Where days are written first, only dates of numbers alone are read so: for “Jan 31”, the English of Britain reads January 2031.
 * @param {boolean} monthFirst
 * @returns {(text: string) => Chrono}
 */
function chooseEnglish(monthFirst) {
  const american = extended(english.casual, 'en');
  const british = extended(english.GB, 'en');
  return (text) => (!monthFirst && /\d[/.-]\d/.test(text) ? british : american);
}

/**
 * @param {Chrono} chrono
 * @param {string} language
 */
function extended(chrono, language) {
  const copy = chrono.clone();
  const { dayAfterTomorrow } = wordsOf(language);
  if (dayAfterTomorrow) {
    copy.parsers.push({
      pattern: () => new RegExp(`(?<!\\p{L})(?:${dayAfterTomorrow})(?!\\p{L})`, 'iu'),
      extract: ({ refDate }) => dayOf(new Date(refDate.getFullYear(), refDate.getMonth(), refDate.getDate() + 2)),
    });
  }
  if (language === 'de') {
    copy.parsers.push({
      pattern: () => /(?<!\p{L})morgen fr[üu]h(?!\p{L})/iu,
      extract: (context) => {
        const { refDate } = context;
        const components = context.createParsingComponents(dayOf(new Date(refDate.getFullYear(), refDate.getMonth(), refDate.getDate() + 1)));
        components.imply('hour', 6);
        return components.addTag('casualReference/morning');
      },
    });
    // As Germans write dates without a year.
    copy.parsers.push({
      pattern: () => /(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?!\d)/u,
      extract: (context, { groups }) => {
        const [day, month] = [Number(groups?.day), Number(groups?.month)];
        if (month < 1 || month > 12 || day < 1 || day > 31) return null;
        const components = context.createParsingComponents({ day, month });
        components.imply('year', context.refDate.getFullYear());
        return components.isValidDate() ? components : null;
      },
    });
  }
  return copy;
}

/** @param {Date} date */
const dayOf = (date) => ({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

/**
 * @typedef {object} Reading
 * @property {string} language
 * @property {boolean} isForeign whether the browser's language is another one
 * @property {Chrono} chrono
 * @property {Clock} clock
 * @property {number} now
 * @property {TemporalNamespace} Temporal
 */

/**
 * @param {string} text
 * @param {Reading} reading
 * @returns {DateFound[]}
 */
function read(text, reading) {
  const { clock, chrono } = reading;
  const words = wordsOf(reading.language);
  // chrono-node reckons with the browser's own clock: it is given one that shows what the person's does.
  const now = new Date(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second, MARK_MS);
  // A day is over when the day is, not at noon.
  const today = new Date(clock.year, clock.month - 1, clock.day, 0, 0, 0, MARK_MS);
  const ofToday = chrono.parse(text, today, { forwardDate: true });
  return chrono.parse(text, now, { forwardDate: true }).flatMap((result) => {
    const where = around(result, text, reading.language);
    if (!isMeant(result, where, reading)) return [];
    const lastWords = new RegExp(`(?<!\\p{L})(?:${words.last})(?!\\p{L})`, 'iu');
    const daily = lastWords.test(result.text)
      ? chrono.parse(text, today).find(({ index }) => index === result.index)
      : ofToday.find(({ index, text: same }) => index === result.index && same === result.text);
    const due = dueOf(result, daily ?? result, now, reading);
    if (!due) return [];
    return [{ start: where.before.length - where.on.length, end: result.index + ownText(result, reading.language).length, due, time: timeAlone(result, now, reading) }];
  });
}

/** @typedef {{ before: string, on: string, after: string }} Where the text around a result; on: the end of what is before it, which goes with it */

/**
 * @param {ParsedResult} result
 * @param {string} text
 * @param {string} language
 * @returns {Where}
 */
function around(result, text, language) {
  const words = wordsOf(language);
  const ahead = text.slice(0, result.index);
  // “On the 1st of May”.
  const before = language === 'en' && /^\d/.test(result.text) ? ahead.replace(/(?<!\p{L})the\s+$/iu, '') : ahead;
  const on = isMonthAlone(result) ? BEFORE_MONTH : isPartOfDayAlone(result) && words.onPart ? `${words.on}|${words.onPart}` : words.on;
  return { before, on: new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${on})\\s+$`, 'iu').exec(before)?.[0] ?? '', after: text.slice(result.index + result.text.length) };
}

/**
 * @param {ParsedResult} result
 * @param {Where} where
 * @param {Reading} reading
 */
function isMeant(result, { before, on, after }, { language, isForeign }) {
  const { text, start, end } = result;
  const words = wordsOf(language);
  const tags = start.tags();
  const isLatin = /^[\p{Script=Latin}\p{Script=Cyrillic}\d]/u.test(text);
  // A span of time has no due date.
  if (end || tags.has('casualReference/now')) return false;
  // Part of a word: “frühstück”, “Sun-dried”, “today's”, “après-demain”.
  if (isLatin && (/[\p{L}\p{N}_#@!$€£/]$|\p{L}[-']$/u.test(before) || /^(?:[\p{L}\p{N}_%/]|['-]\p{L})/u.test(after))) return false;
  if (new RegExp(`(?<!\\p{L})(?:${words.every})\\s+(?:\\S+\\s+){0,${EVERY_WORDS}}$`, 'iu').test(before)) return false;
  if (!on && new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.not})\\s+$`, 'iu').test(before)) return false;
  if (words.ordinal && isWeekday(result) && new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.ordinal})\\s+$`, 'iu').test(before)) return false;
  if (/^24\/7$/.test(text)) return false;
  if (words.never && new RegExp(`(?<!\\p{L})(?:${words.never})$`, 'iu').test(before + text)) return false;
  if (language === 'en' && !isEnglish(result, before, isForeign)) return false;
  const atEnd = /^[\s.,;:!?)]*$/.test(after);
  if (isAmbiguous(result, language, isForeign) && !atEnd && !on) return false;
  if (isPartOfDayAlone(result)) return on !== '' || /^\S+\s+\S/.test(text);
  return !isMonthAlone(result) || on !== '';
}

/**
 * Short for a weekday, and a word as well; or numbers that can be anything.
 * @param {ParsedResult} result
 * @param {string} language
 * @param {boolean} isForeign
 */
function isAmbiguous(result, language, isForeign) {
  const { text } = result;
  if (/^\d{1,2}[/.]\d{1,2}$/.test(text)) return true;
  if (!isWeekday(result)) return false;
  return language === 'en' && !isForeign ? AMBIGUOUS.test(text) : /^\p{L}{2,4}\.?$/u.test(text);
}

/**
 * @param {ParsedResult} result
 * @param {Date} now
 * @param {Reading} reading
 * @returns {Time | null} null where it says a day, too, or is a time elsewhere
 */
function timeAlone(result, now, { chrono, language }) {
  const { start } = result;
  if (start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.tags().has('result/relativeDate') || hasZone(result, language)) return null;
  if (!start.isCertain('hour')) return { hour: partOfDay(start) ?? 0, minute: 0 };
  const { start: said } = reread(result, chrono, now, language);
  return { hour: said.get('hour') ?? 0, minute: said.get('minute') ?? 0 };
}

/** And no date. @param {ParsedResult} result */
const isWeekday = ({ start }) => start.isCertain('weekday') && !start.isCertain('day');

/** “Morning”, “noon”: without a day. @param {ParsedResult} result */
function isPartOfDayAlone({ start }) {
  if (start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.tags().has('result/relativeDate')) return false;
  return !start.isCertain('hour') || start.tags().has('casualReference/noon') || start.tags().has('casualReference/midnight');
}

/** @param {ParsedResult} result */
const isMonthAlone = ({ text, start }) => start.isCertain('month') && !start.isCertain('day') && !start.tags().has('result/relativeDate') && !/\d/.test(text);

/**
 * @param {ParsedResult} result
 * @param {string} before
 * @param {boolean} isForeign
 */
function isEnglish({ text, start }, before, isForeign) {
  // In other languages, “5 am” is no time in the morning.
  if (isForeign && /\d\s+am$/i.test(text)) return false;
  if (/^(?:may|march)\s/i.test(text) && /(?<!\p{L})(?:i|you|we|they|he|she|it)\s+$/iu.test(before)) return false;
  if (!start.tags().has('result/relativeDate')) return true;
  // How long something takes is not when it is due.
  return /^(?:in|within|\+|next\s+[a-z]+$|the\s|day\s)/i.test(text) || /\s(?:from now|later|ago|earlier)$/i.test(text);
}

/**
 * @param {ParsedResult} result
 * @param {ParsedResult} daily the same, read as if the day had just begun
 * @param {Date} now
 * @param {Reading} reading
 * @returns {Due | null}
 */
function dueOf(result, daily, now, reading) {
  const { Temporal, chrono, language } = reading;
  const { text, start } = result;
  if (start.tags().has('result/relativeDateAndTime')) return elapsed(text, reading);
  if (hasZone(result, language)) return at(Temporal.Instant.fromEpochMilliseconds(inItsZone(start, reading)));
  if (start.isCertain('hour')) return wallTime(reread(result, chrono, now, language), null, reading);
  const hour = partOfDay(start);
  if (hour !== null) return wallTime(/^(?:this|ce|cet|cette|esta|diese[nrs]?)\s/i.test(text) ? daily : result, hour, reading);
  return { due_date: null, due_on: dayOfResult(daily, reading).toString() };
}

/**
 * @param {ParsedResult} result
 * @param {Reading} reading
 */
function dayOfResult({ text, start }, { Temporal, chrono, clock }) {
  const [year, month, day] = /** @type {const} */ (['year', 'month', 'day']).map((part) => start.get(part) ?? 0);
  if (!start.tags().has('result/relativeDate') || start.isCertain('day')) return Temporal.PlainDate.from({ year, month, day });
  // A month after the 31st is the last day of a shorter month; chrono-node goes on into the month after that.
  const [fromFirst] = chrono.parse(text, new Date(clock.year, clock.month - 1, 1));
  return Temporal.PlainDate.from({ year: fromFirst?.start.get('year') ?? year, month: fromFirst?.start.get('month') ?? month, day: clock.day }, { overflow: 'constrain' });
}

/**
 * “In 2 hours” are two hours, whatever clocks do meanwhile.
 * @param {string} text
 * @param {Reading} reading
 */
function elapsed(text, { chrono, now, Temporal }) {
  const [result] = chrono.parse(text, QUIET);
  return result ? at(Temporal.Instant.fromEpochMilliseconds(now + result.start.date().getTime() - QUIET.getTime())) : null;
}

/**
 * Without the word that chrono-node takes for a time zone.
 * @param {ParsedResult} result
 * @param {string} language
 */
function ownText(result, language) {
  const { text, start } = result;
  const isMisread = start.isCertain('timezoneOffset') && !start.tags().has('result/relativeDateAndTime') && !hasZone(result, language);
  return isMisread ? text.replace(/\s+\p{L}+$/u, '') : text;
}

/**
 * “5pm EST”. In other languages, words such as the French “est” are none.
 * @param {ParsedResult} result
 * @param {string} language
 */
const hasZone = ({ text, start }, language) => start.isCertain('timezoneOffset') && (language === 'en' || /[A-Z]{2,5}$|Z$|[+-]\d{1,2}:?\d{0,2}$/.test(text));

/**
 * Without a day, the next time that it is so late there.
 * @param {ParsedResult['start']} start
 * @param {Reading} reading
 */
function inItsZone(start, { clock, now }) {
  const isTimeAlone = !start.isCertain('day') && !start.isCertain('weekday') && !start.isCertain('month');
  const [year, month, day] = isTimeAlone ? [clock.year, clock.month, clock.day] : /** @type {const} */ (['year', 'month', 'day']).map((part) => start.get(part) ?? 0);
  const [hour, minute, offset] = /** @type {const} */ (['hour', 'minute', 'timezoneOffset']).map((part) => start.get(part) ?? 0);
  const instant = Date.UTC(year, month - 1, day, hour, minute) - offset * MINUTE_MS;
  return isTimeAlone && instant < now ? instant + DAY_MS : instant;
}

/**
 * Nobody means the night by “at 5”, or Eastern Standard Time by the French “est”.
 * @param {ParsedResult} result
 * @param {Chrono} chrono
 * @param {Date} now
 * @param {string} language
 */
function reread(result, chrono, now, language) {
  const own = ownText(result, language);
  const text = language === 'en' ? own.replace(/(?<!\S)at\s+[1-6](?!\S)/i, '$&pm') : own;
  return text === result.text ? result : chrono.parse(text, now, { forwardDate: true })[0] ?? result;
}

/**
 * @param {ParsedResult['start']} start
 * @returns {number | null} the hour that “morning” and the like stand for
 */
function partOfDay(start) {
  const hour = /** @type {number} */ (start.get('hour'));
  const named = [...start.tags()].some((tag) => /\/(?:morning|afternoon|evening|noon|midnight|night|tonight)$/.test(tag));
  if (!named && (start.get('millisecond') === MARK_MS || hour === 12)) return null;
  return hour === 6 ? MORNING : hour;
}

/**
 * @param {ParsedResult} result
 * @param {number | null} hour null: its own
 * @param {Reading} reading
 * @returns {Due}
 */
function wallTime({ start }, hour, { Temporal, clock }) {
  const [year, month, day, ownHour, minute] = /** @type {const} */ (['year', 'month', 'day', 'hour', 'minute']).map((part) => start.get(part) ?? 0);
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour: hour ?? ownHour, minute: hour === null ? minute : 0 });
  // “compatible”: later by the gap where clocks skip it, the first where they show it twice.
  return at(wall.toZonedDateTime(clock.timeZoneId, { disambiguation: 'compatible' }).toInstant());
}

/**
 * @param {import('temporal-polyfill').Temporal.Instant} instant
 * @returns {Due}
 */
const at = (instant) => ({ due_date: instant.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString({ smallestUnit: 'second' }), due_on: null });

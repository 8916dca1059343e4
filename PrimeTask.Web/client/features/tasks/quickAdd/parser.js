// @ts-check
// What a line of text says about a task: its title, and what stands in it of dates, priorities, projects and labels. No state, no clock, no network.
import { excessOf } from '../textLength.js';
import { describeRecurrence, findRecurrence } from '../recurrence/rule.js';
import { dateReader } from './dateReader.js';

/** @typedef {import('../task.js').Priority} Priority */
/** @typedef {import('./dateReader.js').Due} Due */
/** @typedef {import('./dateReader.js').DateReader} DateReader */
/** @typedef {import('../recurrence/rule.js').Recurrence} Recurrence */

/**
 * What was understood, and where in the text it stands.
 * @typedef {{ start: number, end: number } & (
 *   { kind: 'due', due: Due } | { kind: 'recurrence', recurrence: Recurrence, words: string, first: Due | null } | { kind: 'priority', priority: Priority } | { kind: 'project', name: string, id: number | null } | { kind: 'label', name: string }
 * )} Span first: null where the text has a date; id: null where there is no project of that name
 */

/**
 * @typedef {object} Fields
 * @property {string | null} due_date
 * @property {string | null} due_on
 * @property {string} [recurrence]
 * @property {Recurrence['recurrence_from']} [recurrence_from]
 * @property {Priority} [priority]
 * @property {{ id: number | null, name: string }} [project]
 * @property {string[]} [labels]
 */

/** @typedef {{ title: string, fields: Fields, spans: Span[] }} Parsed */

/**
 * @typedef {object} Surroundings
 * @property {number} now milliseconds since 1970
 * @property {string} zone IANA name
 * @property {string | null} [day] a later day that is meant where the text names none: `2030-01-31`
 * @property {readonly { id: number, name: string }[]} [projects] left out: none are understood
 * @property {boolean} [labels] whether labels are understood
 * @property {readonly { start: number, end: number }[]} [plain] parts of the text that are words of the title, whatever they say
 */

/** @typedef {(text: string, surroundings: Surroundings) => Parsed} Parser */

/** Neither a letter nor a digit nor a space. */
const MASK = '\uE000';
const NAME = '(?:"(?<quoted>[^"]+)"|(?<plain>[\\p{L}\\p{N}_-]+))';
const END = '(?=$|[\\s.,;:!?])';
const tokens = {
  address: /(?<!\S)\S+:\/\/\S*|(?<!\S)\S+@\S+\.\S+/gu,
  priority: /(?<!\S)!(?<level>high|medium|low|[123])(?=$|[\s.,;:?])/giu,
  project: new RegExp(`(?<!\\S)#${NAME}${END}`, 'gu'),
  label: new RegExp(`(?<!\\S)@${NAME}${END}`, 'gu'),
};
/** Before the date that a rule begins on. */
const START = /(?<!\S)(?:starting|beginning|from)(?=\s)/giu;
const STARTING = new RegExp(`${START.source}\\s+(?:on\\s+)?$`, 'iu');
/** “Tonight”, “this evening”. */
const OF_TODAY = /^(?:tonight|this\s)/iu;
/** @type {Record<string, Priority>} */
const priorities = { high: 'high', medium: 'medium', low: 'low', 1: 'high', 2: 'medium', 3: 'low' };
/** As the API has it: characters of names, and labels of a task. */
const PROJECT_LENGTH = 100;
const LABEL_LENGTH = 50;
const MOST_LABELS = 20;

/**
 * @param {string} locale of the browser, such as `de-AT`
 * @returns {Promise<Parser>}
 */
export async function createParser(locale) {
  const dates = await dateReader(locale);
  return (text, surroundings) => parse(text, surroundings, dates);
}

/**
 * @param {string} text
 * @param {Surroundings} surroundings
 * @param {DateReader} dates
 * @returns {Parsed}
 */
function parse(text, surroundings, dates) {
  const { plain = [] } = surroundings;
  // Of the same length, so that places in it are places in the text.
  let rest = text.replaceAll('’', "'").replaceAll('\u00a0', ' ');
  /** @param {{ start: number, end: number }} part */
  const mask = ({ start, end }) => (rest = rest.slice(0, start) + MASK.repeat(end - start) + rest.slice(end));
  plain.forEach(mask);
  matches(rest, tokens.address).forEach(mask);
  const tokenSpans = [...prioritiesIn(rest), ...projectsIn(rest, surroundings.projects), ...labelsIn(rest, surroundings.labels)];
  for (const pattern of [tokens.priority, tokens.project, tokens.label]) matches(rest, pattern).forEach(mask);
  // What is understood goes: a date before it stands at the end of the line, and can go on behind it.
  const spaced = tokenSpans.reduce(without, rest);
  const spans = [...tokenSpans, ...datesIn(spaced, surroundings, dates)].sort((one, other) => one.start - other.start);
  return { title: titleOf(text, spans), fields: fieldsOf(spans), spans };
}

/** @param {string} text @param {{ start: number, end: number }} part */
const without = (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/**
 * A rule without a day begins on the first that it names.
 * @param {string} text
 * @param {Surroundings} surroundings
 * @param {DateReader} dates
 * @returns {Span[]}
 */
function datesIn(text, surroundings, dates) {
  const rule = findRecurrence(text);
  const rest = rule ? without(text, rule) : text;
  const date = dates.find(rule ? rest.replaceAll(START, (word) => ' '.repeat(word.length)) : rest, surroundings).at(-1);
  if (!rule) {
    const due = date && surroundings.day && date.time && !OF_TODAY.test(text.slice(date.start, date.end)) ? dates.dueOn(surroundings.day, surroundings, date.time) : date?.due;
    return date && due ? [{ kind: 'due', start: date.start, end: date.end, due }] : [];
  }
  const { start, end, recurrence } = rule;
  const due = date && !date.time ? date.due : dates.firstDue(rule.rule, surroundings, date?.time ?? null);
  const words = describeRecurrence(recurrence);
  if (!date) return [{ kind: 'recurrence', start, end, recurrence, words, first: due }];
  const starting = STARTING.exec(rest.slice(0, date.start))?.[0].length ?? 0;
  return [
    { kind: 'recurrence', start, end, recurrence, words, first: null },
    { kind: 'due', start: date.start - starting, end: date.end, due },
  ];
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
const matches = (text, pattern) =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, groups: match.groups ?? {} }));

/** The last one counts; the others are words. @param {string} text @returns {Span[]} */
const prioritiesIn = (text) =>
  matches(text, tokens.priority).slice(-1).map(({ start, end, groups }) => ({ kind: 'priority', start, end, priority: priorities[groups.level.toLowerCase()] }));

/**
 * The last one counts. A number is the number of something else, unless a project is called so.
 * @param {string} text
 * @param {Surroundings['projects']} projects
 * @returns {Span[]}
 */
function projectsIn(text, projects) {
  if (!projects) return [];
  const found = matches(text, tokens.project).map(({ start, end, groups }) => {
    const written = groups.quoted?.trim() ?? groups.plain;
    const known = projects.find(({ name }) => isSame(name, written));
    return { kind: /** @type {const} */ ('project'), start, end, name: known?.name ?? written, id: known?.id ?? null };
  });
  return found.filter(({ name, id }) => id !== null || (isName(name, PROJECT_LENGTH) && !/^\d+$/.test(name))).slice(-1);
}

/**
 * @param {string} text
 * @param {boolean} [wanted]
 * @returns {Span[]}
 */
function labelsIn(text, wanted) {
  if (!wanted) return [];
  return matches(text, tokens.label)
    .map(({ start, end, groups }) => ({ kind: /** @type {const} */ ('label'), start, end, name: groups.quoted?.trim() ?? groups.plain }))
    .filter(({ name }) => isName(name, LABEL_LENGTH))
    .slice(0, MOST_LABELS);
}

/**
 * @param {string} name
 * @param {number} most
 */
const isName = (name, most) => name !== '' && excessOf(name, most) === 0;

/**
 * @param {string} one
 * @param {string} other
 */
const isSame = (one, other) => one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;

/**
 * @param {string} text
 * @param {readonly Span[]} spans in their order
 */
function titleOf(text, spans) {
  let title = '';
  let from = 0;
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    const part = text.slice(from, start);
    if (part.trim()) title = joined(title, part);
    from = Math.max(from, end);
  }
  // What led to the words that are gone.
  const [first, last] = [spans.at(0), spans.at(-1)];
  if (last && !text.slice(last.end).trim()) title = title.replace(/[\s,;:–—-]+$/u, '');
  if (first && !text.slice(0, first.start).trim()) title = title.replace(/^[\s,;:–—-]+/u, '');
  return title.replaceAll(/\s+/gu, ' ').trim();
}

/**
 * @param {string} title
 * @param {string} part
 */
function joined(title, part) {
  if (title === '') return part.trim();
  return /^[.,;:!?]/.test(part) ? title.replace(/[,;:]+$/, '') + part.trim() : `${title} ${part.trim()}`;
}

/** @param {readonly Span[]} spans @returns {Fields} */
function fieldsOf(spans) {
  /** @type {Fields} */
  const fields = { due_date: null, due_on: null };
  for (const span of spans) {
    if (span.kind === 'due') Object.assign(fields, span.due);
    else if (span.kind === 'recurrence') Object.assign(fields, span.recurrence, span.first);
    else if (span.kind === 'priority') fields.priority = span.priority;
    else if (span.kind === 'project') fields.project = { id: span.id, name: span.name };
    else if (!fields.labels?.some((name) => isSame(name, span.name))) fields.labels = [...(fields.labels ?? []), span.name];
  }
  return fields;
}

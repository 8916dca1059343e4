// @ts-check
// What people write around a date, by language. chrono-node finds the dates; these words say which of them are meant.

/**
 * @typedef {object} Words each a part of a regular expression
 * @property {string} on what stands before a due date and goes with it
 * @property {string} [onPart] the same, before a part of the day alone
 * @property {string} every what begins a recurrence
 * @property {string} not what stands before a date that is not the task's: “the day after tomorrow”
 * @property {string} [ordinal] what stands before a weekday of some month: “the first Monday”
 * @property {string} last what makes a date one of the past
 * @property {string} [never] what chrono-node takes for a date, with the word before it or without
 * @property {string} [dayAfterTomorrow] where chrono-node reads “tomorrow” only
 */

/** @type {Words} */
const none = { on: '(?!)', every: '(?!)', not: '(?!)', last: '(?!)' };

/** @type {Record<string, Words>} */
const words = {
  en: {
    on: 'due on|due by|due|on|by|at|for|until|till|til',
    onPart: 'in the',
    every: 'every|each',
    not: 'from|after|before|since|than|the|a|my|our|your|his|her|their|good',
    ordinal: 'first|second|third|fourth|fifth|last|\\d+(?:st|nd|rd|th)',
    last: 'last|past|ago|earlier',
    never: '(?:this|last|past) (?:week|month|year|quarter)',
    dayAfterTomorrow: '(?:the )?day after tomorrow',
  },
  de: {
    on: 'fällig am|fällig bis|fällig|bis zum|bis|am|um',
    every: 'jede[nrsm]?|alle',
    not: 'nach|vor|seit|ab|guten|jeden|der|die|das|den|dem|ein|eine',
    ordinal: '\\d+\\.',
    last: 'letzte[nrsm]?|vergangene[nrsm]?',
    never: 'am morgen|gegen morgen',
  },
  fr: {
    on: 'pour le|pour|avant le|jusqu\'au|d\'ici|le|à|au',
    every: 'chaque|tous les|toutes les',
    not: 'après|avant|depuis|la|les|un|une|du|de|mon|ma|mes',
    last: 'dernier|dernière|passé|passée',
    never: '(?:de|pour|pendant|durant) (?:\\d+|une?) ?\\p{L}+',
    dayAfterTomorrow: 'après-demain',
  },
  es: { ...none, on: 'el|para el|antes del|a las', every: 'cada|todos los|todas las', not: 'después del|desde el|la|un|una|del|de', last: 'pasado|pasada', dayAfterTomorrow: 'pasado mañana' },
  nl: { ...none, on: 'op|om|voor', every: 'elke|iedere', not: 'na|sinds|de|het|een', last: 'afgelopen|vorige', dayAfterTomorrow: 'overmorgen' },
};

/** @param {string} language as in `de` */
export const wordsOf = (language) => words[language] ?? none;

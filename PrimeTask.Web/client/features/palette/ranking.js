// @ts-check
// Which of the things that have a name fit what was typed, the best first. Typing errors are forgiven, as the API does it: a letter too many, a missing one, a
// wrong one, or two that changed places.

/** @typedef {{ title: string, words?: string }} Named words: found by these too, but its title comes first */

const MIN_FORGIVING = 4;
const LONG = 7;

/** How well a word fits; what is not among them does not. */
const FIT = { start: 100, word: 80, inside: 50, mistyped: 20, other: -10 };

/**
 * @template {Named} T
 * @param {string} typed
 * @param {readonly T[]} items
 * @param {(item: T) => number} [recency] 0 for what was not used lately, else up to 1
 * @returns {{ item: T, score: number }[]} of equal ones, those that were used lately come first, then in their order
 */
export function rank(typed, items, recency = () => 0) {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  return items
    .flatMap((item) => {
      const score = scoreOf(words, item);
      // What was used lately wins over what fits a little better.
      return score === null ? [] : [{ item, score: score + 15 * recency(item) }];
    })
    .sort((one, other) => other.score - one.score);
}

/**
 * @param {readonly string[]} typed
 * @param {Named} item
 * @returns {number | null} null: one of the words is not there
 */
function scoreOf(typed, { title, words = '' }) {
  const name = fold(title);
  const others = fold(words);
  let sum = 0;
  for (const [at, word] of typed.entries()) {
    const fit = Math.max(fitOf(word, name, at === 0), fitOf(word, others, false) + FIT.other);
    if (fit <= 0) return null;
    sum += fit;
  }
  // Of two that fit alike, the shorter one is nearer.
  return sum / typed.length - Math.min(name.length, 100) / 100;
}

/**
 * @param {string} typed
 * @param {string} text
 * @param {boolean} first whether it may be the beginning of the whole
 * @returns {number} 0: it is not there
 */
function fitOf(typed, text, first) {
  if (first && text.startsWith(typed)) return FIT.start;
  const at = text.indexOf(typed);
  if (at >= 0) return text.split(WORD_END).some((word) => word.startsWith(typed)) ? FIT.word : FIT.inside;
  if (typed.length < MIN_FORGIVING) return 0;
  const errors = Math.min(...text.split(WORD_END).map((word) => errorsIn(typed, word)));
  return errors <= (typed.length < LONG ? 1 : 2) ? FIT.mistyped - 5 * errors : 0;
}

const WORD_END = /[^\p{L}\p{N}\p{M}]+/u;

/** In any case, and with or without accents. @param {string} text */
const fold = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();

/**
 * Typing errors between what was typed and a word, or its beginning (optimal string alignment).
 * @param {string} typed
 * @param {string} word
 */
export function errorsIn(typed, word) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: word.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= typed.length; row += 1) {
    rows[row] = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const wrong = typed[row - 1] === word[column - 1] ? 0 : 1;
      rows[row][column] = Math.min(rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + wrong);
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        rows[row][column] = Math.min(rows[row][column], rows[row - 2][column - 2] + 1);
    }
  }
  // A beginning shorter than what was typed would take it for something else.
  return Math.min(rows[typed.length][word.length], ...rows[typed.length].slice(typed.length));
}

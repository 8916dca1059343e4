// @ts-check
// Names that begin as the one of a project or label that is being written. No state.

/** @typedef {{ sign: '#' | '@', start: number, end: number, names: string[] }} Suggestions start and end: of what is written, with its sign */

const MOST = 6;
/** As the parser reads names. */
const WRITTEN = /(?<!\S)(?<sign>[#@])(?:"(?<quoted>[^"]*)|(?<plain>[\p{L}\p{N}_-]*))$/u;
const PLAIN = /^[\p{L}\p{N}_-]+$/u;

/** Without accents and case. @param {string} text */
const folded = (text) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * @param {string} text
 * @param {number} caret
 * @param {{ projects: readonly string[], labels: readonly string[] }} known in the person's order
 * @returns {Suggestions | null} null where no name is being written, none begins so, or it is written out
 */
export function suggestionsAt(text, caret, { projects, labels }) {
  const match = WRITTEN.exec(text.slice(0, caret));
  if (!match?.groups || /^\S/u.test(text.slice(caret))) return null;
  const sign = /** @type {'#' | '@'} */ (match.groups.sign);
  const written = match.groups.quoted ?? match.groups.plain;
  const typed = folded(written);
  const all = (sign === '#' ? projects : labels).filter((name) => !name.includes('"')).map((name) => ({ name, key: folded(name) }));
  // With its accents: without them, it is another name.
  if (all.some(({ name }) => name.localeCompare(written, undefined, { sensitivity: 'accent' }) === 0)) return null;
  const first = all.filter(({ key }) => key.startsWith(typed));
  const inside = all.filter(({ key }) => !key.startsWith(typed) && key.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)));
  const names = [...first, ...inside].slice(0, MOST).map(({ name }) => name);
  return names.length > 0 ? { sign, start: match.index, end: caret, names } : null;
}

/**
 * @param {string} text
 * @param {Suggestions} suggestions
 * @param {string} name
 * @returns {{ text: string, caret: number }} with the name in the place of what was written
 */
export function accepted(text, { sign, start, end }, name) {
  const rest = text.slice(end);
  const written = `${sign}${PLAIN.test(name) ? name : `"${name}"`}`;
  return { text: `${text.slice(0, start)}${written}${rest.startsWith(' ') ? '' : ' '}${rest}`, caret: start + written.length + 1 };
}

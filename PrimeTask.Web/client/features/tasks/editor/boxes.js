// @ts-check
// The boxes of lists in a Markdown text, `- [ ]` and `- [x]`: where each is in the text, and the text with one ticked.

/** @typedef {import('./markdown.js').Token} Token */
/** @typedef {{ label: string, nth: number }} Box label: what stands after it in its line; nth: of those with the same label, from 0 */

const BOX = /^(?<before>[\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[)(?<mark>[ xX])(?<after>\]\s+(?<label>\S.*?)\s*)$/u;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?<fence>`{3,}|~{3,})/u;

/**
 * The lines of a text that are boxes; what stands between fences is code.
 * @param {string} text
 * @returns {{ line: number, label: string, nth: number, checked: boolean }[]}
 */
function boxLines(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  let fence = '';
  return text.split('\n').flatMap((content, line) => {
    const marks = FENCE.exec(content)?.groups?.fence;
    if (marks && (!fence || marks.startsWith(fence))) fence = fence ? '' : marks;
    const found = fence ? undefined : BOX.exec(content)?.groups;
    if (!found) return [];
    const nth = seen.get(found.label) ?? 0;
    seen.set(found.label, nth + 1);
    return [{ line, label: found.label, nth, checked: found.mark !== ' ' }];
  });
}

/**
 * Which box in the text each item of a list is. One that cannot be told stays out.
 * @param {string} text
 * @param {readonly Token[]} tokens of it
 * @returns {Map<Token, Box>}
 */
export function boxesOf(text, tokens) {
  const lines = boxLines(text);
  const found = new Map();
  let from = 0;
  for (const item of itemsIn(tokens)) {
    const first = item.raw.split('\n', 1)[0];
    const label = BOX.exec(first)?.groups?.label;
    const at = label === undefined ? -1 : lines.findIndex((one, place) => place >= from && one.label === label && one.checked === item.checked);
    if (at < 0) continue;
    found.set(item, { label: lines[at].label, nth: lines[at].nth });
    from = at + 1;
  }
  return found;
}

/**
 * @param {readonly Token[]} tokens
 * @returns {Generator<import('marked').Tokens.ListItem>} the items with a box, in the order of the text
 */
function* itemsIn(tokens) {
  for (const token of tokens) {
    if (token.type === 'list_item' && token.task) yield /** @type {import('marked').Tokens.ListItem} */ (token);
    if (token.type === 'list') yield* itemsIn(token.items);
    else if ('tokens' in token && token.tokens) yield* itemsIn(token.tokens);
  }
}

/**
 * @param {string} text
 * @param {Box} box
 * @param {boolean} checked
 * @returns {string | null} the text with the box as it is to be; null where it has no such box
 */
export function tickBox(text, { label, nth }, checked) {
  const box = boxLines(text).find((one) => one.label === label && one.nth === nth);
  if (!box) return null;
  const lines = text.split('\n');
  lines[box.line] = lines[box.line].replace(BOX, `$<before>${checked ? 'x' : ' '}$<after>`);
  return lines.join('\n');
}

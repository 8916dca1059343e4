// @ts-check

/**
 * How many characters a text has too many, counted as the API counts them: code points of the composed form, not UTF-16 units.
 * @param {string} text
 * @param {number} most
 */
export const excessOf = (text, most) => Math.max(0, [...text.normalize('NFC')].length - most);

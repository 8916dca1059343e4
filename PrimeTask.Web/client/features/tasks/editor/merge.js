// @ts-check
// Two people changed one task: what each field holds on both sides, and which to take.

/** @typedef {Record<string, string>} Fields */

/**
 * @typedef {object} Difference
 * @property {string} name of the field
 * @property {string} mine
 * @property {string} theirs
 * @property {'mine' | 'theirs' | null} choice null when both changed it: that is for the person to say
 */

/**
 * @param {Fields} base what both began with
 * @param {Fields} mine
 * @param {Fields} theirs
 * @returns {Difference[]} the fields that the other side changed and that differ now
 */
export function differences(base, mine, theirs) {
  return Object.keys(theirs)
    .filter((name) => theirs[name] !== base[name] && theirs[name] !== mine[name])
    .map((name) => ({ name, mine: mine[name], theirs: theirs[name], choice: mine[name] === base[name] ? 'theirs' : null }));
}

/**
 * @param {Fields} mine
 * @param {readonly Difference[]} chosen
 * @returns {Fields}
 */
export const merged = (mine, chosen) => ({
  ...mine,
  ...Object.fromEntries(chosen.map(({ name, choice, mine: own, theirs }) => [name, choice === 'theirs' ? theirs : own])),
});

// @ts-check

/** @typedef {{ value: string, label: string }} Choice */

/**
 * @param {readonly Choice[]} choices
 * @param {string} value
 */
export const labelOf = (choices, value) => choices.find((choice) => choice.value === value)?.label ?? value;

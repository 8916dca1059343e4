// @ts-check
// Where the keyboard goes in the list.
import { drawn, find } from '../../../ui/focus.js';

/** What is being written in place of a part of a row. */
export async function focusCellInput() {
  await drawn();
  const field = find('.cell-input');
  field?.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

/** Where the ticked tasks can be moved to, opened. */
export async function openProjectChoice() {
  await drawn();
  const field = find('.bulk [data-move]');
  if (!(field instanceof HTMLSelectElement)) return;
  field.focus();
  if ('showPicker' in field) field.showPicker();
}

/** The row that the keyboard is on. */
export async function focusActiveRow() {
  await drawn();
  find('[data-task][data-active]')?.focus();
}

/** The same, where what had the focus has gone. */
export async function focusIfLost() {
  await drawn();
  if (document.activeElement === document.body) await focusActiveRow();
}

/**
 * Keeps the focus on the row that is drawn anew elsewhere while it is saved, unless somebody goes on meanwhile.
 * @param {unknown} saving
 */
export async function keepFocusOnRow(saving) {
  await focusActiveRow();
  await saving;
  await focusIfLost();
}

/**
 * The row that took the place of one that went away, unless the keyboard is somewhere else.
 * @param {number} position
 */
export async function focusRowNear(position) {
  await drawn();
  if (document.activeElement !== document.body) return;
  const rows = document.querySelectorAll('[data-task]');
  const row = rows[Math.min(position, rows.length - 1)];
  if (row instanceof HTMLElement) row.focus();
  else find('h1[tabindex]')?.focus();
}

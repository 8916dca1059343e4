// @ts-check
// Where the keyboard goes when the screen changes under it. All wait for the screen to be drawn.

const drawn = () => new Promise((resolve) => setTimeout(resolve));

/** The first field of a form, else the heading: where reading a new screen starts. */
export async function focusStart() {
  await drawn();
  find('dialog[open] [autofocus], .card input', 'h1[tabindex]')?.focus();
}

/** @param {string} form selector */
export async function focusFirstInvalid(form) {
  await drawn();
  find(`${form} [aria-invalid]`, `${form} input`)?.focus();
}

/**
 * The row that took the place of one that went away.
 * @param {number} position
 */
export async function focusRow(position) {
  await drawn();
  if (document.activeElement !== document.body) return;
  const rows = document.querySelectorAll('.task__check');
  const row = rows[Math.min(position, rows.length - 1)];
  if (row instanceof HTMLElement) row.focus();
  else find('h1[tabindex]')?.focus();
}

/**
 * @param {...string} selectors in order of preference
 * @returns {HTMLElement | undefined}
 */
function find(...selectors) {
  const found = selectors.map((selector) => document.querySelector(selector)).find((element) => element !== null);
  return found instanceof HTMLElement ? found : undefined;
}

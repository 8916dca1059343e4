// @ts-check
// Where the focus goes when the view changes. All wait until the view is drawn.

export const drawn = () => new Promise((resolve) => setTimeout(resolve));

/** The first field of a form, else the heading: where reading a new screen starts. */
export async function focusStart() {
  await drawn();
  find('dialog[open] [autofocus]', '.card input', 'h1[tabindex]')?.focus();
}

/** The new view's heading, or `main` while the view is loading. */
export async function focusHeading() {
  await drawn();
  const heading = find('main h1', 'main');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * @param {string} [typed] as if it were typed there
 * @returns {boolean} whether there is a search field to be seen
 */
export function focusSearch(typed = '') {
  const field = document.querySelector('main input[type="search"]');
  if (!(field instanceof HTMLInputElement) || !field.checkVisibility()) return false;
  field.focus();
  field.select();
  if (typed === '') return true;
  field.value = typed;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}

/**
 * The line that adds tasks: of the column that the keyboard is in, else the first.
 * @param {string} [typed] as if it were typed there, with a line break for each Enter
 * @returns {boolean} whether there is one
 */
export function focusQuickAdd(typed = '') {
  const lines = [document.activeElement?.closest('section')?.querySelector('[data-quick-add]'), ...document.querySelectorAll('main [data-quick-add]')];
  const field = lines.find((line) => line?.checkVisibility());
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  for (const [place, line] of typed.split('\n').entries()) {
    if (place > 0) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      field.value = '';
    }
    if (line) {
      field.value += line;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
  return true;
}

/** @param {string} form selector */
export async function focusFirstInvalid(form) {
  await drawn();
  find(`${form} [aria-invalid]`, `${form} input`)?.focus();
}

/**
 * @param {...string} selectors in order of preference
 * @returns {HTMLElement | undefined}
 */
export function find(...selectors) {
  const found = selectors.map((selector) => document.querySelector(selector)).find((element) => element !== null);
  return found instanceof HTMLElement ? found : undefined;
}

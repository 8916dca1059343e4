// @ts-check
// A menu beside the button that opens it, as a native popover: it is open for as long as it is rendered.
import { html } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { drawn } from './focus.js';

/** @typedef {{ label: unknown, onClick: () => unknown }} Item */

/**
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.anchor selector of the button
 * @param {readonly Item[]} options.items
 * @param {(how: { back: boolean }) => void} options.onClose back: the focus belongs to the button again
 */
export const popupMenu = ({ label, anchor, items, onClose }) => html`
  <div
    class="menu popup-menu"
    role="menu"
    popover
    aria-label=${label}
    data-anchor=${anchor}
    ${ref(open)}
    @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, onClose)}
    @toggle=${(/** @type {ToggleEvent} */ event) => event.newState === 'closed' && onClose({ back: false })}
  >
    ${items.map(({ label: text, onClick }) => html`<button class="menu__item" type="button" role="menuitem" tabindex="-1" @click=${onClick}>${text}</button>`)}
  </div>
`;

/** Its items are others now. */
export async function followItems() {
  await drawn();
  const menu = document.querySelector('.popup-menu:popover-open');
  if (menu instanceof HTMLElement) place(menu);
}

/** @param {Element} [element] */
const open = (element) => openPopover(element, place);

/**
 * Opens a popover that is drawn.
 * @param {Element | undefined} element as lit-html gives it to a ref
 * @param {(popover: HTMLElement) => void} placed puts it where it belongs
 */
export function openPopover(element, placed) {
  if (!(element instanceof HTMLElement)) return;
  // It can only open inside the document, and lit-html puts it there after this call.
  queueMicrotask(() => {
    if (!element.isConnected || element.matches(':popover-open')) return;
    element.showPopover();
    placed(element);
  });
}

/** @param {HTMLElement} menu */
function place(menu) {
  placeBeside(menu, menu.dataset.anchor ?? '');
  menu.querySelector('button')?.focus();
}

/**
 * Below an element, above it where there is no room, and whole.
 * @param {HTMLElement} popover which is open
 * @param {string} anchor selector of the element
 */
export function placeBeside(popover, anchor) {
  const element = document.querySelector(anchor);
  if (!element) return;
  const { left, right, bottom, top } = element.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const x = Math.max(8, Math.min(left + width > innerWidth - 8 ? right - width : left, innerWidth - width - 8));
  const y = bottom + height > innerHeight - 8 ? Math.max(8, top - height) : bottom;
  popover.style.inset = `${y}px auto auto ${x}px`;
}

/**
 * @param {KeyboardEvent} event
 * @param {(how: { back: boolean }) => void} onClose
 */
function onKey(event, onClose) {
  const items = [...(/** @type {HTMLElement} */ (event.currentTarget)).querySelectorAll('button')];
  const at = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const steps = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 });
  if (event.key === 'Escape' || event.key === 'Tab') onClose({ back: true });
  else if (event.key in steps) items.at(steps[event.key] % items.length)?.focus();
  else {
    // A single key is not meant for the rows behind the menu.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

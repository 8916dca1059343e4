// @ts-check
// Single keys that do something when nobody is typing and no dialog is open.
import { createStore } from './store.js';

/**
 * @typedef {object} Shortcut
 * @property {string} key as in `KeyboardEvent.key`
 * @property {boolean} [alt] with Alt
 * @property {boolean} [ctrl] with Ctrl
 * @property {boolean} [everywhere] with Ctrl or Cmd, also while somebody is typing
 * @property {boolean} [onTask] acts on the task that the keyboard is on, and not where the focus is on something else
 * @property {string} label what it does, for the help
 * @property {(event: KeyboardEvent) => void} run
 * @property {boolean} [hidden] not listed in the help
 */

/** Whether the list of shortcuts is shown. */
export const help = createStore({ open: false });

const names = /** @type {Record<string, string>} */ ({ ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', ' ': 'Space' });

/** @param {Pick<Shortcut, 'key' | 'alt' | 'ctrl'>} shortcut */
export const keyName = ({ key, alt = false, ctrl = false }) => `${ctrl ? 'Ctrl ' : ''}${alt ? 'Alt ' : ''}${names[key] ?? (ctrl ? key.toUpperCase() : key)}`;

/**
 * @param {() => readonly Shortcut[]} current the first of one key wins
 * @param {(key: string) => boolean} onOther whether it took a key that no shortcut wants
 */
export function listenForKeys(current, onOther) {
  document.addEventListener('keydown', (event) => {
    // Ctrl+Z, and Cmd+Z, is z; fields have an undo of their own.
    const command = event.ctrlKey || event.metaKey;
    const undo = command && !event.altKey && !event.shiftKey && event.key === 'z';
    const ctrl = command && !undo;
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const shortcut = current().find((one) => one.key === event.key && (one.alt ?? false) === event.altKey && (one.ctrl ?? false) === ctrl);
    if (!shortcut?.everywhere && ((ctrl && event.metaKey) || isTyping(event.target, event.key))) return;
    if (!shortcut && (event.altKey || command || !onOther(event.key))) return;
    event.preventDefault();
    shortcut?.run(event);
  });
}

const ACTING = 'button, a[href], summary, input, select, [role="button"], [role="menuitem"]';

/**
 * @param {EventTarget | null} target
 * @param {string} key
 */
function isTyping(target, key) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')) return true;
  // A focused control keeps the keys that operate it.
  return (key === 'Enter' || key === ' ') && target.matches(ACTING);
}

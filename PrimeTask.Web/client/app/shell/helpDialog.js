// @ts-check
import { html, nothing } from 'lit-html';
import { help, keyName } from '../keys.js';
import { modal } from '../../ui/modal.js';

/** @typedef {Pick<import('../keys.js').Shortcut, 'key' | 'alt' | 'ctrl' | 'label' | 'hidden'>} Shortcut */

const close = () => help.set({ open: false });

/** @param {readonly { title: string, shortcuts: readonly Shortcut[] }[]} groups */
export function helpDialog(groups) {
  if (!help.state.open) return nothing;
  return modal({
    label: 'Keyboard shortcuts',
    className: 'dialog--small',
    onCancel: close,
    content: html`
      ${groups.map(({ title, shortcuts }) => group(title, shortcuts.filter(({ hidden }) => !hidden)))}
      <div class="dialog__actions"><button class="button" type="button" autofocus @click=${close}>Close</button></div>
    `,
  });
}

/**
 * @param {string} title
 * @param {readonly Shortcut[]} shortcuts
 */
const group = (title, shortcuts) =>
  shortcuts.length === 0
    ? nothing
    : html`
        <h3 class="keys__title">${title}</h3>
        <dl class="keys">
          ${shortcuts.map((shortcut) => html`<div class="keys__item"><dt>${shortcut.label}</dt><dd><kbd>${keyName(shortcut)}</kbd></dd></div>`)}
        </dl>
      `;

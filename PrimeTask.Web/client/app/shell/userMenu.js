// @ts-check
import { html } from 'lit-html';
import { help } from '../keys.js';
import { session } from '../session.js';
import { icon } from '../../ui/icon.js';
import { segment } from '../../ui/segments.js';
import { chooseTheme, theme, themes } from './theme.js';

/** A native popover: it opens, closes and gives the focus back by itself. */
export const userMenu = () => html`
  <button class="user-button" type="button" popovertarget="user-menu" aria-label="Account menu: ${session.state.user?.username}" ?disabled=${!session.state.user}>
    ${icon('person')}<bdi class="user-button__name">${session.state.user?.username}</bdi>
  </button>
  <div class="menu" id="user-menu" popover aria-label="Account" role="group" @click=${onClick}>
    <p class="menu__who" dir="auto">${session.state.user?.email}</p>
    <a class="menu__item" href="/profile" data-closes>${icon('person')}Profile</a>
    <a class="menu__item" href="/trash" data-closes>${icon('trash')}Trash</a>
    <button class="menu__item" type="button" data-closes @click=${() => help.set({ open: true })}>${icon('keyboard')}Keyboard shortcuts</button>
    <fieldset class="menu__theme">
      <legend>Theme</legend>
      <div class="segments">
        ${themes.map(({ value, label }) => segment({ name: 'theme', label, checked: theme.state.chosen === value, onChange: () => chooseTheme(value) }))}
      </div>
    </fieldset>
  </div>
`;

/** @param {Event} event */
function onClick(event) {
  const { target, currentTarget } = event;
  if (target instanceof Element && target.closest('[data-closes]')) /** @type {HTMLElement} */ (currentTarget).hidePopover();
}

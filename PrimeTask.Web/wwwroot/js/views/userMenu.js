// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { icon } from '../components/icon.js';
import { help } from '../state/keys.js';
import { session } from '../state/session.js';
import { chooseTheme, theme, themes } from '../state/theme.js';

/** A native popover: it opens, closes and gives the focus back by itself. */
export const userMenu = () => html`
  <button class="user-button" type="button" popovertarget="user-menu" aria-label="Account menu: ${session.state.user?.username}" ?disabled=${!session.state.user}>
    ${icon('person')}<bdi class="user-button__name">${session.state.user?.username}</bdi>
  </button>
  <div class="menu" id="user-menu" popover aria-label="Account" role="group" @click=${onClick}>
    <p class="menu__who" dir="auto">${session.state.user?.email}</p>
    <a class="menu__item" href="/profile" data-closes>${icon('person')}Profile</a>
    <button class="menu__item" type="button" data-closes @click=${() => help.set({ open: true })}>${icon('keyboard')}Keyboard shortcuts</button>
    <fieldset class="menu__theme">
      <legend>Theme</legend>
      <div class="segments">
        ${themes.map(
          ({ value, label }) => html`
            <label class="segments__item">
              <input
                class="visually-hidden"
                type="radio"
                name="theme"
                value=${value}
                .checked=${live(theme.state.chosen === value)}
                @change=${() => chooseTheme(value)}
              />
              <span>${label}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  </div>
`;

/** @param {Event} event */
function onClick(event) {
  const { target, currentTarget } = event;
  if (target instanceof Element && target.closest('[data-closes]')) /** @type {HTMLElement} */ (currentTarget).hidePopover();
}

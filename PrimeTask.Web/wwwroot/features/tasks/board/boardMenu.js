// @ts-check
// Moving a card without dragging it: a menu of the other columns.
import { html, nothing } from '../../../lib/lit-html/lit-html.js';
import { ref } from '../../../lib/lit-html/directives/ref.js';
import { statuses } from '../task.js';
import { move } from './board.js';
import { focusCard } from './boardFocus.js';
import { interaction } from './boardInteraction.js';

/** @typedef {import('../task.js').Task} Task */

/** @param {Task} task */
export const openMenu = (task) => interaction.set({ menu: task, current: task.id });

export function boardMenu() {
  const { menu: task } = interaction.state;
  if (!task) return nothing;
  return html`
    <div
      class="menu board__menu"
      role="menu"
      popover
      aria-label="Move ${task.title} to"
      ${ref(open)}
      @keydown=${onKey}
      @toggle=${(/** @type {ToggleEvent} */ event) => event.newState === 'closed' && interaction.state.menu === task && interaction.set({ menu: null })}
    >
      ${statuses
        .filter(({ value }) => value !== task.status)
        .map(
          ({ value, label }) => html`
            <button class="menu__item" type="button" role="menuitem" tabindex="-1" @click=${() => choose(task, value)}>
              <span class="column__mark" data-status=${value}></span>${label}
            </button>
          `,
        )}
    </div>
  `;
}

/** @param {Element} [element] */
function open(element) {
  // It can only open inside the document, and lit-html puts it there after this call.
  if (element instanceof HTMLElement) queueMicrotask(() => element.isConnected && !element.matches(':popover-open') && show(element));
}

/** @param {HTMLElement} menu */
function show(menu) {
  menu.showPopover();
  const card = document.querySelector(`[data-card="${interaction.state.current}"] .board-card__move`);
  if (card) {
    const { left, right, bottom, top } = card.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const x = Math.max(8, Math.min(left + width > innerWidth - 8 ? right - width : left, innerWidth - width - 8));
    const y = bottom + height > innerHeight - 8 ? Math.max(8, top - height) : bottom;
    menu.style.inset = `${y}px auto auto ${x}px`;
  }
  menu.querySelector('button')?.focus();
}

/**
 * @param {Task} task
 * @param {import('../task.js').Status} status
 */
async function choose(task, status) {
  interaction.set({ menu: null });
  const saved = move(task, status);
  await focusCard(task.id);
  await saved;
  if (document.activeElement === document.body) await focusCard(task.id);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const items = [...(/** @type {HTMLElement} */ (event.currentTarget)).querySelectorAll('button')];
  const at = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const steps = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 });
  if (event.key === 'Escape' || event.key === 'Tab') {
    const { current } = interaction.state;
    interaction.set({ menu: null });
    if (current !== null) void focusCard(current);
  } else if (event.key in steps) {
    items.at(steps[event.key] % items.length)?.focus();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

// @ts-check
// Moving a card without dragging it: a menu of the other columns, and of the projects.
import { html, nothing } from 'lit-html';
import { followItems, popupMenu } from '../../../ui/popupMenu.js';
import { change } from '../edits.js';
import { statusMark } from '../pill.js';
import { dot } from '../projects/marks.js';
import { projectChoices, projectOf } from '../projects/projects.js';
import { statuses } from '../task.js';
import { move } from './board.js';
import { focusCard } from './boardFocus.js';
import { interaction } from './boardInteraction.js';

/** @typedef {import('../task.js').Task} Task */

/** @param {Task} task */
export const openMenu = (task) => interaction.set({ menu: task, menuOfProjects: false, current: task.id });

export function boardMenu() {
  const { menu: task, menuOfProjects, current } = interaction.state;
  if (!task) return nothing;
  return popupMenu({
    label: menuOfProjects ? `Move ${task.title} to the project` : `Move ${task.title} to`,
    anchor: `[data-card="${current}"] .board-card__move`,
    items: menuOfProjects ? projectItems(task) : columnItems(task),
    onClose: ({ back }) => {
      if (interaction.state.menu !== task) return;
      interaction.set({ menu: null });
      if (back && current !== null) void focusCard(current);
    },
  });
}

/** @param {Task} task */
const columnItems = (task) => [
  ...statuses
    .filter(({ value }) => value !== task.status)
    .map(({ value, label }) => ({ label: html`${statusMark(value)}${label}`, onClick: () => close(task, move(task, value)) })),
  { label: 'Move to project…', onClick: showProjects },
];

/** @param {Task} task */
const projectItems = (task) =>
  projectChoices()
    .map(({ value, label }) => ({ id: value ? Number(value) : null, label }))
    .filter(({ id }) => id !== task.project)
    .map(({ id, label }) => ({ label: html`${dot(projectOf(id)?.color)}<span class="menu__name" dir="auto">${label}</span>`, onClick: () => close(task, change([task], { project: id })) }));

function showProjects() {
  interaction.set({ menuOfProjects: true });
  void followItems();
}

/**
 * @param {Task} task
 * @param {Promise<unknown>} saved
 */
async function close(task, saved) {
  interaction.set({ menu: null });
  await focusCard(task.id);
  await saved;
  if (document.activeElement === document.body) await focusCard(task.id);
}

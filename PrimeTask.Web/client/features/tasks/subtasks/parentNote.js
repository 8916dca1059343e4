// @ts-check
// Whose subtask a task is, with a way there and a way out.
import { html } from 'lit-html';
import { ApiError } from '../../../app/http.js';
import { createStore } from '../../../app/store.js';
import { icon } from '../../../ui/icon.js';
import * as versions from '../versions.js';

/** @typedef {import('../task.js').Task} Task */

/** The parent that was shown last; null while it is not here. */
export const parent = createStore({ id: 0, task: /** @type {Task | null} */ (null) });

versions.watch(({ task }) => task && task.id === parent.state.id && parent.set({ task }));

/** @param {number} id */
async function load(id) {
  parent.set({ id, task: null });
  try {
    const { task } = await versions.read(id);
    if (parent.state.id === id) parent.set({ task });
  } catch (error) {
    // It is a subtask all the same; what is wrong shows where the task itself is saved.
    if (!(error instanceof ApiError)) throw error;
  }
}

/**
 * @param {number} id of the parent
 * @param {{ onOpen: (task: Task) => void, onLeave: () => void }} handlers
 */
export function parentNote(id, { onOpen, onLeave }) {
  if (parent.state.id !== id) queueMicrotask(() => void load(id));
  const { task } = parent.state;
  return html`
    <p class="parent-note">
      ${icon('subtask')}<span>Subtask of ${task?.id === id ? html`<button class="link-button" type="button" @click=${() => onOpen(task)}><bdi>${task.title}</bdi></button>` : html`another task`}</span>
      <button class="link-button" type="button" @click=${onLeave}>Make it a task by itself</button>
    </p>
  `;
}

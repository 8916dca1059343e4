// @ts-check
// Whose subtask a task is, with a way there and a way out.
import { html } from 'lit-html';
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { onNextPerson } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { icon } from '../../../ui/icon.js';
import * as versions from '../versions.js';

/** @typedef {import('../task.js').Task} Task */

/** The parents that were shown, by their ids: the panel and the form of a new task can show one each. Null while one is not here. */
export const parents = createStore({ byId: /** @type {Readonly<Record<number, Task | null>>} */ ({}) });

versions.watch(({ task }) => task && task.id in parents.state.byId && keep(task.id, task));
onNextPerson(() => parents.reset());
onReconnect(readAgain);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && readAgain());

function readAgain() {
  for (const id of Object.keys(parents.state.byId)) void read(Number(id));
}

/**
 * @param {number} id
 * @param {Task | null} task
 */
const keep = (id, task) => parents.set({ byId: { ...parents.state.byId, [id]: task } });

/** @param {number} id */
async function load(id) {
  if (id in parents.state.byId) return;
  keep(id, null);
  await read(id);
}

/** @param {number} id */
async function read(id) {
  try {
    keep(id, (await versions.read(id)).task);
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
  if (!(id in parents.state.byId)) queueMicrotask(() => void load(id));
  const task = parents.state.byId[id];
  return html`
    <p class="parent-note">
      ${icon('subtask')}<span>Subtask of ${task ? html`<button class="link-button" type="button" @click=${() => onOpen(task)}><bdi>${task.title}</bdi></button>` : html`another task`}</span>
      <button class="link-button" type="button" @click=${onLeave}>Make it a task by itself</button>
    </p>
  `;
}

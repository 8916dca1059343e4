// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { modal } from '../components/modal.js';
import { deletion } from '../state/deletion.js';
import { remove } from '../state/taskList.js';
import { focusRow } from './focus.js';

/**
 * @param {import('../api/tasks.js').Task} task
 * @param {number} position of its row
 */
export const askToDelete = (task, position) => deletion.set({ task, position });

const cancel = () => deletion.reset();

export function deleteDialog() {
  const { task } = deletion.state;
  if (!task) return nothing;
  return modal({
    label: 'Delete this task?',
    className: 'dialog--small',
    onCancel: cancel,
    content: html`
      <p class="dialog__text">“${task.title}” will be gone for good. This cannot be undone.</p>
      <div class="dialog__actions">
        <button class="button" type="button" autofocus @click=${cancel}>Cancel</button>
        <button class="button" data-kind="danger" type="button" @click=${onConfirm}>Delete</button>
      </div>
    `,
  });
}

async function onConfirm() {
  const { task, position } = deletion.state;
  if (!task) return;
  deletion.reset();
  const removal = remove(task);
  await focusRow(position);
  await removal;
  await focusRow(position);
}

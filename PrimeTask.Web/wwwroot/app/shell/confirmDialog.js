// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { answer, confirmation } from '../confirm.js';
import { sentence } from '../../ui/message.js';
import { modal } from '../../ui/modal.js';

export function confirmDialog() {
  const { question } = confirmation.state;
  if (!question) return nothing;
  return modal({
    label: question.title,
    className: 'dialog--small',
    onCancel: () => answer(false),
    content: html`
      <p class="dialog__text">${sentence(question.text)}</p>
      <div class="dialog__actions">
        <button class="button" type="button" autofocus @click=${() => answer(false)}>Cancel</button>
        <button class="button" data-kind=${question.danger ? 'danger' : 'primary'} type="button" @click=${() => answer(true)}>
          ${question.action}
        </button>
      </div>
    `,
  });
}

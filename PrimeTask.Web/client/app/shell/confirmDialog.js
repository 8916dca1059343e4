// @ts-check
import { html, nothing } from 'lit-html';
import { confirmation, respond } from '../confirm.js';
import { sentence } from '../../ui/message.js';
import { modal } from '../../ui/modal.js';

export function confirmDialog() {
  const { question } = confirmation.state;
  if (!question) return nothing;
  return modal({
    label: question.title,
    className: question.other ? 'dialog--small dialog--choice' : 'dialog--small',
    onCancel: () => respond('cancel'),
    content: html`
      <p class="dialog__text">${sentence(question.text)}</p>
      <div class="dialog__actions">
        <button class="button" type="button" autofocus @click=${() => respond('cancel')}>Cancel</button>
        ${question.other ? html`<button class="button" type="button" @click=${() => respond('other')}>${question.other}</button>` : nothing}
        <button class="button" data-kind=${question.danger ? 'danger' : 'primary'} type="button" @click=${() => respond('action')}>
          ${question.action}
        </button>
      </div>
    `,
  });
}

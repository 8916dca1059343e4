// @ts-check
import { html } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';

/**
 * A modal dialog that is open for as long as it is rendered.
 * @param {{ label: string, className?: string, content: unknown, onCancel: () => void }} options
 */
export const modal = ({ label, className = '', content, onCancel }) => html`
  <dialog
    class="dialog ${className}"
    aria-labelledby="dialog-title"
    ${ref(follow)}
    @cancel=${(/** @type {Event} */ event) => {
      event.preventDefault();
      onCancel();
    }}
  >
    <h2 class="dialog__title" id="dialog-title">${label}</h2>
    ${content}
  </dialog>
`;

/** @type {HTMLDialogElement | undefined} */
let shown;

/** @param {Element} [element] undefined when the dialog is about to be taken away */
function follow(element) {
  if (element instanceof HTMLDialogElement) {
    shown = element;
    // A dialog can only open inside the document, and lit-html puts it there after this call.
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
  } else {
    // Closing gives the focus back to where it was; mere removal would not.
    shown?.close();
    shown = undefined;
    // Chromium gives it back to a text field without the caret: what is typed then goes nowhere.
    const { activeElement: field } = document;
    if (field instanceof HTMLInputElement && field.type === 'text') field.setSelectionRange(field.value.length, field.value.length);
  }
}

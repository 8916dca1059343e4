// @ts-check
import { html, nothing } from 'lit-html';
import { describe, describeInFull } from '../../ui/dates.js';
import { formProblem } from '../../ui/message.js';
import * as transfers from './transfers.js';

/** @typedef {import('./api.js').Transfer} Transfer */
/** @typedef {import('./transfers.js').Kind} Kind */

export const stores = [transfers.stores.export, transfers.stores.import];

const numbers = new Intl.NumberFormat();

export const transfersView = () => html`${exportPart()} ${importPart()}`;

function exportPart() {
  const { transfer, problem, busy } = transfers.stores.export.state;
  const waits = busy || transfers.isUnderWay(transfer);
  return html`
    <div class="transfer">
      <h3 class="transfer__title">Export</h3>
      <p class="profile__text">JSON has your account with its projects, labels, saved views and tasks; CSV has your tasks as a table for spreadsheets. PrimeTask imports both.</p>
      <div class="transfer__buttons">
        ${exportButton('json', 'Export as JSON', waits)} ${exportButton('csv', 'Export as CSV', waits)}
      </div>
      ${problemOf('export', problem, transfer)}
      <div role="status">${transfer ? stateOfExport(transfer, busy) : nothing}</div>
    </div>
  `;
}

/**
 * @param {'json' | 'csv'} format
 * @param {string} label
 * @param {boolean} waits
 */
const exportButton = (format, label, waits) => html`
  <button class="button" type="button" aria-disabled=${waits} @click=${() => (waits ? undefined : transfers.startExport(format))}>${label}</button>
`;

/**
 * @param {Transfer} transfer
 * @param {boolean} busy
 */
function stateOfExport(transfer, busy) {
  if (transfers.isUnderWay(transfer)) return progress('export', transfer);
  if (transfer.state === 'failed') return html`<p class="transfer__result transfer__failed">${transfer.problem}</p>`;
  if (transfer.state !== 'done' || !transfer.ended_at || !transfer.expires_at) return nothing;
  return html`
    <div class="transfer__result">
      <p>
        ${transfer.format?.toUpperCase()}, ${tasks(transfer.done)}, ${size(transfer.size)}, made
        <time datetime=${transfer.ended_at} title=${describeInFull(transfer.ended_at)}>${describe(transfer.ended_at)}</time>. It is deleted
        <time datetime=${transfer.expires_at} title=${describeInFull(transfer.expires_at)}>${describe(transfer.expires_at)}</time>.
      </p>
      <div class="transfer__buttons">
        <button class="button" data-kind="primary" type="button" aria-disabled=${busy} @click=${() => (busy ? undefined : transfers.downloadExport())}>Download</button>
        <button class="button" type="button" aria-disabled=${busy} @click=${() => (busy ? undefined : transfers.remove('export'))}>Delete the file</button>
      </div>
    </div>
  `;
}

function importPart() {
  const { transfer, problem, busy } = transfers.stores.import.state;
  const waits = busy || transfers.isUnderWay(transfer);
  return html`
    <div class="transfer">
      <h3 class="transfer__title">Import</h3>
      <p class="profile__text">
        Adds what is in a file of up to 10 MiB: an export, or a table with the column <code>title</code>. All of it is added or, if anything is wrong, nothing. A
        file that is imported twice makes each task twice.
      </p>
      <form class="transfer__buttons" @submit=${send}>
        <input class="transfer__file" type="file" name="file" accept=".json,.csv,application/json,text/csv" aria-label="File to import" />
        <button class="button" type="submit" aria-disabled=${waits}>Import</button>
      </form>
      ${problemOf('import', problem, transfer)}
      <div role="status">${transfer ? stateOfImport(transfer, busy) : nothing}</div>
    </div>
  `;
}

/** @param {SubmitEvent} event */
function send(event) {
  event.preventDefault();
  const { transfer, busy } = transfers.stores.import.state;
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('file'));
  const file = input.files?.[0];
  if (busy || transfers.isUnderWay(transfer)) return;
  if (file) void transfers.startImport(file).then((sent) => sent && form.reset());
  else input.focus();
}

/**
 * @param {Transfer} transfer
 * @param {boolean} busy
 */
function stateOfImport(transfer, busy) {
  if (transfers.isUnderWay(transfer)) return progress('import', transfer);
  if (transfer.state === 'done') return html`<p class="transfer__result">${tasks(transfer.done)} imported.</p>`;
  if (transfer.state !== 'failed') return nothing;
  return html`
    <div class="transfer__result">
      <p class="transfer__failed">${transfer.problem}</p>
      ${transfer.row_errors.length > 0
        ? html`<ol class="transfer__errors" aria-label="What is wrong">
            ${transfer.row_errors.map(({ row, field, message }) => html`<li>Task ${numbers.format(row)}${field ? `, ${field}` : ''}: ${message}</li>`)}
          </ol>`
        : nothing}
      <div class="transfer__buttons">
        <button class="button" type="button" aria-disabled=${busy} @click=${() => (busy ? undefined : transfers.remove('import'))}>Dismiss</button>
      </div>
    </div>
  `;
}

/**
 * @param {Kind} kind
 * @param {Transfer} transfer
 */
const progress = (kind, transfer) => html`
  <div class="transfer__result">
    <p>
      ${transfer.state === 'waiting'
        ? 'Waiting for its turn…'
        : `${numbers.format(transfer.done)} of ${tasks(transfer.total)} ${kind === 'export' ? 'written' : 'imported'}…`}
    </p>
    <progress
      class="transfer__progress"
      aria-label=${kind === 'export' ? 'Export' : 'Import'}
      max=${Math.max(transfer.total, 1)}
      .value=${transfer.state === 'waiting' ? 0 : transfer.done}
    ></progress>
    <div class="transfer__buttons">
      <button class="button" type="button" @click=${() => transfers.remove(kind)}>Stop</button>
    </div>
  </div>
`;

/**
 * @param {Kind} kind
 * @param {string | null} problem
 * @param {Transfer | null} transfer
 */
const problemOf = (kind, problem, transfer) => html`
  ${formProblem(problem)}
  ${problem && !transfer ? html`<button class="link-button" type="button" @click=${() => transfers.lookAgain(kind)}>Try again</button>` : nothing}
`;

/** @param {number} count */
const tasks = (count) => `${numbers.format(count)} ${count === 1 ? 'task' : 'tasks'}`;

/** @param {number} bytes */
const size = (bytes) =>
  bytes < 1024 * 1024
    ? `${numbers.format(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} MB`;

// @ts-check
// The user's data as a file, and tasks from a file. A worker does both; the page asks how far it is.
import { ApiError } from '../../app/http.js';
import { notify, notifyProblem } from '../../app/notices.js';
import { session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import { uuid } from '../../app/uuid.js';
import { refresh as refreshProjects } from '../tasks/projects/projects.js';
import { refresh as refreshViews } from '../tasks/views/views.js';
import * as account from './api.js';

const POLL_MS = 1_000;

/** @typedef {'export' | 'import'} Kind */

/**
 * @typedef {object} Shown
 * @property {account.Transfer | null} transfer null until it is known
 * @property {string | null} problem
 * @property {boolean} busy
 */

/** @type {Shown} */
const unknown = { transfer: null, problem: null, busy: false };

export const stores = { export: createStore(unknown), import: createStore(unknown) };

/** @type {Record<Kind, ReturnType<typeof setTimeout> | undefined>} */
const timers = { export: undefined, import: undefined };
let entered = false;

session.subscribe(() => {
  if (session.state.status === 'signed-out' && !session.state.expired) leave();
});

export async function enter() {
  entered = true;
  await Promise.all([look('export'), look('import')]);
}

export function leave() {
  entered = false;
  for (const kind of /** @type {Kind[]} */ (['export', 'import'])) {
    clearTimeout(timers[kind]);
    stores[kind].reset();
  }
}

/** @param {account.Transfer | null} transfer */
export const isUnderWay = (transfer) => transfer?.state === 'waiting' || transfer?.state === 'running';

/** @param {Kind} kind */
async function look(kind) {
  clearTimeout(timers[kind]);
  const wasUnderWay = isUnderWay(stores[kind].state.transfer);
  try {
    const transfer = await account.getTransfer(kind);
    if (!entered) return;
    stores[kind].set({ transfer, problem: null });
    if (wasUnderWay && transfer.state === 'done') notify(kind === 'export' ? 'Your export is ready.' : 'Your file is imported.');
    // Also what was imported before something went wrong.
    if (wasUnderWay && kind === 'import' && !isUnderWay(transfer)) void Promise.all([refreshProjects(), refreshViews()]);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!entered || error.status === 401) return;
    stores[kind].set({ problem: error.sentence });
  }
  if (isUnderWay(stores[kind].state.transfer)) timers[kind] = setTimeout(() => void look(kind), POLL_MS);
}

/** @param {Kind} kind */
export const lookAgain = (kind) => look(kind);

/** @param {'json' | 'csv'} format */
export const startExport = (format) => act('export', () => account.startExport(format));

/** @type {{ file: File | null, key: string }} a repetition of the same file is not imported twice */
let chosen = { file: null, key: '' };

/** @param {File} file */
export async function startImport(file) {
  if (chosen.file !== file) chosen = { file, key: uuid() };
  const done = await act('import', () => account.startImport(typed(file), chosen.key));
  if (done) chosen = { file: null, key: '' };
  return done;
}

/**
 * Not every system knows the types of files.
 * @param {File} file
 */
const typed = (file) => new Blob([file], { type: file.name.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv' });

/** @param {Kind} kind */
export const remove = (kind) =>
  act(kind, async () => {
    await account.deleteTransfer(kind);
    return account.getTransfer(kind);
  });

export async function downloadExport() {
  stores.export.set({ busy: true });
  try {
    const { file, name } = await account.downloadExport();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    // The browser has taken it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 401) notifyProblem(`The file was not downloaded. ${error.sentence}`);
  } finally {
    stores.export.set({ busy: false });
  }
}

/**
 * @param {Kind} kind
 * @param {() => Promise<account.Transfer>} work
 * @returns {Promise<boolean>} whether it is done
 */
async function act(kind, work) {
  const store = stores[kind];
  if (store.state.busy) return false;
  let done = false;
  store.set({ busy: true, problem: null });
  try {
    const transfer = await work();
    done = true;
    if (entered) store.set({ transfer });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (entered && error.status !== 401) store.set({ problem: error.sentence });
  } finally {
    store.set({ busy: false });
  }
  if (entered && isUnderWay(store.state.transfer)) timers[kind] = setTimeout(() => void look(kind), POLL_MS);
  return done;
}

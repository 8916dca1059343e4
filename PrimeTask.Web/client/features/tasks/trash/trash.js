// @ts-check
// The trash: a page of it, and what is done to what lies there.
import { addressWith, pageOf } from '../../../app/address.js';
import { ask } from '../../../app/confirm.js';
import { ApiError } from '../../../app/http.js';
import { notify, notifyProblem } from '../../../app/notices.js';
import { navigate, route } from '../../../app/router.js';
import { createPagedList } from '../../../ui/pagedList.js';
import * as api from '../api.js';
import { restore } from '../edits.js';
import * as versions from '../versions.js';

/** @import { Schemas } from '../../../../types/api.js' */
/** @typedef {Schemas['TrashedTaskSummary']} TrashedTask */

export const PAGE_SIZE = 25;

/** @type {ReturnType<typeof createPagedList<TrashedTask>>} */
export const trash = createPagedList(api.listTrash, () => turnTo(Math.max(1, page() - 1), true));

let shown = false;

// Deleted or restored elsewhere in the app, also by undoing it.
versions.watch(() => shown && void trash.reload());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && shown) void trash.reload();
});

export const page = () => pageOf(route.state.query);

/** @param {number} number */
export const turnTo = (number, replace = false) => navigate(addressWith('/trash', route.state.query, { page: number }), { replace });

export function enter() {
  shown = true;
  return trash.load({ page: page(), page_size: PAGE_SIZE });
}

export function leave() {
  shown = false;
  trash.forget();
}

/** @param {TrashedTask} task */
export async function putBack(task) {
  await restore([task]);
  // What was refused is no longer as it is shown.
  await trash.reload();
}

/** @param {TrashedTask} task */
export async function removeForGood(task) {
  const what = trash.store.state.items?.some(({ parent }) => parent === task.id) ? `“${task.title}”, its subtasks and their history` : `“${task.title}” and its history`;
  const yes = await ask({ title: 'Delete this task for good?', text: `${what} will be gone. This cannot be undone.`, action: 'Delete for good', danger: true });
  if (yes) await doForGood(() => api.removeForGood(task.id), `Deleted “${task.title}” for good.`, `“${task.title}” was not deleted.`);
}

export async function empty() {
  const { count, isMinimum } = trash.store.state;
  const what = count === 1 && !isMinimum ? 'The task in the trash' : isMinimum ? `More than ${count} tasks` : `All ${count} tasks in the trash`;
  const yes = await ask({ title: 'Empty the trash?', text: `${what} will be gone for good. This cannot be undone.`, action: 'Empty the trash', danger: true });
  if (yes) await doForGood(api.emptyTrash, 'The trash is empty now.', 'The trash was not emptied.');
}

/**
 * @param {() => Promise<void>} send
 * @param {string} done
 * @param {string} failed
 */
async function doForGood(send, done, failed) {
  try {
    await send();
    notify(done);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // It is gone: what was wanted.
    if (error.status !== 404) notifyProblem(`${failed} ${versions.reasonOf(error)}`);
  }
  await trash.reload();
}

// @ts-check
// What can be done with a saved view, each with undo.
import { ApiError } from '../../../app/http.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { uuid } from '../../../app/uuid.js';
import { besideNow, besideOf, putBeside } from '../beside.js';
import * as api from './api.js';
import { attempt, closeViewDialog, refresh, showAtOnce, shownNow, views } from './views.js';

/** @typedef {import('./api.js').View} View */

/** Saves the name that is being written. */
export async function saveView() {
  const { dialog } = views.state;
  const shown = shownNow();
  if (!dialog || dialog.saving) return;
  const name = dialog.name.trim();
  if (name === '') return void views.set({ dialog: { ...dialog, errors: { name: ['A name is needed.'] } } });
  views.set({ dialog: { ...dialog, saving: true, errors: {}, problem: null } });
  try {
    if (dialog.before) await rename(dialog.before, name);
    else if (shown) await add({ name, ...shown }, dialog.key);
    // It may have been closed meanwhile, and another one opened.
    if (views.state.dialog?.saving) closeViewDialog();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (views.state.dialog?.saving) views.set({ dialog: { ...views.state.dialog, saving: false, ...placed(error) } });
  }
}

/**
 * The dialog has one field: what belongs to another stands above it.
 * @param {ApiError} error
 * @returns {{ errors: Record<string, string[]>, problem: string | null }}
 */
function placed(error) {
  const { errors, problem } = error.placed;
  const { name, ...others } = errors;
  return { errors: name ? { name } : {}, problem: [problem, ...Object.values(others).flat()].filter(Boolean).join(' ') || null };
}

/**
 * @param {import('./api.js').ViewRequest & { name: string }} view
 * @param {string} key
 */
async function add(view, key) {
  const order = turn();
  const added = await begin(api.createView(view, key));
  showAtOnce({ views: [...(views.state.views ?? []).filter(({ id }) => id !== added.id), added] });
  offerUndo(`Saved the view “${view.name}”.`, () => attempt(`The view “${view.name}” was not taken back.`, () => api.deleteView(added.id)), order);
  await refresh();
}

/**
 * @param {View} before
 * @param {string} name
 */
async function rename(before, name) {
  const order = turn();
  await begin(api.updateView(before.id, { name }));
  offerUndo(`Renamed the view “${name}”.`, () => attempt(`The view “${name}” was not renamed back.`, () => api.updateView(before.id, { name: before.name })), order);
  await refresh();
}

/** Gives the view the filters, order and grouping that are shown. @param {View} view */
export async function changeToShown({ id, name, query, group, layout }) {
  const shown = shownNow();
  if (!shown) return;
  const order = turn();
  const done = await begin(attempt(`The view “${name}” was not changed.`, () => api.updateView(id, shown)));
  if (done) offerUndo(`Changed the view “${name}” to what is shown.`, () => attempt(`The view “${name}” was not changed back.`, () => api.updateView(id, { query, group, layout })), order);
}

/**
 * @param {View} view
 * @param {number} step 1: down; -1: up
 */
export async function moveView({ id }, step) {
  const all = views.state.views ?? [];
  const beside = all[all.findIndex((one) => one.id === id) + step];
  if (beside) await moveViewBeside(id, beside.id, step > 0);
}

/**
 * @param {number} id
 * @param {number} beside
 * @param {boolean} isAfter
 */
export async function moveViewBeside(id, beside, isAfter) {
  const all = views.state.views ?? [];
  const [from, to] = [id, beside].map((one) => all.findIndex((view) => view.id === one));
  // It is there already, or one of the two is gone.
  if (from < 0 || to < 0 || from === (isAfter ? to + 1 : to - 1)) return;
  const [view, there, back] = [all[from], besideOf(beside, isAfter), besideNow(all, id)];
  const reordered = putBeside(all, view, there);
  if (!reordered || !back) return;
  showAtOnce({ views: reordered });
  const order = turn();
  const done = await begin(attempt(`The view “${view.name}” was not moved.`, () => api.moveView(id, there)));
  if (done) offerUndo(`Moved the view “${view.name}”.`, () => attempt(`The view “${view.name}” was not moved back.`, () => api.moveView(id, back)), order);
}

/** @param {View} view */
export async function deleteView({ id, name, query, group, layout }) {
  const all = views.state.views ?? [];
  const after = all[all.findIndex((one) => one.id === id) + 1];
  showAtOnce({ views: all.filter((one) => one.id !== id) });
  const order = turn();
  const done = await begin(attempt(`The view “${name}” was not deleted.`, () => api.deleteView(id)));
  if (!done) return;
  offerUndo(`Deleted the view “${name}”.`, () =>
    attempt(`The view “${name}” did not come back.`, async () => {
      const again = await api.createView({ name, query, group, layout }, uuid());
      // The one that it stood before may be gone too.
      if (after && views.state.views?.some((one) => one.id === after.id)) await api.moveView(again.id, { before: after.id });
    }),
    order,
  );
}

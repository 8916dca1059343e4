// @ts-check
// The name and colour of a project or label that are being written.
import { ApiError } from '../../../app/http.js';
import { notifyProblem } from '../../../app/notices.js';
import { navigate } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { uuid } from '../../../app/uuid.js';
import { projectAddress } from '../place.js';
import { addProject, editLabel, editProject } from './actions.js';

/** @typedef {import('./api.js').Color} Color */
/** @typedef {import('./api.js').Project} Project */
/** @typedef {import('./api.js').Label} Label */

/**
 * @typedef {object} NameDialogState
 * @property {boolean} open
 * @property {number | null} author who is writing
 * @property {Project | Label | null} before null for a new project
 * @property {string} key the same for every attempt to create this very project
 * @property {string} name
 * @property {Color} color
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem what belongs to no field
 * @property {boolean} saving
 */

/** @type {NameDialogState} */
const closed = { open: false, author: null, before: null, key: '', name: '', color: 'gray', errors: {}, problem: null, saving: false };

export const nameDialog = createStore(closed);

session.subscribe(() => {
  const { status, user, expired } = session.state;
  const { open, author } = nameDialog.state;
  if (open && ((status === 'signed-out' && !expired) || (user && user.id !== author))) nameDialog.reset();
});

/** @param {Project | Label | null} before null: a new project */
export const openNameDialog = (before) =>
  nameDialog.set({ ...closed, open: true, author: session.state.user?.id ?? null, before, key: uuid(), name: before?.name ?? '', color: before?.color ?? 'blue' });

export const closeNameDialog = () => nameDialog.reset();

/** @param {string} name */
export const writeName = (name) => nameDialog.set({ name, key: uuid(), errors: {} });

/** @param {Color} color */
export const chooseColor = (color) => nameDialog.set({ color, key: uuid() });

export async function saveName() {
  const { before, key, color, saving } = nameDialog.state;
  const name = nameDialog.state.name.trim();
  if (saving) return;
  if (name === '') return void nameDialog.set({ errors: { name: ['A name is needed.'] } });
  nameDialog.set({ saving: true, errors: {}, problem: null });
  try {
    const added = before === null ? await addProject({ name, color }, key) : await edit(before, { name, color });
    // It may have been closed meanwhile, and another one opened.
    if (!nameDialog.state.saving) return;
    nameDialog.reset();
    if (added) navigate(projectAddress(added.id));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (nameDialog.state.saving) nameDialog.set({ saving: false, ...error.placed });
    else notifyProblem(`“${name}” was not saved. ${error.sentence}`);
  }
}

/**
 * @param {Project | Label} before
 * @param {{ name: string, color: Color }} changes
 */
const edit = (before, changes) => ('id' in before ? editProject(before, changes) : editLabel(before, changes));

// @ts-check
// What can be done with a project or a label, each with undo.
import { ask } from '../../../app/confirm.js';
import { notify, notifyProblem } from '../../../app/notices.js';
import { navigate, route } from '../../../app/router.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { besideNow, besideOf, putBeside } from '../beside.js';
import { loadAgain } from '../edits.js';
import { labelNames, placeOf, singleProject } from '../place.js';
import * as api from './api.js';
import { attempt, labelOf, projects, refresh, showAtOnce } from './projects.js';
import { neighbour } from './projectOrder.js';

/** @typedef {import('./api.js').Project} Project */
/** @typedef {import('./api.js').Label} Label */
/** @typedef {import('./api.js').Color} Color */

/**
 * @param {{ name: string, color: Color }} project
 * @param {string} key the same for every attempt to add this very project
 */
export async function addProject(project, key) {
  const order = turn();
  const added = await begin(api.createProject(project, key));
  showAtOnce({ projects: [...(projects.state.projects ?? []).filter(({ id }) => id !== added.id), added] });
  offerUndo(`Added the project “${added.name}”.`, async () => {
    await refresh();
    if (projects.state.projects?.find(({ id }) => id === added.id)?.tasks_count) {
      notifyProblem(`The project “${added.name}” was kept: it has tasks.`);
      return false;
    }
    const isDeleted = await attempt(`The project “${added.name}” was not taken back.`, () => api.deleteProject(added.id));
    if (isDeleted) leaveProject(added.id);
    return isDeleted;
  }, order);
  void refresh();
  return added;
}

/**
 * @param {Project} before
 * @param {{ name: string, color: Color }} changes
 */
export async function editProject(before, changes) {
  const order = turn();
  await begin(api.updateProject(before.id, changes));
  offerUndo(`Changed the project “${changes.name}”.`, () => attempt(`The project “${changes.name}” was not changed back.`, () => api.updateProject(before.id, { name: before.name, color: before.color })), order);
  await refresh();
}

/**
 * @param {Project} project
 * @param {boolean} archived
 */
export async function archive({ id, name }, archived) {
  const verb = archived ? 'archived' : 'taken out of the archive';
  const order = turn();
  const done = await begin(attemptAndLoad(`The project “${name}” was not ${verb}.`, () => api.updateProject(id, { archived })));
  if (done) offerUndo(archived ? `Archived the project “${name}”.` : `Took the project “${name}” out of the archive.`, () => attemptAndLoad(`The project “${name}” was not changed back.`, () => api.updateProject(id, { archived: !archived })), order);
}

/**
 * Moves a project among those that are shown with it.
 * @param {Project} project
 * @param {number} step 1: down; -1: up
 */
export async function moveProject(project, step) {
  const beside = neighbour(projects.state.projects ?? [], project.id, step);
  if (beside) await moveProjectBeside(project, beside, step > 0);
}

/**
 * @param {Project} project
 * @param {Project} beside one that is shown with it
 * @param {boolean} isAfter
 */
export async function moveProjectBeside(project, beside, isAfter) {
  const all = projects.state.projects ?? [];
  // It is there already.
  if (neighbour(all, project.id, isAfter ? -1 : 1)?.id === beside.id) return;
  const [there, back] = [besideOf(beside.id, isAfter), besideNow(all.filter(({ archived }) => archived === project.archived), project.id)];
  const reordered = putBeside(all, project, there);
  if (!reordered || !back) return;
  showAtOnce({ projects: reordered });
  const order = turn();
  const done = await begin(attempt(`The project “${project.name}” was not moved.`, () => api.moveProject(project.id, there)));
  if (done) offerUndo(`Moved the project “${project.name}”.`, () => attempt(`The project “${project.name}” was not moved back.`, () => api.moveProject(project.id, back)), order);
}

/** @param {Project} project */
export async function deleteProject({ id, name, tasks_count: count }) {
  const tasks = count === 1 ? 'its task' : `its ${count.toLocaleString(navigator.languages)} tasks`;
  const text = count === 0 ? `Delete the project “${name}”? It has no tasks.` : `Delete the project “${name}” and move ${tasks} to the trash?`;
  if (!(await ask({ title: 'Delete the project', text, action: 'Delete', danger: true }))) return;
  const order = turn();
  if (!(await begin(attempt(`The project “${name}” was not deleted.`, () => api.deleteProject(id))))) return;
  leaveProject(id);
  offerUndo(`Deleted the project “${name}”.`, () => attemptAndLoad(`The project “${name}” did not come back.`, () => api.restoreProject(id)), order);
}

/** Its tasks are in the trash. @param {number} id of a deleted project */
function leaveProject(id) {
  if (singleProject(placeOf(route.state.query).project) === id) navigate(route.state.path, { replace: true });
  loadAgain();
}

/**
 * Does something that changes tasks too.
 * @param {string} failure
 * @param {() => Promise<unknown>} work
 */
async function attemptAndLoad(failure, work) {
  const done = await attempt(failure, work);
  if (done) loadAgain();
  return done;
}

/**
 * @param {Label} before
 * @param {{ name: string, color: Color }} changes
 */
export async function editLabel(before, changes) {
  const other = labelOf(changes.name);
  const joins = other !== undefined && other.name !== before.name;
  const order = turn();
  await begin(api.changeLabel(before.name, changes));
  renamed(before.name, changes.name);
  // Tasks that had either label have one now, so that no name says which they had.
  if (joins) notify(`Joined the label “${before.name}” with “${changes.name}”.`);
  else {
    offerUndo(`Changed the label “${changes.name}”.`, async () => {
      const back = await attempt(`The label “${changes.name}” was not changed back.`, () => api.changeLabel(changes.name, { name: before.name, color: before.color }));
      if (back) renamed(changes.name, before.name);
      return back;
    }, order);
  }
  await refresh();
}

/**
 * @param {string} from
 * @param {string} to
 */
function renamed(from, to) {
  if (from === to) return;
  const { path, query } = route.state;
  const names = labelNames(placeOf(query).label);
  if (names.includes(from)) navigate(`${path}?${new URLSearchParams({ ...Object.fromEntries(query), label: names.map((name) => (name === from ? to : name)).join(',') })}`, { replace: true });
  loadAgain();
}

/** @param {Label} label */
export async function deleteLabel({ name, tasks_count: count }) {
  const tasks = count === 1 ? 'the task that has it' : `the ${count.toLocaleString(navigator.languages)} tasks that have it`;
  const text = count === 0 ? `Delete the label “${name}”? No task has it.` : `Delete the label “${name}” and take it off ${tasks}?`;
  if (!(await ask({ title: 'Delete the label', text, action: 'Delete', danger: true }))) return;
  const order = turn();
  if (!(await begin(attemptAndLoad(`The label “${name}” was not deleted.`, () => api.deleteLabel(name))))) return;
  if (labelNames(placeOf(route.state.query).label).includes(name)) navigate(route.state.path, { replace: true });
  offerUndo(`Deleted the label “${name}”.`, () => attemptAndLoad(`The label “${name}” did not come back.`, () => api.restoreLabel(name)), order);
}

// @ts-check
// What the command palette offers for what is typed: tasks, which the server finds, and projects, labels, views and commands, which are here.
import { ApiError } from '../../app/http.js';
import { notifyProblem } from '../../app/notices.js';
import { navigate, route } from '../../app/router.js';
import { createStore } from '../../app/store.js';
import { TYPING_MS } from '../../ui/typing.js';
import * as api from '../tasks/api.js';
import { listAddress, projectAddress } from '../tasks/place.js';
import { projects } from '../tasks/projects/projects.js';
import { viewAddress } from '../tasks/views/viewAddress.js';
import { views } from '../tasks/views/views.js';
import { openTask } from '../tasks/openTask.js';
import { isOpen } from '../tasks/task.js';
import { rank } from './ranking.js';
import { forget, recent, remember } from './recent.js';
import { closePalette, enterSoon, palette } from './state.js';

/** @typedef {import('../tasks/task.js').Task} Task */
/** @typedef {import('../tasks/projects/api.js').Color} Color */

/**
 * @typedef {object} Command
 * @property {string} name unique
 * @property {string} title
 * @property {string} [words] found by these too
 * @property {Parameters<typeof import('../../ui/icon.js').icon>[0]} symbol
 * @property {string} [key] the shortcut that does the same
 * @property {() => unknown} run
 */

/**
 * @typedef {object} Choice
 * @property {string} id
 * @property {'task' | 'project' | 'label' | 'view' | 'command'} kind
 * @property {string} title
 * @property {string} [words]
 * @property {Task} [task]
 * @property {Color} [color]
 * @property {Command} [command]
 * @property {() => unknown} run
 */

/** @typedef {{ title: string, choices: Choice[] }} Group */

const MOST_TASKS = 8;
const MOST_OTHERS = 5;
const MOST_RECENT = 6;

export const found = createStore({
  tasks: /** @type {readonly Task[]} */ ([]),
  /** What they were found for. */
  text: '',
  /** Whether none has what was typed, and these have something like it. */
  similar: false,
  loading: false,
  problem: /** @type {string | null} */ (null),
  active: 0,
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let running = new AbortController();

let { open, text } = palette.state;
palette.subscribe(() => {
  if (palette.state.open === open && palette.state.text === text) return;
  ({ open, text } = palette.state);
  if (!open) {
    stop();
    found.reset();
  } else searchSoon();
});
// What was typed before this module came.
if (open && text.trim() !== '') searchSoon();

function stop() {
  clearTimeout(timer);
  running.abort();
}

function searchSoon() {
  stop();
  const wanted = text.trim();
  // Tasks of the letters before stay until others come, as far as they fit still.
  const kept = rank(wanted, found.state.tasks).map(({ item }) => item);
  found.set({ tasks: wanted === '' ? [] : kept, active: 0, problem: null, loading: wanted !== '' });
  if (wanted !== '') timer = setTimeout(() => void search(wanted), TYPING_MS);
}

/** Asks again for what is typed. */
export const searchAgain = () => searchSoon();

/** @param {string} wanted */
async function search(wanted) {
  running = new AbortController();
  const { signal } = running;
  try {
    const { results, similar = false } = await api.list({ search: wanted, archived: '', page_size: MOST_TASKS }, signal);
    if (signal.aborted) return;
    // What is marked stays marked, wherever it is now.
    const marked = at(found.state.active)?.id;
    found.set({ tasks: results, text: wanted, similar, loading: false });
    const place = allChoices().findIndex(({ id }) => id === marked);
    found.set({ active: found.state.active > 0 && place >= 0 ? place : 0 });
    if (palette.state.entered) choose();
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    found.set({ loading: false, tasks: [], problem: error.sentence });
    if (palette.state.entered) choose();
  }
}

/** @type {readonly Command[]} */
let commands = [];

/** @param {readonly Command[]} all what the app can do now */
export const offer = (all) => (commands = all);

/** @returns {Group[]} without empty ones */
export function groups() {
  const all = palette.state.text.trim() === '' ? unasked() : asked(palette.state.text);
  return all.filter(({ choices }) => choices.length > 0);
}

/** In the order that they are shown. */
const allChoices = () => groups().flatMap(({ choices }) => choices);

/** @param {number} index */
const at = (index) => allChoices()[index];

/** Before anything is typed. @returns {Group[]} */
function unasked() {
  const here = local();
  const last = recent().flatMap(({ id, title }) => here.find((choice) => choice.id === id) ?? (id.startsWith('task ') ? [rememberedTask(id, title)] : []));
  const shown = last.slice(0, MOST_RECENT);
  return [
    { title: 'Recent', choices: shown },
    { title: 'Commands', choices: here.filter((choice) => choice.kind === 'command' && !shown.includes(choice)) },
  ];
}

/** @param {string} typed @returns {Group[]} that with the best choice first */
function asked(typed) {
  const last = recent().map(({ id }) => id);
  /** @param {Choice} choice */
  const recency = ({ id }) => (last.includes(id) ? 1 - last.indexOf(id) / (last.length + 1) : 0);
  const here = local();
  /** @param {string} title @param {Choice['kind']} kind */
  const group = (title, kind) => {
    const ranked = rank(typed, here.filter((choice) => choice.kind === kind), recency).slice(0, MOST_OTHERS);
    return { title, choices: ranked.map(({ item }) => item), score: ranked[0]?.score ?? 0 };
  };
  const tasks = found.state.tasks.map(taskChoice);
  // What is done comes after what is open; what the server found in descriptions stays below.
  const ranked = rank(typed, tasks, (choice) => recency(choice) - (choice.task && isDone(choice.task) ? 2 : 0));
  const order = [...ranked.map(({ item }) => item), ...tasks.filter((task) => !ranked.some(({ item }) => item === task))];
  // What has the words in its description comes before what is mistyped.
  const best = tasks.length === 0 ? 0 : (ranked[0]?.score ?? 30);
  return [
    { title: found.state.similar ? 'Tasks with similar words' : 'Tasks', choices: order, score: best },
    group('Projects', 'project'),
    group('Labels', 'label'),
    group('Views', 'view'),
    group('Commands', 'command'),
  ].sort((one, other) => other.score - one.score);
}

/** @param {Task} task */
export const isDone = ({ status }) => !isOpen(status);

/** @returns {Choice[]} */
function local() {
  const { projects: all, labels } = projects.state;
  return [
    ...commands.map((command) => ({ id: `command ${command.name}`, kind: /** @type {const} */ ('command'), title: command.title, words: command.words, command, run: command.run })),
    ...(all ?? []).map(({ id, name, color, archived }) => ({
      id: `project ${id}`,
      kind: /** @type {const} */ ('project'),
      title: name,
      words: archived ? 'archived project' : 'project',
      color,
      run: () => navigate(projectAddress(id)),
    })),
    ...labels.map(({ name, color }) => ({ id: `label ${name}`, kind: /** @type {const} */ ('label'), title: name, words: 'label', color, run: () => navigate(listAddress({ label: name })) })),
    ...(views.state.views ?? []).map((view) => ({ id: `view ${view.id}`, kind: /** @type {const} */ ('view'), title: view.name, words: 'view', run: () => navigate(viewAddress(view)) })),
  ];
}

/** @param {Task} task @returns {Choice} */
const taskChoice = (task) => ({ id: `task ${task.id}`, kind: 'task', title: task.title, task, run: () => openTask(task) });

/**
 * @param {string} id
 * @param {string} title as it was then
 * @returns {Choice}
 */
const rememberedTask = (id, title) => ({ id, kind: 'task', title, run: () => openRemembered(id, title) });

/**
 * @param {string} id
 * @param {string} title
 */
async function openRemembered(id, title) {
  const here = route.state;
  try {
    const { task } = await api.read(Number(id.split(' ')[1]));
    remember({ id, title: task.title });
    // Somebody who has gone on is not brought back.
    if (route.state === here) openTask(task);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) forget(id);
    notifyProblem(error.status === 404 ? `“${title}” is not there any more.` : `“${title}” could not be opened. ${error.sentence}`);
  }
}

/** @param {number} step */
export function mark(step) {
  const { length } = allChoices();
  if (length > 0) found.set({ active: (Math.min(found.state.active, length - 1) + step + length) % length });
}

/** @param {number} index */
export const markAt = (index) => index !== found.state.active && found.set({ active: index });

/** @param {Choice} [picked] the marked one, if left out: while none was marked by hand, once the tasks are here, as the best can be one of them */
export function choose(picked) {
  if (!picked && found.state.loading && found.state.active === 0) return enterSoon();
  const choice = picked ?? at(found.state.active);
  if (!choice) return;
  remember(choice);
  closePalette();
  // Once the focus is back where it was: what opens now gives it back to there.
  setTimeout(choice.run);
}

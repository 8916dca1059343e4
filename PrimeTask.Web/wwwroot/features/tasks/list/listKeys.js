// @ts-check
// The list without a mouse.
import { openExisting } from '../editor/editor.js';
import { duplicate, remove, setDone } from '../edits.js';
import { changeFilters } from './listFilters.js';
import { focusActiveRow, focusCellInput, focusRowNear } from './listFocus.js';
import { activeTask, editCell, moveActive, selection, targets, tick, tickAll } from './selection.js';
import { load, pageBeside, taskList } from './taskList.js';

/** @param {number} step */
async function move(step) {
  if (!moveActive(step)) await turnPage(step);
  await focusActiveRow();
}

/** @param {number} step */
async function turnPage(step) {
  const beside = pageBeside(step);
  if (!beside) return;
  tickAll(false);
  selection.set({ active: null });
  changeFilters(beside);
  await load();
  moveActive(step);
}

function open() {
  const task = activeTask();
  if (task) void openExisting(task);
}

function rename() {
  const { active } = selection.state;
  if (active === null) return;
  editCell(active, 'title');
  void focusCellInput();
}

function complete() {
  const tasks = targets();
  if (tasks.length === 0) return;
  const position = positionOf(tasks[0].id);
  const done = tasks.every(({ status }) => status === 'completed');
  void setDone(tasks, !done).then(() => focusRowNear(position));
}

function removeTargets() {
  const tasks = targets();
  if (tasks.length === 0) return;
  const position = positionOf(tasks[0].id);
  void remove(tasks);
  void focusRowNear(position);
}

function duplicateActive() {
  const task = activeTask();
  if (task) void duplicate(task);
}

/** @param {number} id */
const positionOf = (id) => taskList.state.tasks?.findIndex((task) => task.id === id) ?? 0;

/** @param {boolean} range */
function tickActive(range) {
  const { active } = selection.state;
  if (active !== null) tick(active, range);
}

/** @type {readonly import('../../../app/keys.js').Shortcut[]} */
export const shortcuts = [
  { key: 'j', label: 'Next task', run: () => void move(1) },
  { key: 'k', label: 'Previous task', run: () => void move(-1) },
  { key: 'ArrowDown', label: 'Next task', run: () => void move(1), hidden: true },
  { key: 'ArrowUp', label: 'Previous task', run: () => void move(-1), hidden: true },
  { key: 'e', label: 'Edit', run: open },
  { key: 'Enter', label: 'Edit', run: open, hidden: true },
  { key: 'r', label: 'Rename in place', run: rename },
  { key: 'x', label: 'Complete or reopen', run: complete },
  { key: ' ', label: 'Select', run: () => tickActive(false) },
  { key: 'X', label: 'Select up to here', run: () => tickActive(true) },
  { key: 'a', label: 'Select all shown', run: () => tickAll(true) },
  { key: 'Escape', label: 'Clear the selection', run: () => tickAll(false) },
  { key: 'd', label: 'Duplicate', run: duplicateActive },
  { key: 'Delete', label: 'Move to the trash', run: removeTargets },
];

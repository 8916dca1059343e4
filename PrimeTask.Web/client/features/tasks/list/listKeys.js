// @ts-check
// The list without a mouse.
import { duplicate, remove, setDone } from '../edits.js';
import { openTask } from '../openTask.js';
import { changeFilters, isByHand } from './listFilters.js';
import { focusActiveRow, focusCellInput, focusRowNear, openProjectChoice } from './listFocus.js';
import { scheduleTasks } from './schedule.js';
import { activeTask, editCell, moveActive, positionOf, selection, shown, targets, tick, tickAll, tickedTasks } from './selection.js';
import { indent, outdent } from '../subtasks/level.js';
import { load, moveRow, pageBeside } from './taskList.js';

/**
 * @param {number} step
 * @param {(step: number) => Promise<void>} beyond what comes after the last row
 */
async function move(step, beyond) {
  // The next key may come before the row is drawn, and is meant for it.
  if (document.activeElement instanceof HTMLElement && !document.activeElement.closest('.task')) document.activeElement.blur();
  if (!moveActive(step)) await beyond(step);
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
  if (task) openTask(task);
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

function moveToProject() {
  if (tickedTasks().length === 0) tickActive(false);
  void openProjectChoice();
}

function schedule() {
  const tasks = targets();
  const task = activeTask() ?? tasks[0];
  if (task) void scheduleTasks(tasks, task);
}

/** @param {number} step */
async function moveByHand(step) {
  const task = activeTask();
  if (!task || !isByHand()) return;
  void moveRow(task, step);
  await focusActiveRow();
}

/** @param {(task: import('../task.js').Task) => Promise<void>} change */
async function changeLevel(change) {
  const task = activeTask();
  if (!task) return;
  await change(task);
  await focusActiveRow();
}

const makeSubtask = () => void changeLevel((task) => indent(shown(), task));
const makeTask = () => void changeLevel(outdent);

/** @param {boolean} range */
function tickActive(range) {
  const { active } = selection.state;
  if (active !== null) tick(active, range);
}

/**
 * What works on any list of rows.
 * @param {(step: number) => Promise<void>} [beyond] what comes after the last row
 * @returns {readonly import('../../../app/keys.js').Shortcut[]}
 */
export const rowShortcuts = (beyond = async () => {}) => [
  { key: 'j', label: 'Next task', run: () => void move(1, beyond) },
  { key: 'k', label: 'Previous task', run: () => void move(-1, beyond) },
  { key: 'ArrowDown', label: 'Next task', run: () => void move(1, beyond), hidden: true },
  { key: 'ArrowUp', label: 'Previous task', run: () => void move(-1, beyond), hidden: true },
  { key: 'e', label: 'Open', onTask: true, run: open },
  { key: 'Enter', label: 'Edit', onTask: true, run: open, hidden: true },
  { key: 'r', label: 'Rename in place', onTask: true, run: rename },
  { key: 'x', label: 'Complete or reopen', onTask: true, run: complete },
  { key: 's', label: 'Schedule', onTask: true, run: schedule },
  { key: 'v', label: 'Move to a project', onTask: true, run: moveToProject },
  { key: ' ', label: 'Select', onTask: true, run: () => tickActive(false) },
  { key: 'X', label: 'Select up to here', onTask: true, run: () => tickActive(true) },
  { key: 'a', label: 'Select all shown', run: () => tickAll(true) },
  { key: 'Escape', label: 'Clear the selection', run: () => tickAll(false) },
  { key: ']', ctrl: true, label: 'Make it a subtask of the one above (>)', onTask: true, run: makeSubtask },
  { key: '[', ctrl: true, label: 'Make it a task by itself (<)', onTask: true, run: makeTask },
  { key: '>', label: 'Make it a subtask of the task above', onTask: true, run: makeSubtask, hidden: true },
  { key: '<', label: 'Make it a task by itself', onTask: true, run: makeTask, hidden: true },
  { key: 'd', label: 'Duplicate', onTask: true, run: duplicateActive },
  { key: 'Delete', label: 'Move to the trash', onTask: true, run: removeTargets },
];

/** @type {readonly import('../../../app/keys.js').Shortcut[]} */
export const shortcuts = [
  ...rowShortcuts(turnPage),
  { key: 'ArrowUp', alt: true, label: 'Move up, where the order is by hand', onTask: true, run: () => void moveByHand(-1) },
  { key: 'ArrowDown', alt: true, label: 'Move down, where the order is by hand', onTask: true, run: () => void moveByHand(1) },
];

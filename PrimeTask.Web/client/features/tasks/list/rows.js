// @ts-check
// The rows of a list: what each shows, and what it does.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { session } from '../../../app/session.js';
import { change, remove, setDone } from '../edits.js';
import { openTask } from '../openTask.js';
import { focusActiveRow, focusCellInput, focusRowNear } from './listFocus.js';
import { followDrags } from './rowDrag.js';
import { scheduleTasks } from './schedule.js';
import { activeTask, editCell, positionOf, selection, shown, stopEditing, tick } from './selection.js';
import { taskRow } from './taskRow.js';
import { followTouches, isTouch } from './touch.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @param {readonly Task[]} tasks all or some of those that are shown
 * @param {{ label: string, showProject: boolean, head?: unknown, onMove?: import('./rowDrag.js').Move }} options onMove: where the order is by hand
 */
export const taskTable = (tasks, { label, showProject, head = nothing, onMove }) => html`
  <div class="tasks" role="table" aria-label=${label}>
    ${head}
    <div class="tasks__body" role="rowgroup" ${ref((body) => follow(body, onMove))}>${repeat(tasks, ({ id }) => id, (task) => row(task, showProject, tasks))}</div>
  </div>
`;

/** @param {Task} task */
const toggle = (task) => void setDone([task], task.status !== 'completed');

/** @param {(task: Task) => unknown} act */
const withTask = (act) => (/** @type {number} */ id) => {
  const task = shown().find((one) => one.id === id);
  if (task) act(task);
};

/**
 * @param {Element | undefined} body
 * @param {import('./rowDrag.js').Move} [onMove]
 */
function follow(body, onMove) {
  followTouches(body, touches);
  followDrags(body, onMove);
}

const touches = {
  onComplete: withTask(toggle),
  onSchedule: withTask((task) => scheduleTasks([task], task)),
  onHold: (/** @type {number} */ id) => tick(id, false),
};

/** By touch, what is begun by holding a row goes on by touching others. @param {Task} task */
const open = (task) => (isTouch() && selection.state.ticked.size > 0 ? tick(task.id, false) : openTask(task));

/**
 * @param {Task} task
 * @param {boolean} showProject
 * @param {readonly Task[]} tasks of the same table
 */
function row(task, showProject, tasks) {
  const { active, ticked, editing } = selection.state;
  const parent = task.parent === null ? null : (tasks.find(({ id }) => id === task.parent) ?? null);
  return taskRow(task, {
    ticked: ticked.has(task.id),
    active: active === task.id,
    reachable: active === task.id || (!activeTask() && shown()[0]?.id === task.id),
    editing: editing?.id === task.id ? editing.cell : null,
    showOwner: task.owner !== session.state.user?.id,
    showProject: showProject && !parent,
    parent,
    onChange: (changes) => void change([task], changes),
    onEditCell: (cell) => {
      // A finger on the title means the task.
      if (cell === 'title' && isTouch()) return open(task);
      editCell(task.id, cell);
      return focusCellInput();
    },
    onStopEditing: () => {
      stopEditing();
      void focusActiveRow();
    },
    onTick: (range) => tick(task.id, range),
    onToggle: () => toggle(task),
    onOpen: () => open(task),
    onDelete: () => {
      const position = positionOf(task.id);
      void remove([task]);
      void focusRowNear(position);
    },
    onFocus: () => active !== task.id && selection.set({ active: task.id }),
  });
}

export const rowsPlaceholder = (rows = 12) => html`
  <p class="visually-hidden" role="status">Loading tasks…</p>
  <div class="tasks" aria-hidden="true">
    <div class="tasks__head"></div>
    ${Array.from({ length: rows }, () => html`<div class="task task--placeholder"><span></span><span></span></div>`)}
  </div>
`;

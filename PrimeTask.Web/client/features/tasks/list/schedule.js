// @ts-check
// Another day for rows, from the menu beside one of them.
import { openTask } from '../openTask.js';
import { openSchedule } from '../scheduleMenu.js';
import { focusCellInput } from './listFocus.js';
import { editCell } from './selection.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @param {readonly Task[]} tasks
 * @param {Task} task that the menu stands beside
 */
export function scheduleTasks(tasks, task) {
  const row = `[data-task="${task.id}"]`;
  const due = document.querySelector(`${row} .due`);
  const onPick = () => {
    // Where rows have no cells, the task itself has.
    if (!due) return openTask(task);
    editCell(task.id, 'due_date');
    return focusCellInput();
  };
  const anchor = due?.checkVisibility() ? '.due' : '.task__title';
  openSchedule({ tasks, anchor: `${row} ${anchor}, ${row}[data-anchor]`, back: row, ...(tasks.length === 1 && { onPick }) });
}

// @ts-check

/** @typedef {import('../api/figures.js').Figures} Figures */

/**
 * @param {Figures} figures
 * @param {readonly import('../api/tasks.js').Task[]} tasks that they count
 * @param {Date} now
 * @returns {Figures} as if those tasks were not there
 */
export function withoutTasks(figures, tasks, now) {
  const left = { ...figures, by_priority: { ...figures.by_priority } };
  for (const { status, priority, due_date: due } of tasks) {
    left.total -= 1;
    left[status] -= 1;
    left.by_priority[priority] -= 1;
    if (due && new Date(due) < now && (status === 'pending' || status === 'in_progress')) left.overdue -= 1;
  }
  return left;
}

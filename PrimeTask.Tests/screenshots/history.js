// What was done in the weeks before: finished tasks with the days on which they were finished. The API dates what it is told itself, so the past is
// written by the operator's own means: psql, into the database of the PrimeTask that is shown.
import { execFileSync } from 'node:child_process';

const DAY_MS = 86_400_000;
const chores = [
  'Water the plants', 'Take out the recycling', 'Answer the mail of the week', 'Plan the meals', 'Call the parents', 'Back up the laptop',
  'Review the pull requests', 'Go for a run', 'Tidy the desk', 'Write the weekly summary', 'Sort the receipts', 'Read the release notes',
];
/** How many were finished so many days ago, from 29 to 1: fewer on Sundays than in the week. */
const finished = [2, 3, 1, 4, 2, 0, 1, 3, 2, 5, 3, 2, 1, 0, 2, 4, 3, 2, 4, 1, 0, 3, 2, 3, 5, 2, 1, 3, 4];

const days = finished.flatMap((count, place) => Array.from({ length: count }, () => finished.length - place));

/** The tasks to be made through the API, oldest first. */
export const history = days.map((_, place) => ({ title: chores[place % chores.length], status: 'completed', priority: ['medium', 'low', 'high'][place % 3] }));

/**
 * psql finds the database by its own variables, PGHOST and so on.
 * @param {readonly number[]} ids of the tasks made of `history`, in its order
 */
export function dateBack(ids) {
  const rows = ids.map((id, place) => {
    const done = new Date(Date.now() - days[place] * DAY_MS);
    done.setHours(8 + (place % 11), (place * 17) % 60, 0, 0);
    const made = new Date(done.getTime() - (1 + (place % 4)) * DAY_MS);
    return `(${id}, '${made.toISOString()}'::timestamptz, '${done.toISOString()}'::timestamptz)`;
  });
  const sql = `UPDATE tasks SET created_at = made, updated_at = done, completed_at = done FROM (VALUES ${rows.join(', ')}) AS past (task, made, done) WHERE id = task`;
  execFileSync('psql', ['--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1'], { input: sql, stdio: ['pipe', 'inherit', 'inherit'] });
}

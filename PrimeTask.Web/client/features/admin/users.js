// @ts-check
// Everybody's accounts, for admins.
import { ask } from '../../app/confirm.js';
import { ApiError } from '../../app/http.js';
import { notify, notifyProblem } from '../../app/notices.js';
import { session } from '../../app/session.js';
import { numberText } from '../../ui/counts.js';
import * as admin from './api.js';
import { createFilteredList } from './filteredList.js';

/** @typedef {admin.AdminUser} AdminUser */

export const users = createFilteredList({
  path: '/admin/users',
  filters: ['search', 'role', 'is_active'],
  ordering: '-created_at',
  read: admin.listUsers,
});

/** @param {AdminUser} user */
export async function changeRole(user) {
  const promoted = user.role !== 'admin';
  const yes = await ask(
    promoted
      ? { title: `Make ${user.username} an admin?`, text: `Admins see and change everybody’s tasks and accounts. This holds at once.`, action: 'Make admin' }
      : { title: `Make ${user.username} a plain user?`, text: `${user.username} will see only their own tasks. This holds at once.`, action: 'Make user' },
  );
  if (yes) await change(user, { role: promoted ? 'admin' : 'user' }, promoted ? `${user.username} is an admin now.` : `${user.username} is a plain user now.`);
}

/** @param {AdminUser} user */
export async function changeActivity(user) {
  if (!user.is_active) return change(user, { is_active: true }, `${user.username} can log in again.`);
  const yes = await ask({
    title: `Deactivate ${user.username}?`,
    text: `${user.username} is signed out everywhere and cannot log in until somebody activates the account again. The tasks stay.`,
    action: 'Deactivate',
    danger: true,
  });
  return yes ? change(user, { is_active: false }, `${user.username} can no longer log in.`) : undefined;
}

/** @param {AdminUser} listed */
export async function remove(listed) {
  try {
    // The number of tasks is read now: the list may be stale.
    const user = await admin.readUser(listed.id);
    const tasks = counted(user.tasks_count);
    const yes = await ask({
      title: `Delete ${user.username}?`,
      text: `The account ${user.username} (${user.email}) and ${tasks} will be gone for good. This cannot be undone. To keep the tasks, deactivate the account instead.`,
      action: user.tasks_count > 0 ? `Delete user and ${tasks}` : 'Delete user',
      danger: true,
    });
    if (!yes) return;
    await admin.removeUser(user.id);
    notify(`Deleted ${user.username} and ${tasks}.`);
  } catch (error) {
    refused(error, `${listed.username} was not deleted.`);
  }
  await users.reload();
}

/** @param {number} count */
const counted = (count) => (count === 0 ? 'no tasks' : `${numberText(count)} ${count === 1 ? 'task' : 'tasks'}`);

/**
 * Shows at once, and takes it back when it is refused.
 * @param {AdminUser} user
 * @param {Partial<AdminUser>} changes
 * @param {string} done
 */
async function change(user, changes, done) {
  put({ ...user, ...changes });
  try {
    put(await admin.updateUser(user.id, changes));
    notify(done);
  } catch (error) {
    put(user);
    refused(error, `${user.username} was not changed.`);
    await users.reload();
  }
}

/** @param {AdminUser} user */
const put = (user) => users.changeItems((item) => (item.id === user.id ? user : item));

/**
 * @param {unknown} error
 * @param {string} what did not happen
 */
function refused(error, what) {
  if (!(error instanceof ApiError)) throw error;
  if (session.state.status === 'signed-in') notifyProblem(`${what} ${error.status === 404 ? 'The account is gone already.' : error.sentence}`);
}

// @ts-check
// Three tasks that show a new person how PrimeTask works. They are tasks like all others, and one click removes them.
import { ApiError } from '../../../app/http.js';
import { session } from '../../../app/session.js';
import { browserStorage } from '../../../app/storage.js';
import { createStore } from '../../../app/store.js';
import { uuid } from '../../../app/uuid.js';
import { today } from '../../../ui/dates.js';
import { isTouch } from '../list/touch.js';
import * as versions from '../versions.js';

/** @typedef {import('../task.js').Task} Task */

const KEY = 'primetask-examples';

const examples = () => [
  { title: `Tick this off: press the circle${isTouch() ? ', or swipe to the right' : ''}`, description: '' },
  { title: 'Add a task: write “Call Ann tomorrow 5pm !high” in the line above', description: '“#House” puts it into a project, “@phone” gives it a label, and “every friday” repeats it.' },
  isTouch()
    ? { title: 'Find a task or a project with the magnifier at the top', description: 'It finds mistyped words too.' }
    : { title: 'Press Ctrl+K to find a task, a project, or what else can be done', description: 'The **?** key lists the other shortcuts.' },
];

export const welcome = createStore({ ids: /** @type {readonly number[]} */ ([]) });

session.subscribe(follow);
// The session may have been resumed before this module came.
follow();

function follow() {
  const { status, user } = session.state;
  if (status === 'signed-out') welcome.reset();
  else if (user && welcome.state.ids.length === 0) welcome.set({ ids: kept(user.id) });
}

/** For who has just registered. */
export async function addExamples() {
  const { user } = session.state;
  if (!user) return;
  try {
    const made = await versions.createMany(examples().map((example) => ({ ...example, due_on: today() })), uuid());
    const ids = made.flatMap((task) => (task instanceof ApiError ? [] : [task.id]));
    browserStorage.keepValue(KEY, { user: user.id, ids });
    welcome.set({ ids });
  } catch (error) {
    // An account without examples is whole.
    if (!(error instanceof ApiError)) throw error;
  }
}

/** @param {readonly Task[]} tasks that are shown @returns {Task[]} */
export const examplesIn = (tasks) => tasks.filter(({ id }) => welcome.state.ids.includes(id));

/** The person knows; the tasks stay. */
export function forget() {
  welcome.reset();
  browserStorage.keep(KEY, null);
}

/** @param {number} user @returns {readonly number[]} */
function kept(user) {
  const { user: owner, ids } = browserStorage.readValue(KEY) ?? {};
  return owner === user && Array.isArray(ids) ? ids : [];
}

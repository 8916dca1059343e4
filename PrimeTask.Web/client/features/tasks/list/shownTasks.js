// @ts-check
// Tasks on the screen, with own edits on top of what the server said last; they are read again when something changes.
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { clock, onNewDay } from '../../../ui/clock.js';
import { edits, onRefusal, withEdits } from '../edits.js';
import { nested } from '../subtasks/nesting.js';
import * as versions from '../versions.js';

/** @typedef {import('../task.js').Task} Task */

const EDITED_MS = 250;

/**
 * @param {ReturnType<typeof import('../../../ui/pagedList.js').createPagedList<Task>>} list
 * @param {() => Promise<unknown>} read what the address asks for
 */
export function createShownTasks(list, read) {
  const store = createStore(shownState());
  let shown = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** How many moves by hand are on their way. */
  let moves = 0;

  session.subscribe(() => {
    if (session.state.status === 'signed-out') forget();
  });
  list.store.subscribe(publish);
  edits.subscribe(publish);
  onRefusal(() => shown && loadIn(0));
  clock.subscribe(() => shown && publish());
  onNewDay(() => shown && load());
  versions.watch(({ task, removed }) => {
    const { items, count } = list.store.state;
    const present = items?.some(({ id }) => id === (task?.id ?? removed));
    if (items && task) list.store.set({ items: items.map((other) => (other.id === task.id ? task : other)) });
    if (items && removed) list.store.set({ items: items.filter(({ id }) => id !== removed), count: count - 1 });
    // A new task loads the list at once; other changes are debounced.
    if (shown) loadIn(present ? EDITED_MS : 0);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && shown) void load();
  });

  function forget() {
    clearTimeout(timer);
    list.forget();
    versions.forgetAll();
  }

  function publish() {
    store.set(shownState());
  }

  function shownState() {
    const { items, count, ...rest } = list.store.state;
    const tasks = items && nested(withEdits(items));
    return { ...rest, tasks, count: count - ((items?.length ?? 0) - (tasks?.length ?? 0)) };
  }

  async function load() {
    // What is read while a task is on its way has its old place.
    if (session.state.status !== 'signed-in' || moves > 0) return;
    clearTimeout(timer);
    await read();
  }

  /** @param {number} ms */
  function loadIn(ms) {
    clearTimeout(timer);
    timer = setTimeout(load, ms);
  }

  return {
    store,
    load,
    loadIn,
    isShown: () => shown,
    enter() {
      shown = true;
    },
    leave() {
      shown = false;
      clearTimeout(timer);
      list.stop();
    },
    /**
     * Shows the tasks in another order while the server is told of it.
     * @param {Task[]} items
     * @param {() => Promise<boolean>} send whether it was done
     */
    async reorder(items, send) {
      list.stop();
      list.store.set({ items, loading: false });
      moves += 1;
      const done = await send().finally(() => (moves -= 1));
      if (shown && moves === 0) loadIn(done ? EDITED_MS : 0);
      return done;
    },
  };
}

// @ts-check

/**
 * State that tells its subscribers when it changes.
 * @template {object} T
 * @param {T} initial
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<() => void>} */
  const subscribers = new Set();

  return {
    get state() {
      return state;
    },
    /** @param {Partial<T>} changes */
    set(changes) {
      state = { ...state, ...changes };
      for (const notify of subscribers) notify();
    },
    reset() {
      this.set(initial);
    },
    /** @param {() => void} subscriber */
    subscribe(subscriber) {
      subscribers.add(subscriber);
    },
  };
}

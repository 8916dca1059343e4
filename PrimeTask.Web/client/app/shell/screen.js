// @ts-check
// The view of the current address: loaded when first needed, then told when it is entered and left.
import { createStore } from '../store.js';
import { loadStyle } from './loadStyle.js';
import { routes } from './routes.js';

/** @typedef {import('./routes.js').ViewModule} ViewModule */

/**
 * @typedef {object} ScreenState
 * @property {string | null} path
 * @property {ViewModule | null} module null while it is being loaded
 * @property {boolean} failed
 */

/** @type {ScreenState} */
const none = { path: null, module: null, failed: false };

export const screen = createStore(none);

/** @type {Map<string, ViewModule>} */
const loaded = new Map();

/**
 * @param {string} path one of the routes
 * @param {URLSearchParams} query
 */
export async function show(path, query) {
  if (screen.state.path !== path) {
    hide();
    screen.set({ path, module: loaded.get(path) ?? null, failed: false });
  }
  try {
    const module = loaded.get(path) ?? (await load(path));
    // The address may have changed meanwhile.
    if (screen.state.path !== path) return;
    if (screen.state.module !== module) screen.set({ module, failed: false });
    await module.enter?.(query);
  } catch (error) {
    if (loaded.has(path)) throw error;
    if (screen.state.path === path) screen.set({ failed: true });
  }
}

/**
 * Loads a view before it is known whether it may be shown. A failure shows when it is.
 * @param {string} path
 */
export function preload(path) {
  if (Object.hasOwn(routes, path)) load(path).catch(() => {});
}

export function hide() {
  screen.state.module?.leave?.();
  if (screen.state.path !== null) screen.set(none);
}

/** @type {Map<string, Promise<ViewModule>>} */
const loading = new Map();

/** @param {string} path */
function load(path) {
  const running = loading.get(path) ?? fetchView(path).finally(() => loading.delete(path));
  loading.set(path, running);
  return running;
}

/** @param {string} path */
async function fetchView(path) {
  const { css, load: loadModule } = routes[path];
  const [module] = await Promise.all([loadModule(), loadStyle(css)]);
  loaded.set(path, module);
  return module;
}

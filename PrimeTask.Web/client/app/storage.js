// @ts-check
// What a browser keeps from one page to the next. Where its storage is switched off or full, nothing is kept, and nothing fails: what the page holds lasts as long as it.

/** In every tab of this browser. */
export const browserStorage = storageIn(() => localStorage);

/** In this tab. */
export const tabStorage = storageIn(() => sessionStorage);

/** @param {() => Storage} open throws where storage is switched off */
function storageIn(open) {
  /** @param {string} key @returns {string | null | undefined} null where nothing is kept, undefined where nothing can be */
  const read = (key) => attempt(() => open().getItem(key));
  return {
    read,

    /** @param {string} key @returns {any} what was kept with keepValue; null where there is none */
    readValue: (key) => attempt(() => JSON.parse(read(key) ?? 'null')) ?? null,

    /** @param {string} key @param {string | null} text null drops what is kept */
    keep: (key, text) => void attempt(() => (text === null ? open().removeItem(key) : open().setItem(key, text))),

    /** @param {string} key @param {unknown} value null drops what is kept */
    keepValue: (key, value) => void attempt(() => (value === null ? open().removeItem(key) : open().setItem(key, JSON.stringify(value)))),
  };
}

/**
 * @template T
 * @param {() => T} use
 * @returns {T | undefined}
 */
function attempt(use) {
  try {
    return use();
  } catch {
    return undefined; // Switched off, full, or holding what the app did not write.
  }
}

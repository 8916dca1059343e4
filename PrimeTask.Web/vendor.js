// @ts-check
// Bundles the released modules that come as many files, so that a browser asks for few: `npm run vendor`. A test does the same and compares.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const lib = join(root, 'wwwroot', 'lib');

/** All that chrono-node has. What they share comes once, in a file of its own. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fi', 'fr', 'id', 'it', 'ja', 'nl', 'pt', 'ru', 'sv', 'uk', 'vi', 'zh'];

/** @type {Record<string, Record<string, string>>} by folder: the modules, and what each is a bundle of */
const bundles = {
  'chrono-node': Object.fromEntries(LANGUAGES.map((language) => [language, `chrono-node/${language}`])),
  'temporal-polyfill': { temporal: 'temporal-polyfill' },
};

/** @param {boolean} write else the files are only made */
export async function vendor(write) {
  /** @type {Record<string, string>} by path in wwwroot/lib */
  const files = {};
  for (const [folder, entryPoints] of Object.entries(bundles)) {
    const outdir = join(lib, folder);
    // As they were written: names that mean something, for whoever reads or debugs them.
    const { outputFiles } = await build({ entryPoints, outdir, write, bundle: true, splitting: true, chunkNames: 'shared', format: 'esm', charset: 'utf8', target: 'es2023', absWorkingDir: root });
    for (const { path, text } of outputFiles ?? []) files[path.slice(lib.length + 1)] = text;
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await vendor(true);

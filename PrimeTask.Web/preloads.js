// @ts-check
// Writes what spares the browser round trips: which modules to ask for at once, before it finds each through the one that imports it, and the styles of each view
// in one file. `npm run preloads`. The stylesheet of a module has its name and lies beside it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), 'wwwroot');
const STATIC_IMPORT = /(?<=^|;)(?:import|export)\s?(?:[\w*{$][^;]*?)?from\s?["'](?<from>\.[^"']+)["'];/gmu;
const DYNAMIC_IMPORT = /(?:=> |await |\[)import\('(?<from>[^']+)'\)/gu;

const RESUME = 'app/shell/resume.js';
const MAIN = 'app/shell/main.js';
/** What is most often opened first, by address. */
const FIRST = { list: 'features/tasks/list/listView.js', today: 'features/tasks/today/todayView.js' };
const LOADERS = ['app/shell/routes.js', 'app/shell/dialogLoader.js'];

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');

/**
 * @param {string} path
 * @param {RegExp} pattern
 */
const importsIn = (path, pattern) => [...read(path).matchAll(pattern)].map(({ groups }) => normalize(join(dirname(path), groups?.from ?? '')));

/**
 * @param {...string} entries
 * @returns {string[]} these modules and all that they import: each after those that it builds on, as its styles are
 */
function modulesOf(...entries) {
  /** @type {string[]} */
  const ordered = [];
  const seen = new Set();
  /** @param {string} path */
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    importsIn(path, STATIC_IMPORT).forEach(visit);
    ordered.push(path);
  };
  entries.forEach(visit);
  return ordered;
}

/** @param {string[]} modules */
const stylesOf = (modules) => modules.map((path) => path.replace(/\.js$/u, '.css')).filter((path) => existsSync(join(root, path)));

/** @param {string} folder */
const stylesIn = (folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).filter((path) => path.endsWith('.css'));

/** Of no module: they are for everything. The first names the layers. */
function commonStyles() {
  const common = stylesIn('ui').filter((path) => !existsSync(join(root, path.replace(/\.css$/u, '.js'))));
  const first = ['ui/tokens.css', 'ui/base.css'];
  return [...first, ...common.filter((path) => !first.includes(path)).sort()];
}

/**
 * @param {string} text
 * @param {string} begin
 * @param {string} end
 * @param {string[]} lines
 */
function between(text, begin, end, lines) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`No “${begin}” and “${end}”.`);
  const indent = /[ \t]*$/u.exec(text.slice(0, from))?.[0] ?? '';
  return `${text.slice(0, from + begin.length)}\n${lines.map((line) => `${indent}${line}\n`).join('')}${indent}${text.slice(to)}`;
}

/** @type {Record<string, string>} the lists and bundles, as they should be */
export const files = {};

const main = modulesOf(RESUME, MAIN);
const preloaded = main.filter((path) => path !== MAIN && path !== RESUME);
files['index.html'] = between(read('index.html'), '<!-- Made by npm run preloads. -->', '<!-- End. -->', preloaded.map((path) => `<link rel="modulepreload" href="/${path}" />`));
files['app/shell/start.js'] = Object.entries(FIRST).reduce(
  (text, [name, view]) => between(text, `// Made by npm run preloads: ${name}.`, `// End of ${name}.`, beyondMain(view).map((path) => `'/${path}',`)),
  read('app/shell/start.js'),
);

/** @type {Record<string, string[]>} */
const bundles = { [MAIN]: [...commonStyles(), ...stylesOf(main)] };
for (const view of LOADERS.flatMap((path) => importsIn(path, DYNAMIC_IMPORT))) bundles[view] = stylesOf(beyondMain(view));
for (const [module, styles] of Object.entries(bundles)) {
  files[`styles/${basename(module, '.js')}.css`] = `/* Made by npm run preloads, of the stylesheets beside the modules. */\n${styles.map(read).join('\n')}`;
}

/** Stylesheets that nothing loads. */
export const unusedStyles = ['app', 'ui', 'features'].flatMap(stylesIn).filter((path) => !Object.values(bundles).flat().includes(path));

/** @param {string} view what it needs that is not there already */
function beyondMain(view) {
  return modulesOf(view).filter((path) => !main.includes(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
}

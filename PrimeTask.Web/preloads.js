// @ts-check
// Writes down what the browser should ask for at once, so that it does not find each file only through the one before: `npm run preloads`.
// The stylesheet of a module has its name and lies beside it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), 'wwwroot');
const STATIC_IMPORT = /(?<=^|;)(?:import|export)\s?(?:[\w*{$][^;]*?)?from\s?["'](?<from>\.[^"']+)["'];/gmu;
const DYNAMIC_IMPORT = /(?:=> |await |\[)import\('(?<from>[^']+)'\)/gu;

const RESUME = 'app/shell/resume.js';
const MAIN = 'app/shell/main.js';
const LIST = 'features/tasks/list/listView.js';
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

/** @returns {Record<string, string>} the files that hold lists, as they should be */
export function preloads() {
  const entry = modulesOf(RESUME, MAIN);
  const styles = [...commonStyles(), ...stylesOf(entry)];
  /** @param {string} view */
  const more = (view) => modulesOf(view).filter((path) => !entry.includes(path));
  const views = LOADERS.flatMap((path) => importsIn(path, DYNAMIC_IMPORT));
  const links = [
    ...styles.map((path) => `<link rel="stylesheet" href="/${path}" />`),
    ...entry.filter((path) => path !== MAIN && path !== RESUME).map((path) => `<link rel="modulepreload" href="/${path}" />`),
  ];
  /** @param {string[]} paths */
  const quoted = (paths) => paths.map((path) => `'/${path}',`);
  /** @param {string} view */
  const nameOf = (view) => /(?<name>\w+)\.js$/u.exec(view)?.groups?.name;
  return {
    'index.html': between(read('index.html'), '<!-- Made by npm run preloads. -->', '<!-- End. -->', links),
    'app/shell/start.js': between(read('app/shell/start.js'), '// Made by npm run preloads.', '// End.', [
      'const modules = [',
      ...quoted(more(LIST)).map((line) => `  ${line}`),
      '];',
      'const styles = [',
      ...quoted(stylesOf(more(LIST))).map((line) => `  ${line}`),
      '];',
    ]),
    'app/shell/stylesheets.js': [
      '// @ts-check',
      '// Made by npm run preloads: the stylesheets of what is loaded when it is first shown, without those of index.html.',
      '',
      'export const stylesheets = {',
      ...views.flatMap((view) => [`  ${nameOf(view)}: [`, ...quoted(stylesOf(more(view))).map((line) => `    ${line}`), '  ],']),
      '};',
      '',
    ].join('\n'),
  };
}

/** @returns {string[]} stylesheets that nothing loads */
export function unusedStyles() {
  const lists = Object.values(preloads()).join('\n');
  return ['app', 'ui', 'features'].flatMap(stylesIn).filter((path) => !lists.includes(`/${path}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(preloads())) writeFileSync(join(root, path), text);
}

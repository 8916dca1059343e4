// @ts-check
// Writes what browsers load, into wwwroot: the modules of client/ in few files, and the styles of each view in one: `npm run bundle`. A test does the same and
// compares. The stylesheet of a module has its name and lies beside it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const web = dirname(fileURLToPath(import.meta.url));
const client = join(web, 'client');
export const root = join(web, 'wwwroot');
/** The folders in wwwroot that hold nothing else. */
export const FOLDERS = ['modules', 'styles'];

const RESUME = join(client, 'app/shell/resume.js');
const MAIN = join(client, 'app/shell/main.js');
/** No module imports it: a `Worker` is started with its address. */
const WORKER = join(client, 'features/tasks/editor/markdownWorker.js');
const LOADERS = [join(client, 'app/shell/routes.js'), join(client, 'app/shell/dialogLoader.js')];
/** @type {Map<string, { imports: readonly string[], dynamicImports: readonly string[] }>} */
const graph = new Map();

/** @type {Record<string, string>} by path in wwwroot */
const files = {};

const chunks = await bundle();
for (const { fileName, code } of chunks) files[`modules/${fileName}`] = code;

const main = new Set(modulesOf(MAIN));
/** @type {Record<string, string[]>} by module: its styles */
const bundles = { [MAIN]: [...commonStyles(), ...stylesOf([...main])] };
for (const view of LOADERS.flatMap((path) => graph.get(path)?.dynamicImports ?? [])) bundles[view] = stylesOf(modulesOf(view).filter((module) => !main.has(module)));
for (const [module, styles] of Object.entries(bundles)) {
  files[`styles/${basename(module, '.js')}.css`] = `/* Made by npm run bundle, of the stylesheets beside the modules. */\n${styles.map((path) => readFileSync(path, 'utf8')).join('\n')}`;
}

export { files };

/** Stylesheets that nothing loads. */
export const unusedStyles = stylesIn('.').filter((path) => !Object.values(bundles).flat().includes(path));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of FOLDERS) {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder));
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
}

async function bundle() {
  const bundler = await rolldown({
    cwd: web,
    input: { resume: RESUME, main: MAIN, markdownWorker: WORKER },
    preserveEntrySignatures: false,
    plugins: [{ name: 'graph', moduleParsed: ({ id, importedIds, dynamicallyImportedIds }) => void graph.set(id, { imports: importedIds, dynamicImports: dynamicallyImportedIds }) }],
    onLog: (_, { message }) => {
      throw new Error(message);
    },
  });
  /** @type {Record<string, Set<string>>} */
  const within = {};
  /** @param {string} entry */
  const isPartOf = (entry) => (/** @type {string} */ module) => (within[entry] ??= new Set(modulesOf(entry))).has(module);
  const { output } = await bundler.generate({
    dir: join(root, 'modules'),
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // Not minified, for whoever reads or debugs it: the names stay, and each module stands under its path.
    minifyInternalExports: false,
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: {
      groups: [
        { name: 'session', test: isPartOf(RESUME), priority: 2 },
        { name: 'app', test: (module) => isPartOf(MAIN)(module) || module.startsWith(join(client, 'ui')), priority: 1 },
        // What several views need.
        { name: 'admin', test: (module) => module.startsWith(join(client, 'features/admin')), minShareCount: 2 },
        { name: 'tasks', test: (module) => module.startsWith(join(client, 'features/tasks')), minShareCount: 2 },
      ],
    },
  });
  await bundler.close();
  // An entry that is part of a group is left as a file that only imports the group's.
  return output.filter((file) => file.type === 'chunk').filter(({ isEntry, moduleIds }) => !isEntry || moduleIds.length > 0);
}

/**
 * @param {string} entry
 * @returns {string[]} this module and all that it imports: each after those that it builds on, as its styles are
 */
function modulesOf(entry) {
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {string[]} */
  const ordered = [];
  /** @param {string} module */
  const visit = (module) => {
    if (seen.has(module)) return;
    seen.add(module);
    graph.get(module)?.imports.forEach(visit);
    ordered.push(module);
  };
  visit(entry);
  return ordered;
}

/**
 * @param {string} fileName of a bundle
 * @returns {string[]} this one and all that it imports, beyond what the start page asks for
 */
export function filesOf(fileName) {
  const found = new Set([fileName]);
  for (const name of found) chunks.find((chunk) => chunk.fileName === name)?.imports.forEach((imported) => found.add(imported));
  return [...found].filter((name) => !['session.js', 'app.js'].includes(name));
}

/** @param {readonly string[]} modules */
function stylesOf(modules) {
  return modules.filter((module) => module.startsWith(client)).map((module) => module.replace(/\.js$/u, '.css')).filter((path) => existsSync(path));
}

/** @param {string} folder */
function stylesIn(folder) {
  return readdirSync(join(client, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(client, folder, path)).filter((path) => path.endsWith('.css'));
}

/** Of no module: they are for everything. The first names the layers. */
function commonStyles() {
  const common = stylesIn('ui').filter((path) => !existsSync(path.replace(/\.css$/u, '.js')));
  const first = ['ui/tokens.css', 'ui/base.css'].map((path) => join(client, path));
  return [...first, ...common.filter((path) => !first.includes(path)).sort()];
}

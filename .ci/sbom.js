// Writes bom.json, a CycloneDX list of what PrimeTask is made of: the NuGet packages of the services and the AppHost, and what comes another way.
//   dotnet restore && dotnet tool restore && npm run sbom
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'bom.json';
/** @param {string} path */
const read = (path) => readFileSync(path, 'utf8');
/**
 * @param {string} path
 * @param {RegExp} pattern
 */
const found = (path, pattern) => pattern.exec(read(path))?.[1] ?? (() => { throw new Error(`${path} has nothing like ${pattern}.`); })();

/**
 * @param {string} purl
 * @param {string} licence
 * @param {object} [more]
 */
const library = (purl, licence, more = {}) => {
  const [, name, version] = /^pkg:[a-z]+\/(.+)@(.+)$/.exec(purl) ?? (() => { throw new Error(`${purl} names no version.`); })();
  return { type: 'library', 'bom-ref': purl, name: decodeURIComponent(name), version, licenses: [{ license: { id: licence } }], purl, ...more };
};

execFileSync(
  'dotnet',
  [
    'CycloneDX', 'PrimeTask.AppHost/PrimeTask.AppHost.csproj', '--recursive', '--disable-package-restore', '--no-serial-number',
    '--set-name', 'PrimeTask', '--output', '.', '--filename', file, '--output-format', 'Json', '--spec-version', '1.6',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

// What the web app's bundles hold.
const modules = Object.entries(JSON.parse(read('package-lock.json')).packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { version, license }]) => library(`pkg:npm/${path.replace('node_modules/', '').replace('@', '%40')}@${version}`, license));

const garnet = found('PrimeTask.Hosting/PrimeTask.Hosting.csproj', /<GarnetVersion>(.+)</);
const programs = 'PrimeTask.Hosting/PostgresPrograms.cs';
const postgres = found(programs, /NpmVersion = "(.+)"/);
const servers = [...read(programs).matchAll(/\["([a-z0-9]+-[a-z0-9]+)"\] = "([^"]+)"/g)].map(([, platform, hash]) =>
  library(`pkg:npm/%40embedded-postgres/${platform}@${postgres}`, 'PostgreSQL', {
    // Fetched where no PostgreSQL is installed.
    scope: 'optional',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
  }));
if (servers.length === 0) throw new Error(`${programs} names no package.`);

const bom = JSON.parse(read(file));
bom.components.push(...modules, library(`pkg:nuget/garnet-server@${garnet}`, 'MIT'), ...servers);
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
process.stdout.write(`${file}: ${bom.components.length} components\n`);

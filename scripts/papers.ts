// What of other people's work is in the build, and under which terms: a list of licences with their texts, the same list for
// the app to show, and a bill of materials (CycloneDX 1.6). Counterpart: build.mjs notes the packages and writes all into dist/; renderer/about/. Rule: made of what the
// bundler really took, never of what package.json asks for; nothing in it depends on the clock, so equal builds are equal.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

/** What we read of a package.json. */
interface Manifest {
  name: string;
  version: string;
  license: string;
  author?: string | { name: string };
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Lockfile {
  packages: Record<string, { integrity?: string }>;
}

interface ShippedPackage {
  /** Below the root. */
  folder: string;
  name: string;
  version: string;
  /** As SPDX says it. */
  licence: string;
  author: string | undefined;
  /** The licence files. */
  texts: string[];
  /** Names of packages it depends on. */
  needs: string[];
}

/** The terms that may be in what we ship, as SPDX names them: all allow it without asking more than to be named. */
export const ALLOWED_LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
];

/** The package folder that a module's path lies in, from `node_modules/` on; undefined for our own files. */
export function packageFolder(id: string): string | undefined {
  return /(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/**
 * A plugin that notes the package of every module that ends up in a bundle. Style sheets are gone from the bundle by then,
 * but what they brought, such as fonts, isn't.
 */
export function notePackages(into: Set<string>): Plugin {
  const note = (id: string) => {
    const folder = packageFolder(id);
    if (folder !== undefined) into.add(folder);
  };
  return {
    name: 'posthorn:packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.moduleIds.forEach(note);
      for (const id of this.getModuleIds()) if (/\.css($|\?)/.test(id)) note(id);
    },
  };
}

/** What a package says about itself. `folder` is below `root`. */
export function readPackage(root: string, folder: string): ShippedPackage {
  const at = join(root, folder);
  const said = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as Manifest;
  const files = readdirSync(at).filter((file) => /^(licen[cs]e|copying|notice)([-.].*)?$/i.test(file));
  const texts = files
    .filter((file) => !file.endsWith('.json'))
    .map((file) => readFileSync(join(at, file), 'utf8').trim());
  const { name, version, license: licence } = said;
  const author = typeof said.author === 'string' ? said.author : said.author?.name;
  return { folder, name, version, licence, author, texts, needs: Object.keys(said.dependencies ?? {}) };
}

/** Whether terms such as `(MIT OR EUPL-1.1+)` leave one that is allowed. */
export function isAllowed(licence: string | undefined): boolean {
  return String(licence)
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => ALLOWED_LICENCES.includes(one));
}

/** Everything as text, a package after the other. */
export function licenceList(packages: readonly ShippedPackage[]): string {
  const head =
    'Posthorn is under the MIT licence. In it is the work of others, under the terms below.\n' +
    'Electron, and Chromium in it, bring their own lists.\n';
  const parts = packages.map(
    ({ name, version, licence, texts }) => `${name} ${version}\n${licence}\n\n${texts.join('\n\n')}\n`,
  );
  const line = `\n${'-'.repeat(80)}\n\n`;
  return [head, ...parts].join(line);
}

/** The list as a module: the one kind of file that the page's policy lets it read in a browser and in the window alike. */
export function licenceModule(packages: readonly ShippedPackage[]): string {
  const licences = packages.map(({ name, version, licence, texts }) => ({
    name,
    version,
    licence,
    text: texts.join('\n\n'),
  }));
  return `export const licences = ${JSON.stringify(licences)};\n`;
}

/** `pkg:npm/%40scope/name@1.0.0` */
const packageUrl = ({ name, version }: { name: string; version: string }) =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The bill of materials. `app`: our own package.json; `lock`: package-lock.json, which knows a hash of each package. */
export function billOfMaterials(packages: readonly ShippedPackage[], app: Manifest, lock: Lockfile): object {
  const hashes = (folder: string) => {
    const [, sha512] = /^sha512-(.+)$/.exec(lock.packages[folder]?.integrity ?? '') ?? [];
    return sha512 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] };
  };
  const terms = (licence: string) => [/ /.test(licence) ? { expression: licence } : { license: { id: licence } }];
  const component = (one: ShippedPackage) => ({
    type: 'library',
    'bom-ref': packageUrl(one),
    name: one.name,
    version: one.version,
    ...(one.author === undefined ? {} : { author: one.author }),
    ...hashes(one.folder),
    licenses: terms(one.licence),
    purl: packageUrl(one),
  });
  const electron = { name: 'electron', version: app.devDependencies['electron'] ?? '' };
  const runtime = {
    type: 'framework',
    'bom-ref': packageUrl(electron),
    ...electron,
    description: 'Brings Chromium and Node; added by packing, absent where a browser is the window',
    licenses: terms('MIT'),
    purl: packageUrl(electron),
  };
  const self = packageUrl(app);
  const folders = new Map(packages.map((one) => [one.folder, one]));
  /** As Node looks: in the package's own folder, then in each around it. */
  const found = (folder: string, name: string): string[] => {
    const one = folders.get(`${folder}node_modules/${name}`);
    if (one) return [packageUrl(one)];
    return folder === '' ? [] : found(folder.replace(/node_modules\/(@[^/]+\/)?[^/]+\/$/, ''), name);
  };
  const refs = (folder: string, names: readonly string[]) => names.flatMap((name) => found(folder, name));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: app.name,
        version: app.version,
        licenses: terms(app.license),
        purl: self,
      },
    },
    components: [...packages.map(component), runtime],
    dependencies: [
      { ref: self, dependsOn: [...refs('', Object.keys(app.dependencies ?? {})), runtime['bom-ref']] },
      ...packages.map((one) => ({ ref: packageUrl(one), dependsOn: refs(`${one.folder}/`, one.needs) })),
      { ref: runtime['bom-ref'], dependsOn: [] },
    ],
  };
}

/** All of them, of the packages in these folders, as the files they become. */
export function papers(root: string, folders: ReadonlySet<string>): Record<string, string> {
  const json = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
  const packages = [...folders].sort().map((folder) => readPackage(root, folder));
  return {
    'THIRD-PARTY-LICENSES.txt': licenceList(packages),
    'renderer/licences.js': licenceModule([readPackage(root, ''), ...packages]),
    'sbom.cdx.json': `${JSON.stringify(billOfMaterials(packages, json<Manifest>('package.json'), json<Lockfile>('package-lock.json')), null, 2)}\n`,
  };
}

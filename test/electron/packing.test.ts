// What would be packed, of the app as it is built: the right files and nothing else, icons of the sizes that systems ask for,
// a licence for everything in it, and a bill of materials that agrees with what the bundles say of themselves.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { icnsImages, icoImages, pngSize } from '../../scripts/icon-files.ts';
import { chosen, packConfig, packedFiles, packProblems } from '../../scripts/pack-list.ts';
import { isAllowed, packageFolder, readPackage } from '../../scripts/papers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => fs.readFileSync(path.join(root, file));
const json = (file: string): unknown => JSON.parse(read(file).toString());

describe('the packed app', () => {
  it('holds the built programs of a window and nothing else', () => {
    expect(packProblems(packedFiles(root))).toEqual([]);
  });

  it.each([
    ['a source map', 'dist/renderer/assets/app.js.map'],
    ['a test', 'dist/renderer/test/app.js'],
    ['a key', 'dist/renderer/lab.pem'],
    ['a setting', 'dist/renderer/.env'],
    ['another program', 'dist/web/server.js'],
  ])('%s would be noticed', (_what, file) => {
    expect(packProblems([{ path: file, octets: 1 }])).toContain(`${file} has no business there`);
  });

  it('fetches nothing from anywhere: page and styles name no other place', () => {
    const shown = packedFiles(root).filter((file) => /\.(html|css)$/.test(file.path));
    expect(shown.length).toBeGreaterThan(1);
    for (const { path: file } of shown)
      expect(read(file).toString(), file).not.toMatch(/(?:src|href)="(?:\w+:|\/\/)|url\(["']?(?:https?:|\/\/)|@import/);
  });

  it('takes what a later pattern takes', () => {
    const paths = ['a/b.js', 'a/b.map', 'a/deep/c.js', 'd.js'];
    expect(chosen(['a/**/*', '!a/**/*.map', '!a/deep/**/*'], paths)).toEqual(['a/b.js']);
  });

  it('publishes nothing, updates nothing and opens sessions', () => {
    const config = packConfig(root) as Record<string, unknown>;
    expect(config).toMatchObject({
      publish: null,
      asar: true,
      afterPack: './electron/fuses.ts',
      fileAssociations: [{ ext: 'posthorn', mimeType: 'application/x-posthorn-session', role: 'Viewer' }],
      linux: { target: ['AppImage', 'deb'] },
      mac: { target: ['dmg', 'zip'] },
      win: { target: 'nsis' },
    });
    const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(json('package.json'));
    expect(Object.keys(dependencies)).not.toContain('electron-updater');
    for (const { from } of z.array(z.object({ from: z.string() })).parse(config['extraResources'])) {
      expect(fs.existsSync(path.join(root, from)), from).toBe(true);
    }
  });
});

describe('icons', () => {
  it.each([16, 32, 48, 64, 128, 256, 512])('Linux, %i pixels', (size) => {
    expect(pngSize(read(`electron/icons/linux/${size}x${size}.png`))).toEqual({ width: size, height: size });
  });

  it.each(['posthorn', 'session'])('Windows and macOS: %s', (name) => {
    const widths = (images: Iterable<Uint8Array>) => [...images].map((png) => pngSize(png).width);
    expect(widths(icoImages(read(`electron/icons/${name}.ico`)))).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const mac = icnsImages(read(`electron/icons/${name}.icns`));
    expect(Object.fromEntries([...mac].map(([type, png]) => [type, pngSize(png).width]))).toEqual({
      ...{ icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128 },
      ...{ ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 },
    });
  });
});

/** As much of CycloneDX 1.6 as a reader of the bill relies on; whatever else stood there would be refused. */
const Licences = z.tuple([
  z.union([
    z.strictObject({ license: z.strictObject({ id: z.string() }) }),
    z.strictObject({ expression: z.string() }),
  ]),
]);
const Purl = z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/);
const Component = z.strictObject({
  type: z.enum(['application', 'framework', 'library']),
  'bom-ref': Purl,
  name: z.string(),
  version: z.string(),
  author: z.string().optional(),
  description: z.string().optional(),
  hashes: z
    .tuple([z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })])
    .optional(),
  licenses: Licences,
  purl: Purl,
});
const Bill = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  metadata: z.strictObject({ component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.strictObject({ ref: Purl, dependsOn: z.array(Purl) })),
});

describe('whose work is in it', () => {
  const bill = Bill.parse(json('dist/sbom.cdx.json'));
  const libraries = bill.components.filter(({ type }) => type === 'library');

  it('the bill names each once, with a hash, and nobody who isn’t there', () => {
    const refs = [bill.metadata.component, ...bill.components].map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bill.dependencies.map(({ ref }) => ref).toSorted()).toEqual(refs.toSorted());
    for (const { dependsOn } of bill.dependencies) expect(refs).toEqual(expect.arrayContaining(dependsOn));
    for (const { name, hashes } of libraries) expect(hashes, name).toBeDefined();
  });

  it('they are those whose code the bundles’ own maps show, and the fonts', () => {
    const maps = fs
      .readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.map'));
    const folders = maps.flatMap((file) => {
      const { sources } = z.object({ sources: z.array(z.string()) }).parse(json(path.join('dist', file)));
      return sources.flatMap((source) => packageFolder(source) ?? []);
    });
    const called = ({ name, version }: { name: string; version: string }) => `${name} ${version}`;
    const fonts = libraries.filter(({ name }) => name.startsWith('@fontsource/'));
    expect(fonts).toHaveLength(2);
    const shown = [...[...new Set(folders)].map((folder) => readPackage(root, folder)), ...fonts];
    expect(libraries.map(called).toSorted()).toEqual(shown.map(called).toSorted());
  });

  it('the app shows the same list, its own terms first', async () => {
    const Shown = z.object({
      licences: z.array(z.object({ name: z.string(), version: z.string(), text: z.string() })),
    });
    const { licences } = Shown.parse(await import(path.join(root, 'dist/renderer/licences.js')));
    expect(licences.map(({ name }) => name)).toEqual(['posthorn', ...libraries.map(({ name }) => name)]);
    expect(licences[0]?.text).toBe(read('LICENSE').toString().trim());
    for (const { name, text } of licences) expect(text.length, name).toBeGreaterThan(200);
  });

  it('all under terms that allow it, with the text of the terms', () => {
    const list = read('dist/THIRD-PARTY-LICENSES.txt').toString();
    for (const { name, version } of libraries) {
      const { licence, texts } = readPackage(root, `node_modules/${name}`);
      expect(isAllowed(licence), `${name}: ${licence}`).toBe(true);
      expect(texts.join('').length, name).toBeGreaterThan(200);
      expect(list).toContain(`${name} ${version}\n${licence}\n\n${texts[0]}`);
    }
  });

  it.each(['GPL-3.0', 'UNLICENSED', undefined, 'MIT AND GPL-2.0', 'SEE LICENSE IN x'])(
    '%s isn’t allowed',
    (licence) => {
      expect(isAllowed(licence)).toBe(false);
    },
  );
});

describe('the release workflow', () => {
  const workflow = read('.github/workflows/release.yml').toString();

  it('runs nothing that can change under our feet', () => {
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(3);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('may read, and write one thing in one place', () => {
    expect(workflow.match(/^permissions: .*$/gm)).toEqual(['permissions: {}']);
    expect(workflow.match(/\w+: write/g)).toEqual(['contents: write']);
    expect(workflow).not.toContain('pull_request');
    expect(workflow).not.toMatch(/secrets\./);
  });
});

// Which files go into the packed app, by the patterns of electron-builder.yml and without electron-builder, and what must be
// true of that list. Counterpart: pack-check.mjs prints it, test/electron/packing.test.ts asks it of the built app. Rule: pure
// but for reading; a pattern is one that electron-builder and `path.matchesGlob` read alike.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob, relative, sep } from 'node:path';
import { parse } from 'yaml';

/** electron-builder.yml, as data. */
export function packConfig(root: string): { files: string[] } & Record<string, unknown> {
  return parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as { files: string[] };
}

/** Of `paths`, those that the patterns take: a later pattern overrules an earlier one, `!` leaves out. */
export function chosen(patterns: readonly string[], paths: readonly string[]): string[] {
  return paths.filter((path) =>
    patterns.reduce<boolean>((isIn, pattern) => {
      const leavesOut = pattern.startsWith('!');
      return matchesGlob(path, leavesOut ? pattern.slice(1) : pattern) ? !leavesOut : isIn;
    }, false),
  );
}

export interface PackedFile {
  /** From the root, with slashes. */
  path: string;
  octets: number;
}

/** The files that would be packed. */
export function packedFiles(root: string): PackedFile[] {
  const below = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return chosen(packConfig(root).files, ['package.json', ...below]).map((path) => ({
    path,
    octets: statSync(join(root, path)).size,
  }));
}

const NEEDED = [
  'package.json',
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/engine/host.js',
  'dist/renderer/index.html',
];
const EXPECTED = /^(package\.json|dist\/(electron\/|engine\/host|renderer\/))/;
/** Tests, sources, maps, keys and settings of whoever built it. */
const UNWANTED = /\.(tsx?|map|pem|key|p12|log|md)$|(^|\/)(\.|test|node_modules)/;
/** The archive as it is, and room to grow by a third: what makes it larger than that should be seen. */
export const MOST_OCTETS = 10 * 1024 * 1024;

/** What is wrong with a list, as sentences. */
export function packProblems(files: readonly PackedFile[]): string[] {
  const paths = files.map(({ path }) => path);
  const octets = files.reduce((sum, file) => sum + file.octets, 0);
  return [
    ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...paths
      .filter((path) => !EXPECTED.test(path) || UNWANTED.test(path))
      .map((path) => `${path} has no business there`),
    ...(octets > MOST_OCTETS ? [`${octets} octets are more than ${MOST_OCTETS}`] : []),
  ];
}

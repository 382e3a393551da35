// The import table of the design holds: each forbidden import, planted in a copy of the project's own configuration,
// turns the lint red, and the types too where the compiler can know. What the table allows stays green.
// The copy holds the planted files only, so that nothing but the rules decides.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = [
  'mail',
  'contract',
  'site',
  'engine',
  'lessons',
  'renderer',
  'web',
  'electron',
  'bench',
  'mark',
  'play',
  'test',
];
const CONFIGURATION = ['package.json', 'tsconfig.json', 'tsconfig.base.json', '.oxlintrc.json', 'scripts'];

interface Plant {
  readonly file: string;
  readonly text: string;
  /** Which checks must complain; lint alone where the compiler has nothing against it. */
  readonly red: readonly ('lint' | 'types')[];
}

const both = ['lint', 'types'] as const;
const usesFrom = (path: string) => `import { thing } from '${path}';\nexport const used = thing;\n`;

const FORBIDDEN: readonly Plant[] = [
  { file: 'renderer/uses-engine.ts', text: usesFrom('../engine/thing.ts'), red: both },
  { file: 'renderer/map/uses-engine-deeper.ts', text: usesFrom('../../engine/thing.ts'), red: both },
  { file: 'renderer/loads-engine-late.ts', text: `export const later = import('../engine/thing.ts');\n`, red: both },
  { file: 'renderer/uses-engine-type.ts', text: `export type { Kind } from '../engine/thing.ts';\n`, red: both },
  { file: 'renderer/uses-node.ts', text: `export { join } from 'node:path';\n`, red: both },
  // Electron is installed, so that the compiler finds it from everywhere. Its types bring node's along, which would
  // make the plant before this one legal: hence a file that the compiler doesn't read.
  { file: 'renderer/uses-electron.js', text: `import 'electron';\n`, red: ['lint'] },
  { file: 'web/uses-electron.ts', text: `import 'electron';\n`, red: ['lint'] },
  { file: 'engine/uses-electron.ts', text: `import 'electron';\n`, red: ['lint'] },
  { file: 'electron/uses-renderer.ts', text: usesFrom('../renderer/thing.ts'), red: both },
  { file: 'mail/uses-contract.ts', text: usesFrom('../contract/thing.ts'), red: both },
  { file: 'mail/uses-package.ts', text: `export { z } from 'zod';\n`, red: ['lint'] },
  { file: 'contract/uses-node.ts', text: `export { readFileSync } from 'node:fs';\n`, red: both },
  { file: 'contract/uses-mail.ts', text: usesFrom('../mail/thing.ts'), red: both },
  { file: 'contract/uses-package.ts', text: `export { create } from 'zustand';\n`, red: ['lint'] },
  { file: 'engine/uses-renderer.ts', text: usesFrom('../renderer/thing.ts'), red: both },
  { file: 'engine/uses-lessons.ts', text: usesFrom('../lessons/thing.ts'), red: both },
  { file: 'engine/smtp/reads-clock.ts', text: 'export const now = () => Date.now();\n', red: ['lint'] },
  { file: 'engine/makes-date.ts', text: 'export const now = () => new Date();\n', red: ['lint'] },
  { file: 'engine/throws-dice.ts', text: 'export const dice = () => Math.random();\n', red: ['lint'] },
  { file: 'engine/waits.ts', text: 'export const wait = (done: () => void) => setTimeout(done, 5);\n', red: ['lint'] },
  { file: 'engine/takes-random.ts', text: `export { randomBytes } from 'node:crypto';\n`, red: ['lint'] },
  { file: 'lessons/uses-engine.ts', text: usesFrom('../engine/thing.ts'), red: both },
  { file: 'lessons/uses-renderer.ts', text: usesFrom('../renderer/thing.ts'), red: both },
  { file: 'web/uses-engine.ts', text: usesFrom('../engine/thing.ts'), red: both },
  { file: 'web/uses-mail.ts', text: usesFrom('../mail/thing.ts'), red: both },
  { file: 'site/uses-engine.ts', text: usesFrom('../engine/thing.ts'), red: both },
  { file: 'renderer/uses-site.ts', text: usesFrom('../site/thing.ts'), red: both },
  { file: 'electron/uses-engine.ts', text: usesFrom('../engine/thing.ts'), red: both },
  { file: 'mark/uses-renderer.ts', text: usesFrom('../renderer/thing.ts'), red: both },
  { file: 'play/uses-renderer.ts', text: usesFrom('../renderer/thing.ts'), red: both },
  { file: 'bench/uses-renderer.ts', text: usesFrom('../renderer/thing.ts'), red: both },
];

const thing = `export type Kind = 'a';\nexport const thing: Kind = 'a';\n`;

const ALLOWED: readonly Omit<Plant, 'red'>[] = [
  ...FOLDERS.map((folder) => ({ file: `${folder}/thing.ts`, text: thing })),
  { file: 'mail/inner/uses-mail.ts', text: usesFrom('../thing.ts') },
  {
    file: 'contract/inner/uses-zod.ts',
    text: `export { z } from 'zod';\nexport { z as y } from 'zod/v4';\n${usesFrom('../thing.ts')}`,
  },
  { file: 'engine/uses-mail.ts', text: `export { join } from 'node:path';\n${usesFrom('../mail/thing.ts')}` },
  { file: 'engine/uses-contract.ts', text: usesFrom('../contract/thing.ts') },
  { file: 'engine/dates.ts', text: 'export const date = (ms: number) => new Date(ms);\n' },
  { file: 'engine/world.ts', text: 'export const now = () => Date.now() + new Date().getTime();\n' },
  { file: 'lessons/uses-mail.ts', text: usesFrom('../mail/thing.ts') },
  { file: 'renderer/uses-lessons.ts', text: usesFrom('../lessons/thing.ts') },
  { file: 'renderer/uses-mail.ts', text: usesFrom('../mail/thing.ts') },
  { file: 'web/uses-contract.ts', text: `export { join } from 'node:path';\n${usesFrom('../contract/thing.ts')}` },
  { file: 'web/uses-site.ts', text: usesFrom('../site/thing.ts') },
  { file: 'engine/uses-site.ts', text: usesFrom('../site/thing.ts') },
  { file: 'electron/uses-electron.ts', text: `export { app } from 'electron';\n${usesFrom('../contract/thing.ts')}` },
  { file: 'bench/uses-engine.ts', text: usesFrom('../engine/thing.ts') },
  { file: 'mark/uses-lessons.ts', text: usesFrom('../lessons/thing.ts') },
  { file: 'mark/uses-engine.ts', text: usesFrom('../engine/thing.ts') },
];

let copy = '';
/** The files that each check complained about. */
const complained: Record<'lint' | 'types', readonly string[]> = { lint: [], types: [] };
const status: Record<string, number | null> = {};

/** Runs one of the project's checks inside the copy, as `npm run check` would. */
function check(name: 'lint' | 'types'): void {
  const { stdout, status: code } = spawnSync(process.execPath, [join(copy, 'scripts/check.mjs'), name], {
    encoding: 'utf8',
  });
  // oxlint writes `,-[path:line:column]` (with a finer frame where it uses colours), tsc `path(line,column): error`,
  // and names further importers of the same file below it.
  const places = stripVTControlCharacters(stdout)
    .replaceAll('\\', '/')
    .matchAll(
      /^\s*(?:,-|╭─)\[([^:]+):|^([^\s(]+)\(\d+,\d+\): error|Imported via .* from file '.*\/posthorn-rules-\w+\/(.+)'/gm,
    );
  complained[name] = Array.from(places, ([, lint, error, importer]) => lint ?? error ?? importer ?? '');
  status[name] = code;
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'posthorn-rules-'));
  for (const path of [...CONFIGURATION, ...FOLDERS.map((folder) => `${folder}/tsconfig.json`)]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const { file, text } of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  check('lint');
  check('types');
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a planted import turns the checks red', () => {
  it('fails both checks as a whole', () => expect(status).toEqual({ lint: 1, types: 1 }));

  for (const { file, red } of FORBIDDEN) {
    for (const name of red) it(`${name}: ${file}`, () => expect(complained[name]).toContain(file));
  }
});

describe('what the table allows stays green', () => {
  for (const { file } of ALLOWED) {
    it(file, () => expect([...complained.lint, ...complained.types]).not.toContain(file));
  }
});

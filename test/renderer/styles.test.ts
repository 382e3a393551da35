// What comes later brings its own styles: a view that is loaded when it is shown must not count on another that happened
// to be open before.

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const inside = (file: string, spec: string) => path.join(path.dirname(file), spec);

const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root });
const text = new Map(sources.map((file) => [file, read(file)]));

const STATIC = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'(\.[^']+)';/gm;
const DYNAMIC = /import\('(\.[^']+)'\)/g;
const found = (file: string, pattern: RegExp) =>
  [...(text.get(file) ?? '').matchAll(pattern)].map(([, spec = '']) => inside(file, spec));

/** The file and all that comes with it: sources and styles. */
function withImports(file: string, all = new Set<string>()): Set<string> {
  if (all.has(file)) return all;
  all.add(file);
  for (const next of found(file, STATIC)) withImports(next, all);
  return all;
}

/** Class -> the style sheets that say something of it. */
const styled = new Map<string, Set<string>>();
for (const sheet of globSync('renderer/**/*.css', { cwd: root })) {
  const rules = read(sheet).replaceAll(/url\([^)]*\)|\/\*.*?\*\//gs, '');
  for (const [, name = ''] of rules.matchAll(/\.([a-z][\w-]*)/g))
    styled.set(name, (styled.get(name) ?? new Set()).add(sheet));
}

/** Classes that a view writes down. What is put together as it runs has its base beside it. */
const classesIn = (file: string) =>
  [...(text.get(file) ?? '').matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain, code]) =>
    plain === undefined
      ? [...(code ?? '').matchAll(/['"`]([\w\s-]*)['"`$]/g)].flatMap(([, words = '']) => words.split(/\s+/))
      : plain.split(/\s+/),
  );

it('every view that comes later brings the styles that it needs', () => {
  const first = withImports('renderer/main.tsx');
  const later = new Set(sources.flatMap((file) => found(file, DYNAMIC)));
  expect(later.size).toBeGreaterThan(10);
  const missing = [...later].flatMap((view) => {
    const own = withImports(view);
    const isThere = (sheet: string) => first.has(sheet) || own.has(sheet);
    return [...own].flatMap((file) =>
      classesIn(file)
        .filter((name) => {
          const sheets = [...(styled.get(name) ?? [])];
          return sheets.length > 0 && !sheets.some(isThere);
        })
        .map((name) => `${view}: .${name} of ${file}`),
    );
  });
  expect([...new Set(missing)]).toEqual([]);
});

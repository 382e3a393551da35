// The theme's styles come before those of every view, whatever file the build puts them into: a view goes over them with a
// selector no stronger than theirs.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const RENDERER = path.resolve(import.meta.dirname, '../../dist/renderer');
/** A rule of theme/base.css, and one of a view that goes over it. */
const OF_THE_THEME = '.plain-button{';
const OF_A_VIEW = '.letters__more{';

it.each(['index.html', 'follow.html'])('%s', (page) => {
  const html = readFileSync(path.join(RENDERER, page), 'utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"/g)].map(([, file = '']) => file);
  const styles = sheets.map((file) => readFileSync(path.join(RENDERER, file), 'utf8')).join('\n');
  expect(styles).toContain(OF_A_VIEW);
  expect(styles.indexOf(OF_THE_THEME)).toBeGreaterThan(-1);
  expect(styles.indexOf(OF_THE_THEME)).toBeLessThan(styles.indexOf(OF_A_VIEW));
});

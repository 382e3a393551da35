// The catalogue: parameters and plurals, no entry that nobody uses, and no view with words of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { en } from '../../../renderer/text/en.ts';
import { t } from '../../../renderer/text/t.ts';
import { showList, showShortTime, showTime } from '../../../renderer/text/times.ts';

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^text.(en(-\w+)?\.ts|de.)/.test(file))
  .map((file) => ({ file, text: readFileSync(join(renderer, file), 'utf8') }));

describe('t', () => {
  it('puts parameters in, numbers as people write them', () => {
    expect(t('bulk.mailData', { octets: 12345 })).toBe('the letter, 12,345 octets');
    expect(t('send.who', { from: 'Ann' })).toBe('Ann writes to {to}.');
  });

  it('chooses by count', () => {
    expect(t('lookups.title', { count: 1 })).toBe('1 DNS question');
    expect(t('lookups.title', { count: 0 })).toBe('0 DNS questions');
  });

  it('writes times in UTC and short ones in four characters', () => {
    expect(showTime(Date.UTC(2026, 0, 5, 9, 0, 12))).toBe('09:00:12');
    expect([0.2, 7.4, 999.4, 1500, 31_000, 720_000].map(showShortTime)).toEqual([
      '1',
      '7',
      '1.0s',
      '1.5s',
      '31s',
      '12m',
    ]);
    expect(showList(['a', 'b', 'c'])).toBe('a, b, and c');
  });
});

describe('the catalogue', () => {
  const all = sources.map(({ text }) => text).join('\n');
  /** `role.${role}` uses every key that begins so. */
  const prefixes = [...all.matchAll(/`((?:[a-z]+\.)+)(?=\$\{)/g)].map((match) => match[1] ?? '');

  it('holds nothing that no view says', () => {
    const isUsed = (key: string) => all.includes(`'${key}'`) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('is the only place with words: no literal text or label in a view', () => {
    const literals = sources
      .filter(({ file }) => file.endsWith('.tsx'))
      .flatMap(({ file, text }) => {
        const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
        const inText = [...code.matchAll(/<\/?[\w.]+[^<>]*(?<!=)>\s*([^<>{}();=]*[A-Za-z]{2,}[^<>{}();=]*)</g)];
        const inLabels = [...code.matchAll(/\b(?:aria-label|title|placeholder|alt|label)="([^"]*)"/g)];
        return [...inText, ...inLabels].map((match) => `${file}: ${match[1]?.trim()}`);
      });
    expect(literals).toEqual([]);
  });
});

// German says what English says: the same {names}, its own numbers and times, English where it has no words.

import { afterEach, describe, expect, it } from 'vitest';

import { firstOf } from '../../../renderer/settings/app-language.ts';
import { de } from '../../../renderer/text/de/index.ts';
import { type Entry, speak } from '../../../renderer/text/language.ts';
import { showOctets } from '../../../renderer/text/octets.ts';
import { english, t } from '../../../renderer/text/t.ts';
import { showClock, showDuration, showList } from '../../../renderer/text/times.ts';

afterEach(() => speak('en'));

describe('the German catalogues', () => {
  const entries = Object.entries<Entry>(de);

  it('put in what the English ones put in', () => {
    const others = entries.filter(([key, entry]) => names(entry) !== names(english[key as keyof typeof de]));
    expect(others.map(([key]) => key)).toEqual([]);
  });

  it('have the quotation marks and the spaces of German', () => {
    const wrong = entries.filter(([, entry]) => forms(entry).some((text) => /“[^“„]*”|”| [,;!]|’s\b/.test(text)));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe('the language that is spoken', () => {
  it('has its plurals, numbers, times and lists', async () => {
    await speak('de');
    expect(t('app.letters', { count: 1 })).toBe('1 Brief');
    expect(t('app.letters', { count: 12_345 })).toBe('12.345 Briefe');
    expect(showOctets(1500)).toBe('1,5 kB');
    expect(showDuration(3_660_000)).toBe('1 Std. 1 Min.');
    expect(showList(['a', 'b', 'c'])).toBe('a, b und c');
    expect(showClock(Date.UTC(2026, 0, 5, 9, 0, 12))).toMatch(/^Mo\.? 5\. Jan\. 2026 (um )?09:00:12$/);
  });

  it('is the one that was asked for last', async () => {
    await Promise.all([speak('de'), speak('en')]);
    expect(t('lessons.title')).toBe('Lessons');
  });

  it('is the first that the system wishes and the app knows', () => {
    expect(firstOf(['fr', 'de-AT', 'en'])).toBe('de');
    expect(firstOf(['fr'])).toBe('en');
  });
});

const forms = (entry: Entry) => (typeof entry === 'string' ? [entry] : [entry.one, entry.other]);

/** A form may say a count as a word, so the names of all forms count together. */
const names = (entry: Entry) =>
  [...new Set(forms(entry).flatMap((text) => [...text.matchAll(/\{\w+\}/g)].map(String)))].toSorted().join(' ');

// What is offered while a filter is typed, and what taking an offer makes of the text.

import { describe, expect, it } from 'vitest';

import { FILTER_KEYS } from '../../../contract/filter/keys/index.ts';
import { suggest } from '../../../renderer/filter/suggest.ts';
import { filterHelp } from '../../../renderer/text/filter-help.ts';

const names = {
  host: new Map([
    ['mx1', 'exchanger'],
    ['mx2', 'exchanger'],
  ]),
  message: new Map([['3', 'Greetings']]),
};
const labels = (text: string, caret = text.length) => suggest(text, caret, names).map((one) => one.label);

describe('what could be typed next', () => {
  it('is a word at first, then its values', () => {
    expect(labels('')).toEqual(FILTER_KEYS.map(({ key }) => `${key}:`));
    expect(labels('re')).toEqual(['reply:']);
    expect(labels('reply:4')).toEqual(['4xx']);
    expect(labels('host:')).toEqual(['mx1', 'mx2']);
    expect(labels('reply:4xx,5')).toEqual(['5xx']);
    expect(labels('host:mx1')).toEqual([]);
  });

  it('replaces the term at the caret and leaves the others alone', () => {
    const [word] = suggest('re host:mx1', 2, names);
    expect(word).toMatchObject({ text: 'reply: host:mx1', caret: 6 });
    const [value] = suggest('reply:4 host:mx1', 7, names);
    expect(value).toMatchObject({ text: 'reply:4xx host:mx1', caret: 9 });
    const [last] = suggest('-host:m', 7, names);
    expect(last).toMatchObject({ text: '-host:mx1 ', caret: 10 });
  });

  it('has help for every word of the language', () => {
    for (const { key } of FILTER_KEYS) expect(filterHelp(key)).not.toBe('');
  });
});

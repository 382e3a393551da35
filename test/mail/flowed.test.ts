// Plain text: paragraphs that flow, lines that don't, and who is quoted.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { quotedText } from '../../mail/flowed.ts';

const flowed = { flowed: true, delSp: false };

test('soft line breaks join lines of one depth; a signature’s mark doesn’t', () => {
  expect(quotedText('One \ntwo\n>> old \n>> older\n> new\n-- \nme', flowed)).toEqual([
    { depth: 0, text: 'One two' },
    { depth: 2, text: 'old older' },
    { depth: 1, text: 'new' },
    { depth: 0, text: '-- \nme' },
  ]);
});

test('a stuffed space goes, and with DelSp the last one too', () => {
  expect(quotedText(' From me\n >no quote', flowed)).toEqual([{ depth: 0, text: 'From me\n>no quote' }]);
  expect(quotedText('日本 \n語', { flowed: true, delSp: true })).toEqual([{ depth: 0, text: '日本語' }]);
});

test('text that doesn’t flow keeps its lines', () => {
  expect(quotedText('a \nb\n> > c\n>d')).toEqual([
    { depth: 0, text: 'a \nb' },
    { depth: 2, text: 'c' },
    { depth: 1, text: 'd' },
  ]);
});

test('no line is lost, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('>', ' ', '\n', 'a', '-') }), (text) => {
      const letters = (some: string) => some.replaceAll(/[^a-]/g, '');
      expect(
        quotedText(text)
          .map((piece) => piece.text)
          .join('\n')
          .split('\n'),
      ).toHaveLength(text.split('\n').length);
      for (const delSp of [false, true]) {
        expect(
          letters(
            quotedText(text, { flowed: true, delSp })
              .map((piece) => piece.text)
              .join(''),
          ),
        ).toBe(letters(text));
      }
    }),
  );
});

// The filter that learns, by itself: the words of a letter, the arithmetic by hand, and what is unlearned again.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { WordBook } from '../../engine/policy/bayes/word-book.ts';
import { score, tokenProbability } from '../../mail/bayes/score.ts';
import { lettersTokens } from '../../mail/bayes/tokens.ts';
import { fromByteString } from '../../mail/bytes.ts';
import { BAYES_LIMITS } from '../../mail/limits.ts';
import { Message } from '../../mail/message.ts';

const letter = (body: string, header = 'From: a@b.example\r\n') => `${header}\r\n${body}\r\n`;
const tokensOf = (text: string) => lettersTokens(new Message(fromByteString(text)));

describe('the words of a letter', () => {
  test('each once, fields marked, links by their host, in lower case', () => {
    const text = letter(
      'Buy, buy! Only $20 at https://Shop.example/x?y',
      'From: A <A@b.example>\r\nSubject: Buy now\r\n',
    );
    expect(tokensOf(text)).toEqual([
      'from:a@b.example',
      'subject:buy',
      'subject:now',
      'link:shop.example',
      'buy',
      'only',
      '$20',
      'https',
      'shop',
      'example',
    ]);
  });

  test('as a reader sees them: decoded, without tags, of every part', () => {
    const body = [
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('Überraschung').toString('base64'),
      '--x',
      'Content-Type: text/html',
      '',
      '<p class="hidden">vis<b>ible</b></p>',
      '--x',
      'Content-Type: image/png',
      '',
      'notaword',
      '--x--',
    ].join('\r\n');
    const tokens = tokensOf(letter(body, 'Content-Type: multipart/mixed; boundary=x\r\n'));
    expect(tokens).toEqual(['überraschung', 'vis', 'ible']);
    expect(tokensOf('Subject: =?utf-8?q?caf=C3=A9?=\r\n\r\n')).toEqual(['subject:café']);
  });

  test('nothing that a stranger writes throws, takes long or gives more than the limit', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void lettersTokens(new Message(bytes))));
    const many = Array.from({ length: 50_000 }, (_, at) => `word${at}`).join(' ');
    expect(tokensOf(letter(many)).length).toBeLessThanOrEqual(BAYES_LIMITS.tokens);
    // Were it more than linear, it would outlast the test's own time.
    tokensOf(letter('<'.repeat(200_000), 'Content-Type: text/html\r\n'));
  });
});

describe('the arithmetic', () => {
  const letters = { junk: 2, other: 4 };

  test('a word by hand', () => {
    // In 2 of 2 junk letters and 1 of 4 others: b = 1, g = 0.25, p = 0.8; seen 3 times: f = (0.5 + 3 * 0.8) / 4.
    expect(tokenProbability({ junk: 2, other: 1 }, letters)).toBeCloseTo(0.725, 10);
    expect(tokenProbability({ junk: 1, other: 0 }, letters)).toBeCloseTo(0.75, 10);
    expect(tokenProbability({ junk: 0, other: 0 }, letters)).toBe(0.5);
  });

  test('words together by hand', () => {
    const known = new Map([
      ['offer', { junk: 2, other: 1 }],
      ['boat', { junk: 0, other: 2 }],
      ['new', { junk: 1, other: 2 }],
    ]);
    const found = score(['offer', 'boat', 'new', 'never'], (token) => known.get(token), letters);
    // f(boat) = (0.5 + 0) / 3; `new` says nothing: b = g.
    expect(found?.telling.map(({ token }) => token)).toEqual(['boat', 'offer']);
    const [boat, offer] = [0.5 / 3, 0.725];
    expect(found?.probability).toBeCloseTo((boat * offer) / (boat * offer + (1 - boat) * (1 - offer)), 10);
  });

  test('without both kinds of letters there is no answer, and fifteen words decide', () => {
    expect(score(['a'], () => ({ junk: 1, other: 0 }), { junk: 1, other: 0 })).toBeUndefined();
    const many = Array.from({ length: 40 }, (_, at) => `w${at}`);
    expect(score(many, () => ({ junk: 2, other: 0 }), letters)?.telling).toHaveLength(BAYES_LIMITS.telling);
  });

  test('a probability is one, whatever was counted', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    const seen = fc.array(fc.tuple(count, count), { maxLength: 40 });
    fc.assert(
      fc.property(seen, (counts) => {
        const found = score(
          counts.map((_, at) => String(at)),
          (token) => ({ junk: counts[Number(token)]?.[0] ?? 0, other: counts[Number(token)]?.[1] ?? 0 }),
          { junk: 1_000_000, other: 1_000_000 },
        );
        expect(found?.probability).toBeGreaterThanOrEqual(0);
        expect(found?.probability).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a word book', () => {
  const bytes = (text: string) => fromByteString(letter(text));
  const told = (book: WordBook) => [book.total, Object.fromEntries(book.words())];

  test('a letter that is moved back is unlearned, and one that is known teaches nothing', () => {
    const book = new WordBook();
    expect(book.learn(bytes('cheap pills'), 'junk')).toBe(true);
    expect(book.learn(bytes('cheap pills'), 'junk')).toBe(false);
    expect(book.counts('pills')).toEqual({ junk: 1, other: 0 });
    book.learn(bytes('cheap pills'), 'other');
    expect(book.counts('pills')).toEqual({ junk: 0, other: 1 });
    expect(book.total).toEqual({ junk: 0, other: 1 });
  });

  test('is the same after it was written and read, and a broken file is an empty book', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const taught = fc.array(fc.tuple(fc.array(word), fc.constantFrom('junk' as const, 'other' as const)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(taught, (letters) => {
        const book = new WordBook();
        for (const [words, kind] of letters) book.learn(bytes(words.join(' ')), kind);
        expect(told(WordBook.decode(book.encode()))).toEqual(told(book));
      }),
    );
    for (const broken of ['', '{}', '{"junk":-1}', '[]', '\0']) {
      expect(WordBook.decode(fromByteString(broken)).total).toEqual({ junk: 0, other: 0 });
    }
  });
});

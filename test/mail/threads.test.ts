// Letters become conversations: by what they say they follow, by their subjects, each exactly once.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { baseSubject } from '../../mail/base-subject.ts';
import { messageIds, referencesOf } from '../../mail/message-ids.ts';
import { type Thread, type Threadable, threadsOf } from '../../mail/threads.ts';

interface Short extends Threadable {
  name: string;
}

const letter = (name: string, subject: string, date_ms: number, ...references: string[]): Short => ({
  name,
  subject,
  date_ms,
  messageId: `<${name}>`,
  references: references.map((one) => `<${one}>`),
});

/** `a(b c(d))`; `-` for a place without a letter. */
const drawn = (threads: readonly Thread<Short>[]): string =>
  threads
    .map(({ letter: one, replies }) => (one?.name ?? '-') + (replies.length > 0 ? `(${drawn(replies)})` : ''))
    .join(' ');

describe('threadsOf', () => {
  test('answers stand below what they answer, by date', () => {
    const letters = [
      letter('d', 'Re: Hat', 4, 'a', 'b'),
      letter('a', 'Hat', 1),
      letter('c', 'Re: Hat', 3, 'a'),
      letter('b', 'Re: Hat', 2, 'a'),
      letter('x', 'Shoe', 0),
    ];
    expect(drawn(threadsOf(letters))).toBe('x a(b(d) c)');
  });

  test('a letter that isn’t here leaves its place to its answers', () => {
    expect(drawn(threadsOf([letter('b', 'Re: Hat', 2, 'a'), letter('c', 'Re: Hat', 3, 'a')]))).toBe('-(b c)');
    expect(drawn(threadsOf([letter('b', 'Re: Hat', 2, 'a')]))).toBe('b');
  });

  test('where nothing is referred to, the subject tells', () => {
    expect(drawn(threadsOf([letter('b', 'AW: Re: Hat', 2), letter('a', 'hat', 1)]))).toBe('a b');
    expect(drawn(threadsOf([letter('b', 'Re: [list] Hat (fwd)', 2), letter('a', 'hat', 1)]))).toBe('a(b)');
    expect(drawn(threadsOf([letter('b', 'Hat', 2), letter('a', 'Hat', 1)]))).toBe('-(a b)');
    expect(drawn(threadsOf([letter('b', '', 2), letter('a', '', 1)]))).toBe('a b');
  });

  test('nobody can be below themselves', () => {
    expect(drawn(threadsOf([letter('a', 'One', 1, 'b'), letter('b', 'Two', 2, 'a')]))).toBe('b(a)');
    expect(drawn(threadsOf([letter('a', 'One', 1, 'a')]))).toBe('a');
    expect(drawn(threadsOf([letter('a', 'One', 1), letter('a', 'Two', 2)]))).toBe('a a');
  });

  test('a chain as long as a mailbox is walked without a stack', () => {
    const chain = Array.from({ length: 2000 }, (_, at) => letter(`${at}`, `${at}`, at, ...(at ? [`${at - 1}`] : [])));
    let depth = 0;
    for (let thread = threadsOf(chain)[0]; thread; thread = thread.replies[0]) depth += 1;
    expect(depth).toBe(2000);
  });

  test('every letter stands there exactly once, whatever they say of each other', () => {
    const ids = fc.constantFrom('<a>', '<b>', '<c>', '<d>', '<e>');
    const letters = fc.array(
      fc.record({
        subject: fc.constantFrom('', 'Hat', 'Re: Hat', 'Shoe', 'Fwd: Shoe', '[x] Shoe'),
        date_ms: fc.option(fc.nat(9), { nil: undefined }),
        messageId: fc.option(ids, { nil: undefined }),
        references: fc.array(ids, { maxLength: 5 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(letters, (given) => {
        const seen: Threadable[] = [];
        const stack = threadsOf(given);
        for (let thread = stack.pop(); thread; thread = stack.pop()) {
          if (thread.letter) seen.push(thread.letter);
          else expect(thread.replies.length).toBeGreaterThan(0);
          stack.push(...thread.replies);
        }
        expect(seen).toHaveLength(given.length);
        expect(new Set(seen)).toEqual(new Set(given));
      }),
    );
  });
});

test.each([
  ['Re: Fwd: [list] Hat', 'hat', true],
  ['Hat (fwd) (FWD)', 'hat', true],
  ['[fwd: Re: Hat]', 'hat', true],
  ['[only a blob]', '[only a blob]', false],
  ['RE[2]: Hat', 'hat', true],
  ['  Hat   on a\tstick ', 'hat on a stick', false],
  ['Re:', '', true],
])('the base of %j', (subject, base, isReply) => {
  expect(baseSubject(subject)).toEqual({ base, isReply });
});

test('any subject has a base, and the base of a base is itself', () => {
  fc.assert(
    fc.property(fc.string(), (subject) => {
      const { base } = baseSubject(subject);
      expect(baseSubject(base).base).toBe(base);
    }),
  );
});

test('ids are what stands in angle brackets; In-Reply-To counts where there are no References', () => {
  expect(messageIds('<a@b> nonsense <c@d>\r\n\t<e f> <<g>')).toEqual(['<a@b>', '<c@d>', '<g>']);
  expect(referencesOf('<a> <b>', '<c>')).toEqual(['<a>', '<b>']);
  expect(referencesOf('none', 'your letter <c> and <d>')).toEqual(['<c>']);
  expect(messageIds('<a> '.repeat(5000)).length).toBe(100);
});

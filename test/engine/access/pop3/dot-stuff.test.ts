// Dots on their way out (RFC 1939 section 3): a client that undoes them has the stored octets again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotStuff, topOf } from '../../../../engine/access/pop3/dot-stuff.ts';

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');

describe('dot stuffing', () => {
  it.each([
    ['', '.\r\n'],
    ['a', 'a\r\n.\r\n'],
    ['a\r\n', 'a\r\n.\r\n'],
    ['.\r\n', '..\r\n.\r\n'],
    ['a\r\n.b\r\n..\r\n', 'a\r\n..b\r\n...\r\n.\r\n'],
    ['a\n.\nb', 'a\n..\nb\r\n.\r\n'],
  ])('%j', (octets, expected) => {
    expect(text(dotStuff(Buffer.from(octets)))).toBe(expected);
  });

  it('can be undone, and never ends early for a client that reads up to LF', () => {
    const octets = fc.array(fc.constantFrom('.', '\r\n', '\n', 'a', '..', '\r'), { maxLength: 40 });
    fc.assert(
      fc.property(octets, (pieces) => {
        const stored = pieces.join('');
        const sent = text(dotStuff(Buffer.from(stored)));
        const lines = sent.split('\n');
        const end = lines.findIndex((line) => line === '.' || line === '.\r');
        expect(end).toBe(lines.length - 2);
        const undone = lines.slice(0, end).map((line) => `${line.startsWith('.') ? line.slice(1) : line}\n`);
        expect([stored, `${stored}\r\n`]).toContain(undone.join(''));
      }),
    );
  });
});

describe('TOP', () => {
  it.each([
    [0, 'h: 1\r\n\r\n'],
    [1, 'h: 1\r\n\r\none\r\n'],
    [2, 'h: 1\r\n\r\none\r\n\r\n'],
    [9, 'h: 1\r\n\r\none\r\n\r\ntwo'],
  ])('%i lines', (lines, expected) => {
    expect(text(topOf(Buffer.from('h: 1\r\n\r\none\r\n\r\ntwo'), lines))).toBe(expected);
  });

  it('gives the whole of a letter that is a header only', () => {
    expect(text(topOf(Buffer.from('h: 1'), 0))).toBe('h: 1');
    expect(text(topOf(Buffer.from(''), 0))).toBe('');
  });
});

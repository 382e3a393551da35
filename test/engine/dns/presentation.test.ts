import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseMx,
  parseName,
  parseTxt,
  parseTxtStrings,
  present,
  presentTxt,
} from '../../../engine/dns/presentation.ts';

describe('TXT', () => {
  test('any strings survive', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 255 }), { minLength: 1, maxLength: 5 }), (strings) => {
        const text = presentTxt(strings);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(parseTxtStrings(text)?.map((octets) => [...octets])).toEqual(strings.map((octets) => [...octets]));
      }),
    );
  });

  test('any text is read or refused, never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseTxt(text)));
  });

  test.each([
    ['"v=spf1 " "-all"', 'v=spf1 -all'],
    ['"say \\"hi\\" \\\\ \\195\\169"', 'say "hi" \\ é'],
    ['plain', 'plain'],
    ['""', ''],
    ['"open', ''],
  ])('%s', (data, text) => {
    expect(parseTxt(data)).toBe(text);
  });
});

describe('MX', () => {
  test('any exchange survives', () => {
    const name = fc.domain();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), name, (preference, exchange) => {
        const { data } = present({ type: 'MX', name: 'x', data: { preference, exchange } });
        expect(parseMx(data)).toEqual({ preference, exchange });
      }),
    );
  });

  test.each(['', '10', 'mx1.harbor.example.', '10  mx1.', '70000 mx1.', '-1 mx1.', '10 mx1. x'])(
    '"%s" is no MX',
    (data) => {
      expect(parseMx(data)).toBeUndefined();
    },
  );

  test('a domain that takes no mail', () => {
    expect(parseMx('0 .')).toEqual({ preference: 0, exchange: '.' });
  });
});

test('records as in a zone file', () => {
  expect(present({ type: 'A', name: 'mx1.harbor.example', ttl: 60, data: '203.0.113.25' })).toEqual({
    name: 'mx1.harbor.example.',
    type: 'A',
    ttl: 60,
    data: '203.0.113.25',
  });
  expect(present({ type: 'CNAME', name: '.', data: 'a b;é.example' }).data).toBe('a\\032b\\;\\195\\169.example.');
  const soa = {
    mname: 'ns.example',
    rname: 'first\\.last.example',
    serial: 1,
    refresh: 2,
    retry: 3,
    expire: 4,
    minimum: 5,
  };
  expect(present({ type: 'SOA', name: 'example', data: soa }).data).toBe('ns.example. first\\.last.example. 1 2 3 4 5');
  expect(present({ type: 'NULL', name: 'x', data: Buffer.from('abc') }).data).toBe('\\# 3 616263');
  expect(parseName('mx1.harbor.example.')).toBe('mx1.harbor.example');
});

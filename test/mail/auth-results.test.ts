// Authentication-Results: what is written can be read, and what others wrote too.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type AuthResults, formatAuthResults, parseAuthResults } from '../../mail/auth-results.ts';
import { splitMessage } from '../../mail/fields.ts';

const valueOf = (raw: string) => splitMessage(raw).fields[0]?.value ?? '';

test('the field of RFC 8601 appendix B.6 is read, comments and folding and all', () => {
  const value = [
    'example.com;',
    ' dkim=pass reason="good signature" header.i=@mail-router.example.net;',
    ' dkim=fail (of a (nested) kind; with a semicolon) reason="bad signature" header.i=@newyork.example.com',
  ].join('\r\n');
  expect(parseAuthResults(value)).toEqual({
    authservId: 'example.com',
    results: [
      {
        method: 'dkim',
        result: 'pass',
        reason: 'good signature',
        properties: [['header.i', '@mail-router.example.net']],
      },
      {
        method: 'dkim',
        result: 'fail',
        reason: 'bad signature',
        properties: [['header.i', '@newyork.example.com']],
      },
    ],
  });
});

test('a name is found behind comments and in quotes, without results too', () => {
  expect(parseAuthResults('(first) "MX1.example" 1; none')).toEqual({ authservId: 'MX1.example', results: [] });
  expect(parseAuthResults('')).toBeUndefined();
});

const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
const text = fc.stringMatching(/^[\x20-\x7e]{1,30}$/);
const results: fc.Arbitrary<AuthResults> = fc.record({
  authservId: fc.constantFrom('mx1.harbor.example', 'x'),
  results: fc.array(
    fc.record({
      method: token,
      result: token,
      properties: fc.array(fc.tuple(fc.constantFrom('header.d', 'smtp.mailfrom', 'header.from'), text), {
        maxLength: 3,
      }),
    }),
    { maxLength: 4 },
  ),
});

test('what is written is read again, whatever a client said', () => {
  fc.assert(
    fc.property(results, (one) => {
      const raw = formatAuthResults(one);
      expect(raw.endsWith('\r\n')).toBe(true);
      const read = parseAuthResults(valueOf(raw));
      // Folding may turn a run of spaces into one line more, never into another word.
      expect(read?.results.map(({ method, result }) => [method, result])).toEqual(
        one.results.map(({ method, result }) => [method, result]),
      );
      expect(read?.results.flatMap(({ properties }) => properties)).toEqual(
        one.results.flatMap(({ properties }) => properties),
      );
    }),
  );
});

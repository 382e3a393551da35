// JSON with places: it reads what JSON.parse reads, points at what it doesn't, and each place is where the value stands.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readJson } from '../../contract/json-source.ts';

test.each([
  ['{"a": 1', 'end', 1, 8],
  ['{"a": 1 "b": 2}', 'comma', 1, 9],
  ['{"a": [1, 2,]}', 'extraComma', 1, 12],
  ['{\n  "a" 1\n}', 'colon', 2, 7],
  ['{a: 1}', 'key', 1, 2],
  ["['a']", 'quotes', 1, 2],
  ['["a\n"]', 'string', 1, 2],
  ['["\\x"]', 'escape', 1, 2],
  ['[01]', 'number', 1, 2],
  ['[1.]', 'number', 1, 2],
  ['[yes]', 'word', 1, 2],
  ['{"a": 1,\n "a": 2}', 'twice', 2, 2],
  ['{} {}', 'after', 1, 4],
  ['', 'end', 1, 1],
  ['['.repeat(100_000), 'deep', 1, 66],
])('%j', (text, mistake, line, column) => {
  expect(readJson(text)).toMatchObject({ mistake, at: { line, column } });
});

test('each value has its place, a key its own', () => {
  const read = readJson('{\n  "a/b": [1, { "c~": 2 }]\n}');
  if ('mistake' in read) throw new Error(read.mistake);
  expect(Object.fromEntries(read.places)).toEqual({
    '': { line: 1, column: 1 },
    '/a~1b': { line: 2, column: 3 },
    '/a~1b/0': { line: 2, column: 11 },
    '/a~1b/1': { line: 2, column: 14 },
    '/a~1b/1/c~0': { line: 2, column: 16 },
  });
});

test('what JSON writes is read as it was, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(readJson(text)).toMatchObject({ value: JSON.parse(text) as unknown });
    }),
  );
});

test('whatever is typed: a value or a place, and never more than JSON.parse takes', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"a"',
    ':',
    ',',
    '1',
    '-',
    'true',
    ' ',
    '\n',
    '"',
    '\\',
    'é',
    'null',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      const read = readJson(text);
      if ('mistake' in read) expect(read.at.line).toBeLessThanOrEqual(text.split('\n').length);
      else expect(read.value).toEqual(JSON.parse(text));
    }),
  );
});

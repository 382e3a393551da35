import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalName, isWithin, parentOf, readLabels, withDot, writeLabels } from '../../../engine/dns/names.ts';

const octets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 12 });
const label = octets.map((numbers) => String.fromCharCode(...numbers));

describe('names', () => {
  test('any labels survive being written and read', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 10 }), (labels) => {
        expect(readLabels(writeLabels(labels))).toEqual(labels);
        expect(readLabels(withDot(writeLabels(labels)))).toEqual(labels);
      }),
    );
  });

  test('any text is a name or a problem, never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void canonicalName(text)));
  });

  test.each([
    ['mx1.Harbor.example.', 'mx1.harbor.example'],
    ['.', '.'],
    ['a\\.b.example', 'a\\.b.example'],
    ['\\097.example', 'a.example'],
    ['A\\032b.example', 'a\\032b.example'],
    ['a(b.example', 'a\\(b.example'],
    ['end\\..', 'end\\.'],
  ])('%s has one spelling', (text, name) => {
    expect(canonicalName(text)).toEqual({ name });
  });

  test.each([
    ['', 'emptyLabel'],
    ['a..b', 'emptyLabel'],
    ['.a', 'emptyLabel'],
    ['..', 'emptyLabel'],
    [`${'x'.repeat(64)}.example`, 'labelTooLong'],
    [Array.from({ length: 5 }, () => 'y'.repeat(60)).join('.'), 'nameTooLong'],
    ['bücher.example', 'badCharacter'],
    ['a b.example', 'badCharacter'],
    ['a\\', 'badCharacter'],
    ['a\\999.example', 'badCharacter'],
  ])('"%s" is no name: %s', (text, problem) => {
    expect(canonicalName(text)).toEqual({ problem });
  });

  test('253 characters are the longest name in writing', () => {
    const longest = [...Array.from({ length: 3 }, () => 'y'.repeat(63)), 'z'.repeat(61)].join('.');
    expect(longest).toHaveLength(253);
    expect(canonicalName(longest)).toEqual({ name: longest });
    expect(canonicalName(`${longest}z`)).toEqual({ problem: 'nameTooLong' });
  });

  test('a name is within its zone by whole labels', () => {
    expect(isWithin('mx1.harbor.example', 'harbor.example')).toBe(true);
    expect(isWithin('harbor.example', 'harbor.example')).toBe(true);
    expect(isWithin('xharbor.example', 'harbor.example')).toBe(false);
    expect(isWithin('x\\.harbor.example', 'harbor.example')).toBe(false);
    expect(isWithin('example', 'harbor.example')).toBe(false);
  });

  test('the parent is one label up', () => {
    expect(parentOf('a\\.b.c.example')).toBe('c.example');
    expect(parentOf('example')).toBeUndefined();
  });
});

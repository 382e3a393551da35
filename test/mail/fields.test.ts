// Fields are split without loss and folded without change.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromByteString } from '../../mail/bytes.ts';
import { fieldsNamed, firstValue, foldField, headerLength, splitMessage } from '../../mail/fields.ts';
import { byteText } from './arbitrary.ts';

const message = byteText('From ', 'To:', 'X-A : ', ':', '\t', '\r\n\r\n', '\r', 'Subject: hi\r\n');

describe('splitMessage', () => {
  test('loses nothing, whatever the input', () => {
    fc.assert(
      fc.property(message, (text) => {
        const { fields, separator, body } = splitMessage(text);
        expect(fields.map((field) => field.raw).join('') + separator + body).toBe(text);
        expect(headerLength(fromByteString(text))).toBe(text.length - body.length);
      }),
    );
  });

  test.each([
    ['an ordinary message', 'A: 1\r\nB: 2\r\n 3\r\n\r\nbody', ['A=1', 'B=2 3'], '\r\n', 'body'],
    ['bare line feeds', 'A: 1\nB:2\n\nbody\n', ['A=1', 'B=2'], '\n', 'body\n'],
    ['no body', 'A: 1\r\n', ['A=1'], '', ''],
    ['no line end', 'A: 1', ['A=1'], '', ''],
    ['no header', '\r\nbody', [], '\r\n', 'body'],
    ['a line without a colon ends the header', 'A: 1\r\nhello\r\nB: 2\r\n', ['A=1'], '', 'hello\r\nB: 2\r\n'],
    [
      'an mbox line ends the header',
      'From a@b Mon Jan  5 09:00:00\r\nA: 1\r\n',
      [],
      '',
      'From a@b Mon Jan  5 09:00:00\r\nA: 1\r\n',
    ],
    ['a continuation of nothing is body', ' A: 1\r\n\r\n', [], '', ' A: 1\r\n\r\n'],
    ['a space before the colon', 'A : 1\r\n\r\n', ['A=1'], '\r\n', ''],
    ['only one leading space goes', 'A:  1 \r\n', ['A= 1 '], '', ''],
    ['a folded start', 'A:\r\n\t1\r\n', ['A=\t1'], '', ''],
  ])('%s', (_what, text, pairs, separator, body) => {
    const split = splitMessage(text);
    expect(split.fields.map(({ name, value }) => `${name}=${value}`)).toEqual(pairs);
    expect([split.separator, split.body]).toEqual([separator, body]);
  });

  test('fields are found without regard to case', () => {
    const { fields } = splitMessage('Received: b\r\nreceived: a\r\nTo: x\r\n\r\n');
    expect(fieldsNamed(fields, 'RECEIVED').map((field) => field.value)).toEqual(['b', 'a']);
    expect(firstValue(fields, 'to')).toBe('x');
    expect(firstValue(fields, 'cc')).toBeUndefined();
  });
});

describe('foldField', () => {
  test('is one field that unfolds to the same value', () => {
    fc.assert(
      fc.property(byteText('word ', 'longer-word ', '\t', '  '), (text) => {
        const value = text.replace(/[\r\n\0]/g, ' ');
        const folded = foldField('X-Test', value);
        const { fields, body } = splitMessage(folded);
        expect(fields).toHaveLength(1);
        expect(body).toBe('');
        expect(fields[0]?.value).toBe(value);
      }),
    );
  });

  test('keeps lines within the limit where words allow it', () => {
    const folded = foldField(
      'References',
      Array.from({ length: 20 }, (_, at) => `<${at}.message@campus.example>`).join(' '),
    );
    expect(folded.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  });

  test('a value with a line end adds no field', () => {
    expect(splitMessage(foldField('Subject', 'hi\r\nBcc: eve@evil.example')).fields).toHaveLength(1);
  });
});

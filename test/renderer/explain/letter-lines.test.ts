// The lines of a letter on the wire, and what each is.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { explainLetterLine, letterLines } from '../../../renderer/explain/letter-lines.ts';
import { t } from '../../../renderer/text/t.ts';

const kinds = (text: string) => letterLines(text).map(({ kind }) => kind);

describe('the lines of a letter', () => {
  it('are fields, what goes on with them, the blank line, text, and the lone dot', () => {
    const letter = 'Received: from a\r\n\tby b\r\nSubject: hi\r\n\r\nHello\r\n..dots\r\n.\r\n';
    expect(kinds(letter)).toEqual(['field', 'folded', 'field', 'blank', 'text', 'stuffed', 'end']);
  });

  it('of a letter without a blank line are text from the first line that is no field', () => {
    expect(kinds('Subject: hi\r\nHello you\r\nTo: be\r\n.\r\n')).toEqual(['field', 'text', 'text', 'end']);
  });

  it('have an answer each, whatever the octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of letterLines(text)) {
          for (const { key, params } of explainLetterLine(line).meaning) expect(t(key, params)).not.toBe('');
        }
      }),
    );
  });

  it('know which field they are of', () => {
    const [first, second] = letterLines('Received: from a\r\n by b\r\n');
    expect(first && explainLetterLine(first).rfc).toBe('RFC 5321 §4.4');
    expect(second?.field).toBe('Received');
  });
});

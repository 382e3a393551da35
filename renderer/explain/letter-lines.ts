// The lines of a letter as they crossed the wire, and what each is: a field, what goes on with it, the blank line, text,
// the lone dot. Counterpart: terminal/letter-lines.tsx shows them, explain/fields.ts knows the fields. Rule: cut as RFC
// 5322 cuts, and whatever stands there gets an answer.

import { explainField } from './fields.ts';
import { type Said, said } from './explanation.ts';

export interface LetterLine {
  text: string;
  kind: 'field' | 'folded' | 'blank' | 'text' | 'stuffed' | 'end';
  /** The field that it is, or goes on with. */
  field?: string;
}

/** `text`: the octets of the mail data, lines ended by LF or CRLF. */
export function letterLines(text: string): LetterLine[] {
  const rows = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const lines: LetterLine[] = [];
  let field: string | undefined;
  let isBody = false;
  for (const [index, row] of rows.entries()) {
    const line: LetterLine = isBody ? bodyLine(row, index === rows.length - 1) : headerLine(row, field);
    field = line.field;
    isBody ||= line.kind === 'blank' || line.kind === 'text';
    lines.push(line);
  }
  return lines;
}

function headerLine(text: string, field: string | undefined): LetterLine {
  if (text === '') return { text, kind: 'blank' };
  if (text === '.') return { text, kind: 'end' };
  if (/^[ \t]/.test(text) && field !== undefined) return { text, kind: 'folded', field };
  const name = /^([!-9;-~]+)[ \t]*:/.exec(text)?.[1];
  return name === undefined ? { text, kind: 'text' } : { text, kind: 'field', field: name };
}

function bodyLine(text: string, isLast: boolean): LetterLine {
  if (text === '.' && isLast) return { text, kind: 'end' };
  return { text, kind: text.startsWith('.') ? 'stuffed' : 'text' };
}

export function explainLetterLine({ kind, field = '' }: LetterLine): { meaning: Said[]; rfc: string } {
  switch (kind) {
    case 'field': {
      const { meaning, rfc } = explainField(field);
      return { meaning: [meaning], rfc };
    }
    case 'folded': {
      const { meaning, rfc } = explainField(field);
      return { meaning: [said('letter.line.folded', { field }), meaning], rfc: rfc === '' ? 'RFC 5322 §2.2.3' : rfc };
    }
    case 'blank':
      return { meaning: [said('letter.line.blank')], rfc: 'RFC 5322 §2.1' };
    case 'stuffed':
      return { meaning: [said('letter.line.stuffed')], rfc: 'RFC 5321 §4.5.2' };
    case 'end':
      return { meaning: [said('letter.line.end')], rfc: 'RFC 5321 §4.1.1.4' };
    case 'text':
      return { meaning: [said('letter.line.text')], rfc: 'RFC 5322 §2.3' };
  }
}

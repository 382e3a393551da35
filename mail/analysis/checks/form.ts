// Is the header made as RFC 5322 wants it: what must be there once, what must not be there twice, lines that are fields?
// Counterpart: fields.ts. Rule: honest programs are careless, too; where two readers could see two letters it is more.

import { indicesOf } from '../claimed-letter.ts';
import { type Case, type Check, finding, type Finding } from '../finding.ts';

/** RFC 5322 section 3.6, and RFC 2045 for the last two. */
const ONCE = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Bcc',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
];
const REQUIRED = ['From', 'Date', 'Message-ID'];
/** RFC 5322 section 2.1.1, without the line end. */
const LINE_OCTETS = 998;

export const form: Check = (letter) => [
  ...ONCE.flatMap((name) => twice(letter, name)),
  ...REQUIRED.flatMap((name) => missing(letter, name)),
  ...lines(letter),
];

function twice(letter: Case, name: string): Finding[] {
  const found = indicesOf(letter, name);
  if (found.length < 2) return [];
  const values = new Set(found.map((index) => letter.fields[index]?.value.trim()));
  const isTwoLetters = name === 'From' && values.size > 1;
  const marks = found.map((index) => [index] as const);
  const params = { name, count: found.length };
  return [finding(letter, 'field.twice', { marks, params, ...(isTwoLetters ? { severity: 'unfit' } : {}) })];
}

function missing(letter: Case, name: string): Finding[] {
  if (indicesOf(letter, name).length > 0) return [];
  // What no server has seen may not be finished: the first one adds them (RFC 6409 section 8).
  const isDraft = letter.hops.length === 0 && name !== 'From';
  return [finding(letter, 'field.missing', { params: { name }, ...(isDraft ? { severity: 'note' } : {}) })];
}

function lines(letter: Case): Finding[] {
  const { fields } = letter;
  const broken = fields.flatMap(({ name }, index) => (name === '' ? [[index] as const] : []));
  const long = fields.flatMap(({ raw }, index) =>
    raw.split('\n').some((line) => line.trimEnd().length > LINE_OCTETS) ? [[index] as const] : [],
  );
  const octets = fields.flatMap(({ value }, index) => (/[^\t\x20-\x7e]/.test(value) ? [[index] as const] : []));
  return [
    ...(broken.length > 0 ? [finding(letter, 'field.broken', { marks: broken })] : []),
    ...(long.length > 0 ? [finding(letter, 'field.long', { marks: long })] : []),
    ...(octets.length > 0 ? [finding(letter, 'field.octets', { marks: octets })] : []),
  ];
}

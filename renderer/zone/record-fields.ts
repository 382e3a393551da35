// A record as a form has it, field by field, and back. Counterpart: contract/zone.ts, whose schema has the last word;
// record-form.tsx. Rule: what can't be read is told by field; nothing that was typed is thrown away.

import { check } from '../../contract/problems.ts';
import { recordSchema, type ZoneRecord } from '../../contract/zone.ts';
import type { TextKey } from '../text/t.ts';

export const RECORD_TYPES = ['A', 'AAAA', 'MX', 'TXT', 'CNAME', 'PTR', 'NS'] as const satisfies ZoneRecord['type'][];
export type RecordType = (typeof RECORD_TYPES)[number];

export interface RecordFields {
  type: RecordType;
  name: string;
  /** Empty: the zone's own. */
  ttl: string;
  /** Of an MX. */
  preference: string;
  /** Address, name or text. */
  value: string;
}

type Field = Exclude<keyof RecordFields, 'type'>;
export type FieldProblems = Partial<Record<Field, TextKey>>;

export const emptyFields = (type: RecordType): RecordFields => ({
  type,
  name: '@',
  ttl: '',
  preference: '10',
  value: '',
});

export function fieldsOf(record: ZoneRecord): RecordFields {
  const preference = record.type === 'MX' ? String(record.preference) : '10';
  const ttl = record.ttl === undefined ? '' : String(record.ttl);
  return { type: record.type, name: record.name, ttl, preference, value: valueOf(record) };
}

/** What a record says, without the preference of an MX. */
function valueOf(record: ZoneRecord): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.address;
    case 'MX':
      return record.exchange;
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return record.target;
    case 'TXT':
      return typeof record.text === 'string' ? record.text : record.text.map((piece) => `"${piece}"`).join(' ');
  }
}

/** What a record says, on one line. */
export function showRecord(record: ZoneRecord): string {
  return record.type === 'MX' ? `${record.preference} ${record.exchange}` : valueOf(record);
}

/** The record that was typed, or what is wrong with which field. */
export function readFields(fields: RecordFields): { record: ZoneRecord } | { problems: FieldProblems } {
  const checked = check<ZoneRecord>(recordSchema, candidate(fields));
  const problems: FieldProblems = { ...blanks(fields) };
  if (!checked.ok) for (const { path } of checked.problems) problems[fieldAt(path)] ??= problemOf(fields.type, path);
  const [any] = Object.keys(problems);
  return checked.ok && any === undefined ? { record: checked.value } : { problems };
}

function candidate({ type, name, ttl, preference, value }: RecordFields): Record<string, unknown> {
  const written = value.trim();
  const common = { type, name: name.trim(), ...(ttl.trim() === '' ? {} : { ttl: number(ttl) }) };
  switch (type) {
    case 'A':
    case 'AAAA':
      return { ...common, address: written };
    case 'MX':
      return { ...common, preference: number(preference), exchange: written };
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return { ...common, target: written };
    case 'TXT':
      return { ...common, text: textOf(written) };
  }
}

/** Strings in quotes, as a zone file has them, are kept apart; anything else is one text. */
function textOf(written: string): string | string[] {
  if (!/^"[^"]*"(?:\s+"[^"]*")*$/.test(written)) return written;
  const pieces = written.slice(1, -1).split(/"\s+"/);
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces;
}

const number = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The schema takes any text for a name; a form wants one. */
function blanks({ type, name, value }: RecordFields): FieldProblems {
  return {
    ...(name.trim() === '' ? { name: 'zone.bad.noName' as const } : {}),
    ...(value.trim() === '' && type !== 'TXT' ? { value: 'zone.bad.noValue' as const } : {}),
  };
}

function fieldAt(path: string): Field {
  const key = path.split('/')[1];
  return key === 'name' || key === 'ttl' || key === 'preference' ? key : 'value';
}

function problemOf(type: RecordType, path: string): TextKey {
  const field = fieldAt(path);
  if (field === 'ttl') return 'zone.bad.ttl';
  if (field === 'preference') return 'zone.bad.preference';
  if (type === 'A') return 'zone.bad.address4';
  if (type === 'AAAA') return 'zone.bad.address6';
  return 'zone.bad.text';
}

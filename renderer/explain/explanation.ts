// What an explanation is: what a line is called and means, its parts by name, and where to read more. Counterpart: one
// file a protocol makes them, terminal/explanation.tsx shows them. Rule: sentences are keys with parameters, so all of
// this is data; nothing here throws, whatever the octets.

import type { Side } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import type { TextKey, TextParams } from '../text/t.ts';

/** A sentence of the catalogue. */
export interface Said {
  key: TextKey;
  params?: TextParams;
}

/** A piece of the line, as it stands there, and what it is. */
export interface LinePart {
  text: string;
  name: Said;
  /** What the piece means, where there is more to say. */
  note?: Said;
}

export interface Explanation {
  /** What the RFC calls it; a command by its verb. */
  name: Said;
  meaning: Said[];
  parts: LinePart[];
  /** `RFC 5321 §4.1.1.3`; '' where no RFC is about it. */
  rfc: string;
}

/** A line at its place in a dialog. */
export interface PlacedLine {
  protocol: Protocol | 'raw';
  from: Side;
  /** Without its end; a password is asterisks already. */
  text: string;
  /** Where the password stands. */
  secret?: { start: number; end: number };
  /** The command that a server's line answers, or that a client's line goes on with; undefined for the greeting. */
  command?: string;
  /** It goes on with what an earlier line began: a login's answer, the rest after a literal, a row of a list. */
  isMore: boolean;
}

export const said = (key: TextKey, params?: TextParams): Said => (params === undefined ? { key } : { key, params });

/** The parts without the empty ones. */
export function partsOf(...parts: readonly (LinePart | undefined)[]): LinePart[] {
  return parts.filter((part) => part !== undefined && part.text !== '') as LinePart[];
}

/** A table's own entry; what strangers call `constructor` is none. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

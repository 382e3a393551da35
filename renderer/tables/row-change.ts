// A change of one row of a table: what goes, what comes, or where it moves to. Counterpart: table-editor.tsx makes them,
// `config.patch` carries them out. Rule: made of the rows as they are at that moment, so others' changes stay.

import type { Host } from '../../contract/topology.ts';
import { type Act, patched } from '../host/edits.ts';
import type { Row, TableKind } from './table-kinds.ts';

export interface RowChange {
  out?: Row;
  in?: Row;
  /** Where it goes; its old place, or the end, if that isn't said. */
  to?: number;
}

/** Undefined when the row that was to go isn't there any more. */
export function changedRows(rows: readonly Row[], change: RowChange): Row[] | undefined {
  const at = change.out ? placeOf(rows, change.out) : rows.length;
  if (at === -1) return undefined;
  const rest = rows.toSpliced(at, change.out ? 1 : 0);
  return change.in ? rest.toSpliced(change.to ?? at, 0, change.in) : rest;
}

/** `before`: the rows that the change was made of. */
export function reversedRow({ out, in: come }: RowChange, before: readonly Row[]): RowChange {
  return { ...(come ? { out: come } : {}), ...(out ? { in: out, to: placeOf(before, out) } : {}) };
}

export function actOf(kind: TableKind, change: RowChange): (host: Host) => Act | undefined {
  return (host) => {
    const rows = changedRows(kind.read(host), change);
    return rows && patched(host.name, kind.path, kind.write(rows, host));
  };
}

export function placeOf(rows: readonly Row[], wanted: Row): number {
  const text = JSON.stringify(wanted);
  return rows.findIndex((row) => JSON.stringify(row) === text);
}

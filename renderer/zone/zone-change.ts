// A change of one record: what goes, what comes. Counterpart: record-form.tsx makes them, `config.patch` carries them out.
// Rule: made of the zone as it is at that moment, so that what somebody else wrote meanwhile stays; the serial always
// rises, also when a change is taken back.

import type { Zone, ZoneRecord } from '../../contract/zone.ts';

export interface RecordChange {
  /** The record that goes; none: one is added. */
  out?: ZoneRecord;
  /** The record that comes in its place; none: it is removed. */
  in?: ZoneRecord;
}

/** Serials are numbers of 32 bits that go round (RFC 1982). */
const SERIALS = 2 ** 32;

export const nextSerial = (serial: number): number => (serial + 1) % SERIALS;

/** The zone after the change; undefined when the record that was to go isn't there any more. */
export function withChange(zone: Zone, change: RecordChange): Zone | undefined {
  const at = change.out ? indexOf(zone, change.out) : zone.records.length;
  if (at === -1) return undefined;
  const records = zone.records.toSpliced(at, change.out ? 1 : 0, ...(change.in ? [change.in] : []));
  return { ...zone, soa: { ...zone.soa, serial: nextSerial(zone.soa.serial) }, records };
}

export function reversed({ out, in: come }: RecordChange): RecordChange {
  return { ...(come ? { out: come } : {}), ...(out ? { in: out } : {}) };
}

/** Where a record stands; -1: nowhere. */
export function indexOf({ records }: Zone, wanted: ZoneRecord): number {
  const text = JSON.stringify(wanted);
  return records.findIndex((record) => JSON.stringify(record) === text);
}

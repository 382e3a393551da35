// Who wrote each field, derived a second time: from the bytes on the wires and in the mailbox alone,
// and held against what the events say. Counterpart: engine/mta/provenance.ts.
// Rule: shares nothing with it but the diff of two lists.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { BytesRef } from '../../contract/ids.ts';
import type { Lab } from '../../engine/engine.ts';
import { toByteString } from '../../mail/bytes.ts';
import { diffFields } from '../../mail/diff.ts';
import { splitMessage } from '../../mail/fields.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';

interface Entry {
  host: string;
  queueId: string;
  /** Fields as they came in on the wire, and as they went out (or into the mailbox). */
  arrived: string[] | undefined;
  left: string[][];
  /** By the events. */
  saidArrived: string[];
  saidStamped: string[];
}

/** Every disagreement between the two derivations, in words. */
export async function provenanceDifferences(events: readonly LabEvent[], lab: Lab): Promise<string[]> {
  const raws = new Map<string, string>();
  // A letter that somebody has removed since can't be read any more.
  const removed = new Set(
    events.flatMap((event) => (event.type === 'store.removed' ? `${event.data.mailbox} ${event.data.uid}` : [])),
  );
  const isGone = ({ data }: LabEventOf<'store.delivered'>) => removed.has(`${data.mailbox} ${data.uid}`);
  for (const event of events) {
    if (event.type === 'field.added' || event.type === 'field.changed') raws.set(event.data.field, event.data.raw);
  }
  const known = (ids: readonly string[]) => ids.map((id) => raws.get(id) ?? `unknown field ${id}`);
  const wires = await mailDataByConn(events, lab);
  const entries = new Map<string, Entry>();
  const problems: string[] = [];
  for (const event of events) {
    if (event.type === 'message.arrived' && event.queueId !== undefined && event.conn !== undefined) {
      // The transfer that this arrival is the end of: the latest mail data on the connection before it.
      const wire = wires.get(event.conn)?.findLast((one) => one.seq < event.seq)?.fields;
      entries.set(`${event.host}/${event.queueId}`, {
        host: event.host,
        queueId: event.queueId,
        arrived: wire,
        left: [],
        saidArrived: known(event.data.fields),
        saidStamped: [],
      });
    }
    if (event.type === 'message.stamped' && event.queueId !== undefined) {
      const key = `${event.host}/${event.queueId}`;
      const entry = entries.get(key) ?? {
        host: event.host,
        queueId: event.queueId,
        arrived: undefined,
        left: [],
        saidArrived: [],
        saidStamped: [],
      };
      entry.saidStamped = known(event.data.fields);
      entries.set(key, entry);
    }
    if (event.type === 'store.delivered' && !isGone(event)) {
      const [address = '', ...folder] = event.data.mailbox.split('/');
      const place = folder.length > 0 ? { folder: folder.join('/') } : {};
      const bytes = await lab.dispatch('store.read', { address, ...place, uid: event.data.uid });
      const stored = rawFields(bytes.bytes);
      compare(problems, `${event.data.mailbox} uid ${event.data.uid}`, known(event.data.fields), stored);
    }
  }
  // What arrived somewhere left somewhere: the parents say where.
  for (const event of events) {
    if (event.type !== 'queue.entered' || event.queueId === undefined) continue;
    const arrived = entries.get(`${event.host}/${event.queueId}`)?.arrived;
    for (const parent of event.data.parents) {
      if (arrived) entries.get(`${parent.host}/${parent.queueId}`)?.left.push(arrived);
    }
  }
  for (const entry of entries.values()) {
    const name = `${entry.host} ${entry.queueId}`;
    if (entry.arrived) compare(problems, `${name} arrived`, entry.saidArrived, entry.arrived);
    for (const left of entry.left) {
      compare(problems, `${name} left`, entry.saidStamped, left);
      if (!entry.arrived) continue;
      const { added, changed } = diffFields(entry.arrived, left);
      // A field that gives way to one of its own name looks changed; the server took one out and wrote the other.
      const fresh = [...added, ...changed.map(([, after]) => after)].toSorted((one, other) => one - other);
      const onTheWire = fresh.map((at) => left[at] ?? '');
      const said = entry.saidStamped.filter((raw) => !entry.saidArrived.includes(raw));
      compare(problems, `${name} added`, said, onTheWire);
    }
  }
  return problems;
}

function compare(problems: string[], what: string, said: readonly string[], seen: readonly string[]): void {
  if (said.join('') !== seen.join('')) {
    problems.push(`${what}: the events say\n${said.join('')}the bytes say\n${seen.join('')}`);
  }
}

async function mailDataByConn(
  events: readonly LabEvent[],
  lab: Lab,
): Promise<Map<string, { seq: number; fields: string[] }[]>> {
  const transfers = new Map<string, { seq: number; refs: BytesRef[]; ended: boolean }[]>();
  for (const event of events) {
    if (event.conn === undefined) continue;
    const list = transfers.get(event.conn) ?? [];
    transfers.set(event.conn, list);
    const last = list.at(-1);
    if (event.type === 'wire.bulk' && event.data.kind === 'mailData') {
      if (last && !last.ended) last.refs.push(event.data.ref);
      else list.push({ seq: event.seq, refs: [event.data.ref], ended: false });
    } else if (event.type === 'wire.line' && last) last.ended = true;
  }
  const byConn = new Map<string, { seq: number; fields: string[] }[]>();
  for (const [conn, list] of transfers) {
    const read: { seq: number; fields: string[] }[] = [];
    for (const { seq, refs } of list) {
      const pieces = await Promise.all(refs.map((ref) => lab.run.context.capture.read(ref)));
      const wire = Buffer.concat(pieces.map((piece) => piece ?? new Uint8Array()));
      read.push({ seq, fields: rawFields(toByteString(unstuffDots(wire))) });
    }
    byConn.set(conn, read);
  }
  return byConn;
}

function rawFields(message: string): string[] {
  return splitMessage(message).fields.map((field) => field.raw);
}

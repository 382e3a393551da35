// Events as an engine writes them, made by hand for the folds. Counterpart: contract/events.ts. Rule: a test names what
// it is about; the rest of a record is filled in and counts on.

import type { EventData, EventHead, EventType, LabEvent } from '../../../contract/events.ts';
import { emptyState } from '../../../contract/fold/state.ts';
import { topologySchema } from '../../../contract/topology.ts';

/** Writes events in order, each a millisecond after the last. */
export class Script {
  readonly events: LabEvent[] = [];

  add<T extends EventType>(type: T, host: string, data: EventData[T], head: Partial<EventHead> = {}): number {
    const seq = this.events.length + 1;
    const filled = { seq, run: 1, at_ms: 1000 + seq, mono_us: seq * 1000, host, ...head, type, data };
    this.events.push(filled as LabEvent);
    return seq;
  }

  open(conn: string, client: string, server: string, head: Partial<EventHead> = {}, door = false): number {
    const data: EventData['conn.opened'] = {
      client: { host: client, address: '192.0.2.1', port: 50_000 },
      server: { host: server, address: '192.0.2.2', port: 25 },
      protocol: 'smtp',
      door,
    };
    return this.add('conn.opened', client, data, { conn, ...head });
  }

  line(conn: string, from: 'client' | 'server', bytes: string, head: Partial<EventHead> = {}): number {
    return this.add('wire.line', 'somebody', { from, bytes, tls: false }, { conn, ...head });
  }
}

/** Three hosts and two users: small enough to read. */
export const TOPOLOGY = topologySchema.parse({
  name: 'tiny',
  title: 'Tiny',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  hosts: [
    { name: 'desk.a.example', label: 'De', address: '192.0.2.1', organisation: 'a', colour: 'laptop', kind: 'end' },
    {
      name: 'out.a.example',
      label: 'Ou',
      address: '192.0.2.2',
      organisation: 'a',
      colour: 'submit',
      kind: 'mail',
      listeners: [{ port: 587, protocol: 'submission', tls: 'starttls' }],
      mta: {},
    },
    {
      name: 'in.b.example',
      label: 'In',
      address: '192.0.2.3',
      organisation: 'b',
      colour: 'mail',
      kind: 'mail',
      listeners: [{ port: 143, protocol: 'imap' }],
      mta: { localDomains: ['b.example'] },
    },
    { name: 'far.example', label: 'Fa', address: '192.0.2.9', organisation: 'b', colour: 'bot', kind: 'end' },
  ],
  users: [
    { address: 'ann@a.example', password: 'secret', host: 'out.a.example', submitsAt: 'out.a.example' },
    { address: 'ben@b.example', password: 'hidden', host: 'in.b.example' },
  ],
});

export function opened(script: Script): void {
  const data: EventData['lab.opened'] = {
    schema: 1,
    seed: 1,
    clock: 'real',
    serial: false,
    topology: TOPOLOGY,
    state: emptyState(),
  };
  script.add('lab.opened', 'lab', data);
}

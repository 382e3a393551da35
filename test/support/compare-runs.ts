// Are two runs the same, as design defines it: plaintext per connection, stored messages and order
// of events, apart from microseconds, ciphertext and the local ports of doors.

import type { LabEvent } from '../../contract/events.ts';
import type { TestLab } from './lab.ts';

export interface Trace {
  /** One line an event, with everything that must be equal. */
  events: string[];
  /** Plaintext by connection and side. */
  plaintext: Record<string, string>;
  mailboxes: Record<string, string[]>;
}

export async function traceOf(lab: TestLab): Promise<Trace> {
  const plaintext: Record<string, string> = {};
  for (const event of lab.events) {
    if (event.type !== 'wire.line' && event.type !== 'wire.bulk') continue;
    const key = `${event.conn ?? ''} ${event.data.from}`;
    plaintext[key] = (plaintext[key] ?? '') + (await bytesOf(lab, event));
  }
  const mailboxes: Record<string, string[]> = {};
  for (const { address } of lab.lab.ready.users) mailboxes[address] = await lab.mailbox(address);
  return { events: lab.events.map(comparable), plaintext, mailboxes };
}

async function bytesOf(lab: TestLab, event: LabEvent): Promise<string> {
  if (event.type === 'wire.line') return event.data.bytes;
  if (event.type !== 'wire.bulk') return '';
  const { bytes } = await lab.send('bytes.read', { ref: event.data.ref });
  return bytes;
}

function comparable(event: LabEvent): string {
  const { mono_us: _mono, ...rest } = event;
  switch (rest.type) {
    case 'wire.ciphertext':
    case 'tls.keys':
    case 'lab.door':
      return `${rest.seq} ${rest.type} ${rest.conn ?? ''}`;
    case 'input.bytes':
    case 'wire.bulk': {
      // Ciphertext shares the capture file, so where plaintext lies in it may differ.
      const { ref, ...data } = rest.data;
      return JSON.stringify({ ...rest, data: { ...data, length: ref?.length } });
    }
    default:
      return JSON.stringify(rest);
  }
}

// A letter in the queue of one host, and its file: one line of JSON (the envelope), then the letter.
// Counterpart: spool.ts writes and recovers it. Rule: the file is never changed, only replaced, so
// it is either the old truth or the new one.

import type { Lineage } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { QUEUE_LIMITS } from '../limits.ts';

const LF = 10;

const envelopeSchema = z.strictObject({
  queueId: z.string().regex(/^[0-9A-Z]{1,40}$/),
  message: z.string().max(40),
  kind: z.enum(['submit', 'relay', 'split', 'expand', 'forward', 'list', 'bounce', 'reinject']),
  parents: z.array(z.strictObject({ host: z.string().max(253), queueId: z.string().max(40) })).max(100),
  reversePath: z.string().max(2000),
  /** Still to be delivered. */
  recipients: z.array(z.string().max(2000)).min(1).max(10_000),
  arrival_ms: z.number(),
  attempt: z.int().min(0),
  next_ms: z.number(),
  /** Ids of the header's fields, in order. */
  fields: z.array(z.string().max(40)).max(10_000),
});

/** What is known of a queued letter besides its octets. */
export type QueueEntry = z.infer<typeof envelopeSchema> & { kind: Lineage };

export function encodeQueueFile(entry: QueueEntry, octets: Uint8Array): Uint8Array {
  const envelope = new TextEncoder().encode(`${JSON.stringify(entry)}\n`);
  const file = new Uint8Array(envelope.length + octets.length);
  file.set(envelope);
  file.set(octets, envelope.length);
  return file;
}

/** Undefined when the file is none of ours, or only a part of one. */
export function decodeQueueFile(file: Uint8Array): { entry: QueueEntry; octets: Uint8Array } | undefined {
  const end = file.indexOf(LF);
  if (end < 0 || end > QUEUE_LIMITS.envelopeOctets) return undefined;
  try {
    const entry = envelopeSchema.parse(JSON.parse(new TextDecoder().decode(file.subarray(0, end))));
    return { entry, octets: file.subarray(end + 1) };
  } catch {
    return undefined;
  }
}

// A letter in the queue of one host, and its file: one line of JSON (the envelope), then the letter.
// Counterpart: spool.ts writes and recovers it. Rule: the file is never changed, only replaced, so
// it is either the old truth or the new one.

import { crc32 } from 'node:zlib';

import type { Lineage } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { NOTIFY, type RecipientWishes } from '../../mail/dsn/wishes.ts';
import { QUEUE_LIMITS } from '../limits.ts';
import type { Wanted } from '../smtp/agent.ts';

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
  /** What the sender wants to hear (RFC 3461), as the client gave it. */
  wishes: z
    .strictObject({ ret: z.enum(['FULL', 'HDRS']).exactOptional(), envid: z.string().max(2000).exactOptional() })
    .exactOptional(),
  /** The same for those recipients for whom something was said. */
  wanted: z
    .array(
      z.strictObject({
        recipient: z.string().max(2000),
        notify: z.array(z.enum(NOTIFY)).exactOptional(),
        orcpt: z.string().max(2000).exactOptional(),
      }),
    )
    .max(10_000)
    .exactOptional(),
  /** The sender has been told of the delay. */
  warned: z.boolean().exactOptional(),
  /** It goes to the content filter first (Postfix: content_filter). */
  toFilter: z.literal(true).exactOptional(),
  /** Ids of the header's fields, in order. */
  fields: z.array(z.string().max(40)).max(10_000),
});

/** The file knows how much of a letter follows, so that half of one is never taken for the whole. */
const fileSchema = envelopeSchema.extend({ size: z.int().min(0), crc32: z.int().min(0) });

/** What is known of a queued letter besides its octets. */
export type QueueEntry = z.infer<typeof envelopeSchema> & { kind: Lineage };

/** The file's first line; the letter's octets follow it, here in pieces. */
export function envelopeLine(entry: QueueEntry, letter: readonly Uint8Array[]): Uint8Array {
  const sum = letter.reduce((before, piece) => crc32(piece, before), 0);
  return Buffer.from(`${JSON.stringify({ ...entry, size: octetsOf(letter), crc32: sum })}\n`);
}

/** How long a letter in pieces is. */
export function octetsOf(letter: readonly Uint8Array[]): number {
  return letter.reduce((octets, piece) => octets + piece.length, 0);
}

/** Undefined when the file is none of ours, or only a part of one. */
export function decodeQueueFile(file: Uint8Array): { entry: QueueEntry; octets: Uint8Array } | undefined {
  const end = file.indexOf(LF);
  if (end < 0 || end > QUEUE_LIMITS.envelopeOctets) return undefined;
  try {
    const stored = fileSchema.parse(JSON.parse(new TextDecoder().decode(file.subarray(0, end))));
    const { size, crc32: sum, ...entry } = stored;
    const octets = file.subarray(end + 1);
    return octets.length === size && crc32(octets) === sum ? { entry, octets } : undefined;
  } catch {
    return undefined;
  }
}

/** What is to be reported about a recipient of the entry. */
export function wishesFor(entry: QueueEntry, recipient: string): RecipientWishes {
  return entry.wanted?.find((one) => one.recipient === recipient) ?? {};
}

/** A fresh entry: what it is, and its envelope. */
export function newEntry(
  now_ms: number,
  origin: Pick<QueueEntry, 'kind' | 'queueId' | 'message' | 'parents'>,
  envelope: Pick<QueueEntry, 'reversePath' | 'wishes'> & {
    recipients: readonly string[];
    wanted?: readonly Wanted[];
  },
): QueueEntry {
  const wanted = envelope.wanted?.filter((one) => one.notify !== undefined || one.orcpt !== undefined) ?? [];
  const { wishes = {} } = envelope;
  return {
    ...origin,
    ...(Object.keys(wishes).length === 0 ? {} : { wishes }),
    ...(wanted.length === 0 ? {} : { wanted }),
    reversePath: envelope.reversePath,
    recipients: [...envelope.recipients],
    arrival_ms: now_ms,
    attempt: 0,
    next_ms: now_ms,
    fields: [],
  };
}

// What a session file says of itself, and what its entries are called. Counterpart: session-file.ts reads them,
// write-session.ts writes them. Rule: the number of the format goes up when an older Posthorn couldn't read what is
// written; every format that there was is still read.

import { SCHEMA } from '../events.ts';
import { z } from '../schema.ts';
import { topologySchema } from '../topology.ts';
import { SESSION_LIMITS } from './limits.ts';
import { SessionProblem } from './problem.ts';
import { stateSchema } from './state-schema.ts';

/** 1: all events in one entry, all captured octets in another. 2: in pages, each with the state before it. */
export const SESSION_FORMAT = 2;

const told = {
  schema: z.int().min(1),
  app: z.string().max(40),
  seed: z.int(),
  run: z.int().min(1),
  seq: z.int().min(1),
  hash: z.string().max(40),
  /** Real time of saving; files of the first builds don't say. */
  saved_ms: z.number().exactOptional(),
};

const manifestSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal(1), ...told }),
  z.object({
    format: z.literal(2),
    ...told,
    /** Events of a page, and octets of a piece of the capture, but for the last. */
    page: z.int().min(1).max(SESSION_LIMITS.pageEvents),
    piece: z.int().min(1).max(SESSION_LIMITS.entryOctets),
    captured: z.int().min(0),
  }),
]);
export type SessionManifest = z.infer<typeof manifestSchema>;
/** What a run says, whatever the format it is kept in. */
export type SessionHead = Omit<Extract<SessionManifest, { format: 1 }>, 'format'>;

export const checkpointSchema = z.object({
  run: z.int().min(1),
  seed: z.int(),
  clock_ms: z.number(),
  topology: topologySchema,
  state: stateSchema,
});
export type SessionCheckpoint = z.infer<typeof checkpointSchema>;

export const ENTRIES = {
  manifest: 'manifest.json',
  checkpoint: 'checkpoint.json',
  overview: 'overview.json',
  /** Of the first format. */
  events: 'events.ndjson',
  capture: 'capture.bin',
  page: (index: number) => `events/${numbered(index)}.ndjson`,
  /** The state before the page; behind the last page stands the last. */
  state: (index: number) => `states/${numbered(index)}.json`,
  captured: (index: number) => `capture/${numbered(index)}.bin`,
  file: (path: string) => `files/${path}`,
} as const;

const numbered = (index: number) => String(index).padStart(6, '0');

/** Throws SessionProblem. */
export function soundManifest(value: unknown): SessionManifest {
  const numbers = z.object({ format: z.int(), schema: z.int(), app: z.string().max(40) }).safeParse(value);
  if (!numbers.success) throw new SessionProblem('not a session', ENTRIES.manifest);
  const { format, schema, app } = numbers.data;
  if (format > SESSION_FORMAT || schema > SCHEMA) throw new SessionProblem('newer', app);
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) throw new SessionProblem('damaged', ENTRIES.manifest);
  return manifest.data;
}

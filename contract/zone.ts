// A zone of the DNS as a person writes it: its SOA and its records. Counterpart: topology.ts, of which it is a part;
// engine/dns/zone-data.ts makes it ready to be served. Rule: a schema says what a record looks like, the engine what a zone
// may hold.

import { z } from './schema.ts';

export const ipv4 = z.ipv4('must be an IPv4 address');
export const seconds = z.number().min(0).max(100_000_000);

/** Records of one zone: a blocklist that a flood of spam has filled, and a file that still opens at once. */
export const ZONE_RECORDS = 20_000;

/** Of an address on a blocklist: who put it there, and when (RFC 3339, lab time). */
export const listedSchema = z.strictObject({ by: z.enum(['hand', 'trap']), at: z.iso.datetime() });

export const recordSchema = z.discriminatedUnion('type', [
  z.strictObject({
    name: z.string(),
    type: z.literal('A'),
    ttl: seconds.optional(),
    address: ipv4,
    listed: listedSchema.optional(),
  }),
  z.strictObject({ name: z.string(), type: z.literal('AAAA'), ttl: seconds.optional(), address: z.ipv6() }),
  z.strictObject({
    name: z.string(),
    type: z.literal('MX'),
    ttl: seconds.optional(),
    preference: z.int().min(0).max(65535),
    exchange: z.string(),
  }),
  z.strictObject({ name: z.string(), type: z.literal('CNAME'), ttl: seconds.optional(), target: z.string() }),
  z.strictObject({ name: z.string(), type: z.literal('PTR'), ttl: seconds.optional(), target: z.string() }),
  z.strictObject({ name: z.string(), type: z.literal('NS'), ttl: seconds.optional(), target: z.string() }),
  z.strictObject({
    name: z.string(),
    type: z.literal('TXT'),
    ttl: seconds.optional(),
    /** One string is cut into the 255-octet pieces of the wire; several are kept apart. */
    text: z.union([z.string().max(60_000), z.array(z.string().max(255)).max(256)]),
  }),
]);

export const zoneSchema = z.strictObject({
  /** Names in records are relative to the zone unless they end in a dot; `@` is the zone itself. */
  ttl: seconds.default(3600),
  soa: z.strictObject({
    primary: z.string(),
    mailbox: z.string(),
    serial: z.int().min(0).default(1),
    refresh_s: seconds.default(7200),
    retry_s: seconds.default(900),
    expire_s: seconds.default(1_209_600),
    /** How long "there is no such name" may be remembered (RFC 2308 section 4). */
    negative_s: seconds.default(300),
  }),
  records: z.array(recordSchema).max(ZONE_RECORDS).default([]),
});

export type Listed = z.infer<typeof listedSchema>;
export type Zone = z.infer<typeof zoneSchema>;
export type ZoneRecord = z.infer<typeof recordSchema>;

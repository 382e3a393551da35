// The tables by which a mail server changes addresses, and what an alias may stand for. Counterpart: topology.ts, of
// which they are a part; engine/mta/rewriting/ looks up in them. Rule: none given means that nothing is changed.

import { asOctets } from './octets.ts';
import { z } from './schema.ts';

export const domainName = z
  .string()
  .min(1)
  .max(253)
  .regex(
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/,
    'must be a domain name in lower case',
  );

export const address = z
  .string()
  .max(254)
  .regex(/^[^@\s]+@[^@\s]+$/, 'must be an address like bob@harbor.example')
  .transform(asOctets);

/** An address, or `@domain` for every address there. */
export const addressPattern = z
  .string()
  .max(254)
  .regex(/^[^@\s]*@[^@\s]+$/, 'must be an address like bob@harbor.example, or @harbor.example for all of a domain')
  .transform(asOctets);

const addressMap = z.record(addressPattern, addressPattern);

/**
 * What an alias may stand for (aliases(5)): an address, `|program`, `/home/USER/FILE`, `:include:/home/USER/FILE`
 * for a file of more of them. Whether a path is harmless is checked again by whoever opens it.
 */
export const aliasTarget = z
  .string()
  .max(300)
  .regex(
    /^(?:[^@\s|/:"\\][^@\s]*@[^@\s]+|\|[\x20-\x7e]{1,200}|(?::include:)?\/home(?:\/(?!\.{1,2}(?:\/|$))[^/\\\s]+){2,})$/,
    'must be an address, |program, /home/USER/FILE or :include:/home/USER/FILE',
  )
  .transform(asOctets);

/** A domain whose hosts are hidden; `!` before one that isn't. */
export const masqueradeDomain = z.string().regex(/^!?[a-z0-9_.-]+$/, 'must be a domain, or !domain');

/** Where somebody went, in words. */
export const relocatedText = z.string().min(1).max(200);

/**
 * A next hop as Postfix writes it: `[host]:port` is a server, `domain:port` one whose MX records are asked for, and
 * `lmtp:inet:host:port` a server that speaks LMTP.
 */
export const writtenRoute = z
  .string()
  .regex(
    /^(?:lmtp:inet:[a-z0-9._-]+|\[[a-z0-9._-]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/,
    'must be a next hop like [relay.campus.example]:587',
  );

/** What a row of an access table says (access(5)): a word with a text, or a reply of one's own. */
export const ACCESS_RESULT =
  /^(?:OK|RELAY|DUNNO|(?:REJECT|DEFER|DISCARD|HOLD)(?: [\x20-\x7e]{1,200})?|[45]\d\d(?: [45](?:\.\d{1,3}){2})?(?: [\x20-\x7e]{1,200})?)$/;
export const accessResult = z
  .string()
  .regex(ACCESS_RESULT, 'must be OK, RELAY, DUNNO, REJECT, DEFER, DISCARD, HOLD or a reply');
export const accessKey = z.string().min(1).max(300);

/** Peers by their addresses. */
export const network = z.cidrv4('must be a network like 192.0.2.0/24');

export const srsSecret = z.string().min(1).max(200);
export const srsDays = z.int().min(1).max(365);

/** A file in somebody's folder; whether it is harmless is checked again by whoever writes it. */
export const homePath = z
  .string()
  .max(200)
  .regex(/^\/home(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9@._+-]+){2,4}$/, 'must be /home/USER/FILE');

/** What an MSA mends in a letter that one of its own people hands over (RFC 6409 section 8). */
export const submissionRepairs = ['date', 'message-id', 'from', 'sender', 'addresses', 'header'] as const;
export type SubmissionRepair = (typeof submissionRepairs)[number];

export const tablesSchema = z.strictObject({
  /** Domain of addresses that are written without one (Postfix: myorigin). */
  origin: domainName.optional(),
  /** Canonical maps: for senders, for recipients, then for both; envelope and header (canonical(5)). */
  senderCanonical: addressMap.optional(),
  recipientCanonical: addressMap.optional(),
  canonical: addressMap.optional(),
  /** Hosts of these domains are hidden: `alice@laptop.campus.example` becomes `alice@campus.example`; `!` is an exception. */
  masquerade: z
    .strictObject({
      domains: z.array(masqueradeDomain).min(1),
      /** Users whose addresses stay as they are. */
      exceptions: z.array(z.string().min(1).max(64)).default([]),
    })
    .optional(),
  /** Gets a copy of every letter that comes in. */
  alwaysBcc: address.optional(),
  /** Address, or `@domain` -> the addresses that it stands for, in the letter's own envelope (virtual(5)). */
  virtual: z.record(addressPattern, z.array(addressPattern).min(1).max(1000)).optional(),
  /** Address, or `@domain` -> where its owner went: the letter is refused with that (relocated(5)). */
  relocated: z.record(addressPattern, relocatedText).optional(),
  /** What a client of somebody who moved hears: Postfix's 550, or the 551 of RFC 5321 section 3.4. */
  relocatedCode: z.union([z.literal(550), z.literal(551)]).optional(),
  /** Applied to what goes out over SMTP only (generic(5)). */
  generic: addressMap.optional(),
  /** Header addresses are changed in everybody's letters, not only in those of clients that may send anywhere. */
  allHeaders: z.boolean().optional(),
});

export type Tables = z.infer<typeof tablesSchema>;

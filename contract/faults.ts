// What a person does to the wire on purpose: rules with a name, reversible, part of the lab's state. Counterpart:
// engine/internet/faults.ts does it, renderer/faults/ lists it. Rule: two layers, never confused: what a link does to
// octets, blind to what they say, and what is done to lines by somebody who reads them.

import { FILTER_CHARS } from './filter/filter.ts';
import type { BytesRef, Side } from './ids.ts';
import { z } from './schema.ts';
import { protocols } from './topology.ts';

export const FAULT_LIMITS = {
  /** Rules of a lab: more than anybody keeps apart, and each is asked about each new connection. */
  rules: 50,
  /** Longest way of a line, in milliseconds: twice the longest that a client waits (RFC 5321 section 4.5.3.2.6). */
  delay_ms: 1_200_000,
  /** Octets a second of a slow link: from a telegraph to what isn't slow any more. */
  slowest: 1,
  fastest: 10_000_000,
  /** Octets that pass before a connection is cut: a large letter. */
  octets: 64_000_000,
  /** Times that a rule strikes before it is spent. */
  times: 100_000,
  /** Characters of a reply's text: a line of 512 octets with its code (RFC 5321 section 4.5.3.1.5). */
  text: 480,
  name: 60,
} as const;

/** Commands that can be answered in a server's stead. `CONNECT` is answered by the greeting, `.` ends the letter's text. */
export const ANSWERABLE = [
  ...(['CONNECT', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.'] as const),
  ...(['RSET', 'NOOP', 'VRFY', 'QUIT'] as const),
] as const;

/** The server is heard first, and something else passed on: there is no command, or it has the letter's text already. */
export const isHeardFirst = (command: string) => command === 'CONNECT' || command === '.';

/** Octets that pass first: of the connection, or of the line that fits. */
const octets = z.int().min(0).max(FAULT_LIMITS.octets).default(0);

export const faultSchema = z.discriminatedUnion('kind', [
  /** Every unit comes later, in either direction. */
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(1).max(FAULT_LIMITS.delay_ms) }),
  z.strictObject({
    kind: z.literal('slow'),
    octetsPerSecond: z.int().min(FAULT_LIMITS.slowest).max(FAULT_LIMITS.fastest),
  }),
  /** Everything is swallowed, and nobody told: a connection isn't answered, an open one stalls. */
  z.strictObject({ kind: z.literal('blackHole') }),
  /** Both ends see the other one close. */
  z.strictObject({ kind: z.literal('cut'), octets }),
  /** Both ends see a reset (RFC 9293 section 3.5). */
  z.strictObject({ kind: z.literal('reset'), octets }),
  /** One bit of a unit is turned over. */
  z.strictObject({ kind: z.literal('corrupt') }),
  /** A line that fits is lost, and the next one isn't. */
  z.strictObject({ kind: z.literal('drop') }),
  /** Somebody answers in the server's stead, which never hears the command (see isHeardFirst). */
  z.strictObject({
    kind: z.literal('answer'),
    command: z.enum(ANSWERABLE),
    // Not 3xx: nobody would be there to take what comes then.
    code: z
      .int()
      .min(200)
      .max(599)
      .refine((code) => code < 300 || code >= 400, 'must be 2xx, 4xx or 5xx'),
    enhanced: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'must be like 4.7.1')
      .exactOptional(),
    text: z
      .string()
      .max(FAULT_LIMITS.text)
      .regex(/^[\x20-\x7e]*$/, 'must be one line of ASCII'),
  }),
]);
export type Fault = z.output<typeof faultSchema>;

const host = z.string().min(1).max(253);

export const faultRuleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and hyphens'),
    /** What its author calls it; else the screen says what it does. */
    name: z.string().trim().min(1).max(FAULT_LIMITS.name).exactOptional(),
    fault: faultSchema,
    /** Both ends of a link, or one host, or none: everywhere. */
    hosts: z.array(host).max(2).default([]),
    /** Of the server. */
    port: z.int().min(1).max(65_535).exactOptional(),
    protocol: z.enum(protocols).exactOptional(),
    /** Lines that it is for, in the language of breakpoints; without it whole connections, or every line. */
    filter: z.string().max(FILTER_CHARS).exactOptional(),
    /** By chance, but the same with the same seed. */
    percent: z.number().min(0.1).max(100).default(100),
    seed: z.int().min(0).max(4_294_967_295).default(1),
    /** Spent after so many. */
    times: z.int().min(1).max(FAULT_LIMITS.times).exactOptional(),
    isOn: z.boolean().default(true),
  })
  .refine(({ fault, filter }) => fault.kind !== 'drop' || filter !== undefined, {
    message: 'must say which lines are dropped',
    path: ['filter'],
  })
  .refine(({ fault }) => fault.kind !== 'answer' || sameClass(fault), {
    message: 'must begin with the first digit of the code',
    path: ['fault', 'enhanced'],
  });
export type FaultRule = z.output<typeof faultRuleSchema>;

/** RFC 2034 section 4: the class of the enhanced code is the first digit of the reply. */
function sameClass({ code, enhanced }: { code: number; enhanced?: string }): boolean {
  return enhanced === undefined || enhanced.startsWith(String(code).charAt(0));
}

/** What a rule did. Those of CONSEQUENCES follow from another strike and aren't counted. */
export const FAULT_DEEDS = [
  ...(['delayed', 'silenced', 'cut', 'reset', 'corrupted', 'dropped', 'answered', 'replaced'] as const),
  /** Said into a connection that is silenced or cut; a command that the server doesn't hear. */
  ...(['lost', 'unheard'] as const),
] as const;
export type FaultDeed = (typeof FAULT_DEEDS)[number];

const CONSEQUENCES: ReadonlySet<FaultDeed> = new Set(['lost', 'unheard']);
export const isCounted = (deed: FaultDeed) => !CONSEQUENCES.has(deed);

/**
 * A rule did something: to the unit of `from` that is told next, or to the connection. What never arrives stands here and
 * nowhere else, as a line (`bytes`) or in the capture (`ref`).
 */
export interface FaultStrike {
  rule: string;
  deed: FaultDeed;
  from?: Side;
  /** It was octets of TLS: no line is told next. */
  ciphertext?: true;
  /** How long it was delayed. */
  ms?: number;
  /** The octet that was corrupted, counted from 0: which it was, and which it is. */
  octet?: { at: number; was: number; is: number };
  bytes?: string;
  ref?: BytesRef;
  secret?: { start: number; end: number };
}

/** A rule of the lab, and how often it struck since it was switched on. */
export interface FaultState {
  rule: FaultRule;
  struck: number;
}

export const faultArgs = {
  /** Sets a rule, or changes the one of that id. */
  'fault.set': faultRuleSchema,
  'fault.clear': z.strictObject({ id: z.string().max(40) }),
};

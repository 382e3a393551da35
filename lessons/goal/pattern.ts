// A command with its reply, described: what `answered`, `inOrder` and `count` look for. Counterpart: ../book/talks.ts
// makes the exchanges. Rule: match the class of a reply, its policy and its stage; an exact code only where the lesson
// is about that code, because servers differ in them.

import { z } from '../../contract/schema.ts';
import type { Exchange, Quote } from '../book/sighting.ts';
import { quoted } from '../book/lines.ts';
import type { Reason } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

const host = z.string().max(253);

export const exchangeSchema = z.strictObject({
  /** The server, its port, and who speaks to it. */
  at: host.optional(),
  port: z.int().optional(),
  by: host.optional(),
  /** `CONNECT` for the banner, `.` for the end of a letter, `CLOSE` for the end of a connection. */
  verb: z.string().max(32).optional(),
  class: z.int().min(0).max(5).optional(),
  code: z.int().min(200).max(599).optional(),
  enhanced: z.string().max(12).optional(),
  line: valueTestSchema.optional(),
  reply: valueTestSchema.optional(),
  /** The client spoke before the banner. */
  early: z.boolean().optional(),
  tls: z.boolean().optional(),
});
export type ExchangePattern = z.output<typeof exchangeSchema>;

export function fitsExchange(exchange: Exchange, pattern: ExchangePattern): boolean {
  return aboutTheSame(exchange, pattern) && answeredSo(exchange, pattern);
}

/** The right command at the right place, whatever came back. */
export function aboutTheSame(exchange: Exchange, pattern: ExchangePattern): boolean {
  const { at, port, by, verb, line, early, tls } = pattern;
  return (
    (at === undefined || exchange.server === at) &&
    (port === undefined || exchange.port === port) &&
    (by === undefined || exchange.client === by) &&
    (verb === undefined || exchange.verb === verb) &&
    (early === undefined || exchange.early === early) &&
    (tls === undefined || exchange.tls === tls) &&
    passes(exchange.line, line)
  );
}

function answeredSo(exchange: Exchange, pattern: ExchangePattern): boolean {
  return (
    (pattern.class === undefined || exchange.class === pattern.class) &&
    (pattern.code === undefined || exchange.code === pattern.code) &&
    (pattern.enhanced === undefined || exchange.enhanced === pattern.enhanced) &&
    passes(exchange.reply, pattern.reply)
  );
}

/** Why the nearest exchange won't do: its reply, or that none was seen. */
export function whyNot(nearest: Exchange | undefined, pattern: ExchangePattern): Reason {
  const params = { command: pattern.verb ?? '', host: pattern.at ?? '' };
  if (!nearest) return { key: NOT_SEEN[pattern.verb ?? ''] ?? 'answered.notSeen', params };
  return { key: 'answered.otherwise', params: { ...params, reply: quoted(nearest.reply) } };
}

const NOT_SEEN: Readonly<Record<string, Reason['key']>> = {
  '': 'answered.nothingSeen',
  CONNECT: 'answered.noBanner',
  '.': 'answered.noDot',
  CLOSE: 'answered.notClosed',
};

/** Both sides of an exchange, to be shown again. */
export function quotesOf({ line, verb, seq, reply, replySeq }: Exchange): Quote[] {
  const typed = verb === '.' ? '.' : line;
  const said: Quote = { seq: replySeq, from: 'server', text: quoted(reply) };
  if (verb === 'CLOSE') return [];
  return typed === '' ? [said] : [{ seq, from: 'client', text: quoted(typed) }, said];
}

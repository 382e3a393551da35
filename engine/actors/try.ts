// One try of an actor to hand over a letter: it finds the server, dials it and speaks SMTP like anybody else. Counterpart:
// running-actor.ts decides what follows. Rule: whatever goes wrong is an outcome, never an error.

import type { ActorOutcome } from '../../contract/actors.ts';
import type { ReplyText } from '../../contract/events.ts';
import type { Host } from '../../contract/topology.ts';
import { DialError } from '../internet/internet.ts';
import { domainOf } from '../mta/transport.ts';
import { type NextHop, routeTo } from '../mta/route.ts';
import type { RunContext } from '../run.ts';
import { ClientError, RefusedError } from '../smtp/client-errors.ts';
import { SmtpClient } from '../smtp/client.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { Manners } from './actor.ts';
import { talkHastily } from './hasty-talk.ts';

export interface Offer {
  message: string;
  from: string;
  to: string;
  octets: Uint8Array;
  host: Host;
  /** Who is to carry it; without one, whoever the DNS names for the recipient. */
  server: string | undefined;
  manners: Manners;
  /** seq of what it is a consequence of. */
  cause: number;
}

export interface Tried {
  outcome: ActorOutcome;
  reply?: ReplyText;
  conn?: string;
}

export async function tryToSend(offer: Offer, context: RunContext): Promise<Tried> {
  const { host, message, cause, to } = offer;
  const scope = context.scope.about({ host: host.name, message });
  const { server } = offer;
  const transport = server === undefined ? undefined : { entry: '*', to: server, port: SMTP_PORT, mx: false };
  const parts = {
    // An actor may live beside a mail server and hand its letters to it: that is no loop.
    hostName: '',
    ownAddress: '',
    resolver: context.resolverOf(host.name),
    random: context.random(host.name, 'actor mx'),
  };
  const route = await routeTo(server ?? domainOf(to), transport, parts, scope, cause);
  if ('failure' in route) return { outcome: route.permanent ? 'refused' : 'unreachable', reply: route.failure };
  let tried: Tried = { outcome: 'unreachable' };
  for (const hop of route.hops) {
    tried = await offerTo(hop, offer, context);
    if (tried.outcome !== 'unreachable') return tried;
  }
  return tried;
}

const SMTP_PORT = 25;

async function offerTo(hop: NextHop, offer: Offer, context: RunContext): Promise<Tried> {
  const { internet, world, work, certificates } = context;
  const { host, message, cause, from, to, octets, manners } = offer;
  let conn: string | undefined;
  const seen = () => (conn === undefined ? {} : { conn });
  try {
    const dialled = await internet.dial(host, hop, { purpose: 'actor', cause, carried: { message } });
    conn = dialled.conn.id;
    const helo = manners.helo ?? host.name;
    if (manners.talksEarly) {
      const answer = await talkHastily(dialled, { helo, from, to, octets }, world.activity);
      return {
        outcome: answer ? outcomeOf(answer.code) : 'unreachable',
        ...(answer ? { reply: answer } : {}),
        ...seen(),
      };
    }
    const client = await SmtpClient.open({
      dialled,
      helo,
      activity: world.activity,
      work,
      isHeld: (one) => internet.holds.isHeld(one),
      tls: 'none',
      servername: hop.name,
      authority: () => certificates.authorityPem,
    });
    try {
      const [result] = (await client.send(from, [to], octets)).recipients;
      if (!result) return { outcome: 'unreachable', ...seen() };
      return { outcome: outcomeOf(result.reply.code), reply: replyText(result.reply), ...seen() };
    } finally {
      client.conn.carried = undefined;
      await client.close();
    }
  } catch (error) {
    if (error instanceof RefusedError) {
      return { outcome: outcomeOf(error.reply.code), reply: replyText(error.reply), ...seen() };
    }
    if (error instanceof DialError || error instanceof ClientError) return { outcome: 'unreachable', ...seen() };
    throw error;
  }
}

function outcomeOf(code: number): ActorOutcome {
  return code < 400 ? 'taken' : code < 500 ? 'deferred' : 'refused';
}

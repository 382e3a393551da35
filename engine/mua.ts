// The mail program of a user of the lab: writes a letter and hands it to the MSA over the wire.
// Counterpart: `mail.send`; mta/ takes it from there. Rule: it is a client like any other, with a
// password, and what it writes is a claim.

import type { Letter } from '../contract/commands.ts';
import type { ReplyText } from '../contract/events.ts';
import { asOctets } from '../contract/octets.ts';
import type { Host, User } from '../contract/topology.ts';
import { composeLetter } from './compose-letter.ts';
import type { Resolver } from './dns/resolver-types.ts';
import { encodeXtext } from '../mail/dsn/wishes.ts';
import { DialError, type Internet } from './internet/internet.ts';
import type { SerialGate } from './serial-gate.ts';
import { ClientError, RefusedError } from './smtp/client-errors.ts';
import { type SendWishes, SmtpClient } from './smtp/client.ts';
import { replyText } from './smtp/reply-text.ts';
import type { WorkMeter } from './work.ts';
import type { ActivityClock, Clock, RandomStream } from './world.ts';

export interface MuaParts {
  user: User;
  /** The machine that the user sits at. */
  desk: Host;
  resolver: Resolver;
  internet: Internet;
  activity: ActivityClock;
  work: WorkMeter;
  gate: SerialGate;
  clock: Clock;
  random: RandomStream;
  authority: () => string;
  newMessage: () => string;
}

export interface Submitted {
  conn: string;
  /** The reply that decided. */
  reply: ReplyText;
  queueId?: string;
  /** The letter, if it came as far as being written. */
  octets?: Uint8Array;
}

const SUBMISSION_PORT = 587;

/** Submits a letter. A refusal is an answer; a server that can't be reached throws MuaError. */
export async function submit(letter: Letter, parts: MuaParts): Promise<Submitted> {
  const message = parts.newMessage();
  const isHeld = () => parts.internet.holds.holdsMessage(message);
  const work = parts.work.begin(() => isHeld() || parts.gate.isStuck);
  const leave = await parts.gate.enter(isHeld);
  try {
    return await submitNow(letter, message, parts);
  } catch (error) {
    if (error instanceof DialError || error instanceof ClientError) throw new MuaError(error.message);
    if (error instanceof RefusedError) return { conn: '', reply: replyText(error.reply) };
    throw error;
  } finally {
    work.dispose();
    leave();
  }
}

/** The letter couldn't even be offered. */
export class MuaError extends Error {
  override name = 'MuaError';
}

async function submitNow(letter: Letter, message: string, parts: MuaParts): Promise<Submitted> {
  const { user, desk, resolver, internet, activity, work, authority } = parts;
  if (user.submitsAt === undefined) throw new MuaError(`${user.address} has no submission server`);
  const lookup = await resolver.lookup(user.submitsAt, 'A', 'submission server');
  const address = lookup.answers.find((answer) => answer.type === 'A')?.data;
  if (address === undefined) throw new MuaError(`${user.submitsAt} has no address (${lookup.rcode})`);
  const dialled = await internet.dial(
    desk,
    { address, port: SUBMISSION_PORT },
    { purpose: 'submission', cause: lookup.seq, carried: { message } },
  );
  const client = await SmtpClient.open({
    dialled,
    helo: desk.name,
    activity,
    work,
    isHeld: (conn) => internet.holds.isHeld(conn),
    tls: 'verify',
    servername: user.submitsAt,
    authority,
    login: { name: user.address, password: user.password },
  });
  const recipients = (letter.envelope?.to ?? [...letter.to, ...letter.cc, ...letter.bcc]).map(asOctets);
  const octets = await composeLetter(letter, parts);
  const result = await client.send(
    asOctets(letter.envelope?.from ?? letter.from),
    recipients,
    octets,
    wishesOf(letter),
  );
  client.conn.carried = undefined;
  await client.close();
  // The worst answer is the one to show; with one recipient there is only one.
  const worst = result.recipients.map((one) => one.reply).toSorted((left, right) => right.code - left.code)[0];
  const reply = replyText(worst ?? { code: 554, enhanced: '5.5.1', text: 'no recipients' });
  const queueId = /queued as (\S+)/.exec(reply.text)?.[1];
  return { conn: client.conn.id, reply, octets, ...(queueId === undefined ? {} : { queueId }) };
}

function wishesOf({ dsn }: Letter): SendWishes {
  const { notify, ret, envid } = dsn ?? {};
  return {
    letter: { ...(ret === undefined ? {} : { ret }), ...(envid === undefined ? {} : { envid: encodeXtext(envid) }) },
    of: () => (notify === undefined ? {} : { notify }),
  };
}

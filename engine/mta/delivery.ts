// Hands a letter to the next hop over SMTP or LMTP: route, connection, transaction, and what each recipient
// got. Counterpart: queue.ts decides what follows. Rule: a server that can't be reached is passed
// over for the next MX; a server that answered has answered, also with 4xx, and the queue waits.

import type { ReplyText } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { Mta } from '../../contract/topology.ts';
import type { Carried, Dialling } from '../internet/connection.ts';
import { DialError, type Internet } from '../internet/internet.ts';
import type { Scope } from '../scope.ts';
import { ClientError, RefusedError, TlsError } from '../smtp/client-errors.ts';
import { type SendWishes, SmtpClient, type TransactionResult } from '../smtp/client.ts';
import type { ClientPool } from '../smtp/client-pool.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import { type QueueEntry, wishesFor } from './queue-entry.ts';
import type { Outgoing } from './rewriting/outgoing.ts';
import type { RecipientResult } from './queue.ts';
import { type NextHop, routeTo, type RouteParts } from './route.ts';
import type { Transport } from './transport.ts';

export interface DeliveryParts {
  route: RouteParts;
  settings: Mta;
  /** The next hop speaks LMTP: its answer is the mailbox's. */
  lmtp?: boolean;
  /** The letter as it leaves, when that isn't as it lies in the queue. */
  outgoing?: Outgoing | undefined;
  host: { name: string; address: string };
  internet: Internet;
  pool: ClientPool;
  activity: ActivityClock;
  work: WorkMeter;
  authority: () => string;
  /** Repeatable runs close each connection before the next delivery. */
  serial: boolean;
}

/** Delivers to the recipients of one domain. */
export async function relay(
  { domain, transport }: { domain: string; transport: Transport | undefined },
  recipients: readonly string[],
  entry: QueueEntry,
  octets: Uint8Array,
  given: DeliveryParts,
  scope: Scope,
): Promise<RecipientResult[]> {
  const parts = transport?.lmtp ? { ...given, lmtp: true } : given;
  const attempted = scope.emit('queue.attempted', { recipients: [...recipients], to: domain, attempt: entry.attempt });
  const route = await routeTo(domain, transport, parts.route, scope, attempted);
  if ('failure' in route) {
    const outcome = route.permanent ? 'failed' : 'deferred';
    return recipients.map((recipient) => ({ recipient, outcome, reply: route.failure }));
  }
  let last: ReplyText = { code: 451, enhanced: '4.4.1', text: `no server of ${domain} can be reached` };
  for (const [at, hop] of route.hops.entries()) {
    const tried = await tryHop(hop, recipients, entry, octets, parts, attempted);
    if (Array.isArray(tried)) return told(tried, hop, parts.lmtp === true, scope, attempted);
    last = tried;
    const next = route.hops[at + 1];
    if (next) scope.emit('route.failedOver', { from: nameOf(hop), to: nameOf(next), reply: tried }, attempted);
  }
  return recipients.map((recipient) => ({ recipient, outcome: 'deferred', reply: last }));
}

/** The results at one server, or why it couldn't be used. */
async function tryHop(
  hop: NextHop,
  recipients: readonly string[],
  entry: QueueEntry,
  octets: Uint8Array,
  parts: DeliveryParts,
  cause: Seq,
): Promise<RecipientResult[] | ReplyText> {
  // A session speaks for one host: another's is of no use.
  const key = `${parts.lmtp ? 'lmtp ' : ''}${parts.host.name} ${hop.address}:${hop.port}`;
  const { concurrency, connectionReuse_s } = parts.settings.queue;
  const leave = await parts.pool.room(key, concurrency);
  try {
    for (let reused = parts.serial ? undefined : parts.pool.take(key); ; reused = undefined) {
      const carried: Carried = {
        message: entry.message,
        parent: { host: parts.host.name, queueId: entry.queueId },
        partial: recipients.length < entry.recipients.length,
        ...(parts.outgoing ? { fields: parts.outgoing.fields } : {}),
      };
      const client = reused ?? (await open(hop, parts, { purpose: 'relay', cause, carried }));
      // From here the connection carries this letter: the server at the other end finds it by that.
      client.conn.carried = carried;
      const sent = await transact(client, recipients, entry, octets, parts.outgoing);
      if (!(sent instanceof ClientError)) {
        await parts.pool.giveBack(key, client, parts.serial ? 0 : connectionReuse_s * 1000);
        return sent.recipients.map((one) => resultOf(one, sent.reports, hop, parts.lmtp === true));
      }
      await client.close();
      // An idle connection may have died of old age; that says nothing about the server.
      if (reused) continue;
      return brokenOff(sent, hop);
    }
  } catch (error) {
    if (error instanceof RefusedError) return turnedAway(replyText(error.reply), hop);
    if (error instanceof DialError) {
      return {
        code: 451,
        enhanced: '4.4.1',
        text: `connect to ${nameOf(hop)}:${hop.port}: ${PROBLEMS[error.problem]}`,
      };
    }
    if (error instanceof TlsError) return withoutTls(error, hop);
    if (error instanceof ClientError) return brokenOff(error, hop);
    throw error;
  } finally {
    leave();
  }
}

async function transact(
  client: SmtpClient,
  recipients: readonly string[],
  entry: QueueEntry,
  octets: Uint8Array,
  outgoing: Outgoing | undefined,
): Promise<TransactionResult | ClientError> {
  try {
    const wishes = { letter: entry.wishes ?? {}, of: (recipient: string) => wishesFor(entry, recipient) };
    if (!outgoing) return await client.send(entry.reversePath, recipients, octets, wishes);
    return await transactCalled(client, recipients, wishes, outgoing);
  } catch (error) {
    if (error instanceof ClientError) return error;
    throw error;
  } finally {
    client.conn.carriedLast = entry.message;
    client.conn.carried = undefined;
  }
}

/** The same under the names of a generic map; what comes back is told of the recipients as the queue knows them. */
async function transactCalled(
  client: SmtpClient,
  recipients: readonly string[],
  wishes: SendWishes,
  { reversePath, called, octets }: Outgoing,
): Promise<TransactionResult> {
  const known = new Map<string, string[]>();
  for (const recipient of recipients)
    known.set(called(recipient), [...(known.get(called(recipient)) ?? []), recipient]);
  const of = (name: string) => wishes.of(known.get(name)?.[0] ?? name);
  const sent = await client.send(reversePath, [...known.keys()], octets, { ...wishes, of });
  const results = sent.recipients.flatMap((one) =>
    (known.get(one.address) ?? []).map((address) => ({ ...one, address })),
  );
  return { ...sent, recipients: results };
}

/** Opportunistic TLS that fails is no reason not to deliver: the next call is in the clear, as Postfix makes it. */
async function open(hop: NextHop, parts: DeliveryParts, why: Dialling): Promise<SmtpClient> {
  const { outboundTls } = parts.settings;
  try {
    return await call(hop, outboundTls, parts, why);
  } catch (error) {
    if (outboundTls !== 'may' || !(error instanceof TlsError)) throw error;
    return call(hop, 'none', parts, why);
  }
}

async function call(hop: NextHop, tls: Mta['outboundTls'], parts: DeliveryParts, why: Dialling): Promise<SmtpClient> {
  const { host, internet, activity, work, authority, settings } = parts;
  const dialled = await internet.dial(host, hop, why);
  return SmtpClient.open({
    dialled,
    helo: host.name,
    lmtp: parts.lmtp === true,
    activity,
    work,
    isHeld: (conn) => internet.holds.isHeld(conn),
    tls,
    pipelining: () => settings.outboundPipelining && !internet.holds.watches(dialled.conn),
    servername: hop.name,
    authority,
  });
}

/** The words that a Unix system has for it, as they stand in every mail log, and our one promise. */
const PROBLEMS: Readonly<Record<DialError['problem'], string>> = {
  'no route': 'No route to host: Posthorn never leaves this machine',
  refused: 'Connection refused',
  timeout: 'Connection timed out',
};

/** In Postfix's words, as the next. */
function brokenOff({ problem, during, message }: ClientError, hop: NextHop): ReplyText {
  const name = nameOf(hop);
  const reply = { code: 451, enhanced: '4.4.2' };
  switch (problem) {
    case 'lost':
      return { ...reply, text: `lost connection with ${name} while ${during}` };
    case 'timed out':
      return { ...reply, text: `conversation with ${name} timed out while ${during}` };
    case 'nonsense':
    case 'tls':
      return { ...reply, enhanced: '4.3.0', text: `protocol error with ${name} while ${during}: ${message}` };
  }
}

function withoutTls({ failure, message }: TlsError, hop: NextHop): ReplyText {
  const name = nameOf(hop);
  switch (failure) {
    case 'not offered':
      return { code: 451, enhanced: '4.7.4', text: `TLS is required, but was not offered by host ${name}` };
    case 'refused':
      return {
        code: 451,
        enhanced: '4.7.4',
        text: `TLS is required, but host ${name} refused to start TLS: ${message}`,
      };
    case 'handshake':
      return { code: 451, enhanced: '4.7.5', text: `Cannot start TLS with ${name}: ${message}` };
  }
}

/** Refused before a letter was named: that says nothing about the letter, so it may go elsewhere or wait. */
function turnedAway(reply: ReplyText, hop: NextHop): ReplyText {
  const said = [reply.code, reply.enhanced, reply.text].filter((part) => part !== undefined).join(' ');
  return { code: 451, enhanced: '4.0.0', text: `host ${nameOf(hop)} refused to talk to me: ${said}` };
}

function nameOf(hop: NextHop): string {
  return `${hop.name}[${hop.address}]`;
}

function resultOf(
  { address, reply, during }: TransactionResult['recipients'][number],
  reports: boolean,
  hop: NextHop,
  isFinal: boolean,
): RecipientResult {
  const outcome = reply.code < 400 ? 'delivered' : reply.code < 500 ? 'deferred' : 'failed';
  return {
    recipient: address,
    outcome,
    reply: replyText(reply),
    remote: { name: hop.name, address: hop.address, during },
    // A hop that knows nothing of reports can't be asked for one: all that we can say is that it has the letter.
    // What an LMTP server takes is in the mailbox.
    ...(outcome === 'delivered' && (isFinal || !reports) ? { report: isFinal ? 'delivered' : 'relayed' } : {}),
  };
}

function told(results: RecipientResult[], hop: NextHop, isEach: boolean, scope: Scope, cause: Seq): RecipientResult[] {
  const all = results.filter((result) => result.outcome === 'delivered');
  // One reply was for all of them, or each has its own.
  for (const delivered of isEach ? all.map((one) => [one]) : [all]) {
    const [first] = delivered;
    if (!first) continue;
    const recipients = delivered.map((result) => result.recipient);
    scope.emit('queue.delivered', { recipients, to: hop.name, reply: first.reply }, cause);
  }
  return results;
}

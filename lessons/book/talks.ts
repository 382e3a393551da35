// The dialogs of the lab as commands with their replies. Counterpart: replies.ts knows each protocol; the matcher
// `answered` reads what comes out. Rule: a client may pipeline (RFC 2920, RFC 2449), so commands queue up until they are
// answered; the banner answers the connection itself, and the reply after message data answers the dot.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { ConnId } from '../../contract/ids.ts';
import { LINES_COUNT, PENDING_COUNT, TALKS_COUNT } from '../limits.ts';
import { maskSecret, withoutLineEnd } from './lines.ts';
import { GRAMMARS, type TalkProtocol } from './replies.ts';
import type { Exchange, LineFacts } from './sighting.ts';

interface Pending {
  verb: string;
  line: string;
  seq: number;
  replies: string[];
}

/** One connection that is open. */
export interface Talk {
  conn: ConnId;
  protocol: TalkProtocol;
  client: string;
  server: string;
  port: number;
  door: boolean;
  tls: boolean;
  early: boolean;
  /** The server has said 354, and the dot hasn't come. */
  inData: boolean;
  pending: Pending[];
}

export interface Talks {
  open: Record<ConnId, Talk>;
  /** The latest lines, for selections. */
  lines: LineFacts[];
}

export const noTalks: Talks = { open: {}, lines: [] };

/** What one event did: the state after it, and the exchanges that it completed. */
export interface Heard {
  talks: Talks;
  exchanges: Exchange[];
}

export function hear(talks: Talks, event: LabEvent): Heard {
  switch (event.type) {
    case 'conn.opened':
      return { talks: { ...talks, open: opened(talks.open, event) }, exchanges: [] };
    case 'conn.closed':
      return closed(talks, event);
    case 'tls.started':
      return { talks: change(talks, event.conn, withTls), exchanges: [] };
    case 'wire.line':
      return event.data.from === 'client' ? commanded(talks, event) : replied(talks, event);
    case 'wire.bulk':
      return { talks: change(talks, event.conn, (talk) => withData(talk, event)), exchanges: [] };
    default:
      return { talks, exchanges: [] };
  }
}

function opened(open: Talks['open'], event: LabEventOf<'conn.opened'>): Talks['open'] {
  const { client, server, protocol, door } = event.data;
  if (event.conn === undefined || protocol === 'raw') return open;
  const talk: Talk = {
    conn: event.conn,
    protocol: protocol === 'submission' || protocol === 'lmtp' ? 'smtp' : protocol,
    client: client.host,
    server: server.host,
    port: server.port,
    door,
    tls: false,
    early: false,
    inData: false,
    pending: [{ verb: 'CONNECT', line: '', seq: event.seq, replies: [] }],
  };
  return Object.fromEntries([...Object.entries(open), [event.conn, talk]].slice(-TALKS_COUNT)) as Talks['open'];
}

function closed(talks: Talks, event: LabEventOf<'conn.closed'>): Heard {
  const talk = talkOf(talks, event);
  if (!talk) return { talks, exchanges: [] };
  const { [talk.conn]: _gone, ...open } = talks.open;
  const end = { verb: 'CLOSE', line: '', seq: event.seq, replies: [] };
  return { talks: { ...talks, open }, exchanges: [exchange(talk, end, event, event.data.by)] };
}

function commanded(talks: Talks, event: LabEventOf<'wire.line'>): Heard {
  const talk = talkOf(talks, event);
  if (!talk) return { talks, exchanges: [] };
  const line = withoutLineEnd(maskSecret(event.data.bytes, event.data.secret));
  const [first] = talk.pending;
  const last = talk.pending.at(-1);
  const grammar = GRAMMARS[talk.protocol];
  const answersChallenge = event.data.secret !== undefined && first?.verb === 'AUTH';
  const goesOn = answersChallenge ? first : grammar.goesOn(last, line) ? last : undefined;
  const asked = goesOn ?? { verb: grammar.verbOf(line), line, seq: event.seq, replies: [] };
  const next: Talk = {
    ...talk,
    early: talk.early || first?.verb === 'CONNECT',
    pending: goesOn ? talk.pending : [...talk.pending, asked].slice(-PENDING_COUNT),
  };
  return {
    talks: note(
      change(talks, talk.conn, () => next),
      event,
      asked.verb,
      0,
      line,
    ),
    exchanges: [],
  };
}

function replied(talks: Talks, event: LabEventOf<'wire.line'>): Heard {
  const talk = talkOf(talks, event);
  const text = withoutLineEnd(event.data.bytes);
  const code = Number(/^\d{3}/.exec(text)?.[0] ?? 0);
  const [first, ...rest] = ungreeted(talk?.pending ?? [], code);
  if (!talk || !first) return { talks, exchanges: [] };
  const noted = note(talks, event, first.verb, code, text);
  const answer: Pending = { ...first, replies: [...first.replies, text] };
  const isWhole = GRAMMARS[talk.protocol].isLast(first, text);
  const next: Talk = {
    ...talk,
    inData: talk.inData || (code === 354 && isWhole),
    pending: isWhole ? rest : [answer, ...rest],
  };
  const done = isWhole ? [exchange(talk, answer, event, answer.replies.join('\n'))] : [];
  return { talks: change(noted, talk.conn, () => next), exchanges: done };
}

/** Who talks before the greeting may never get one (Postfix: postscreen): then 250 answers the first command. */
function ungreeted(pending: Pending[], code: number): Pending[] {
  const [first, ...commands] = pending;
  return first?.verb === 'CONNECT' && code === 250 ? commands : pending;
}

function withData(talk: Talk, event: LabEventOf<'wire.bulk'>): Talk {
  if (event.data.kind !== 'mailData' || event.data.from !== 'client') return talk;
  const isMore = talk.pending.at(-1)?.verb === '.'; // a long letter comes in pieces
  const dot: Pending = { verb: '.', line: '', seq: event.seq, replies: [] };
  return { ...talk, inData: false, pending: isMore ? talk.pending : [...talk.pending, dot] };
}

/** STARTTLS has its reply; with implicit TLS the banner is still to come. */
function withTls(talk: Talk): Talk {
  return { ...talk, tls: true, pending: talk.pending.filter((one) => one.verb === 'CONNECT') };
}

function exchange(talk: Talk, { verb, line, seq }: Pending, event: LabEvent, reply: string): Exchange {
  const last = reply.slice(reply.lastIndexOf('\n') + 1);
  const code = Number(/^\d{3}/.exec(last)?.[0] ?? 0);
  const { conn, protocol, client, server, port, door, tls, early } = talk;
  return {
    ...{ conn, protocol, client, server, port, door, tls, verb, line, code, reply, seq },
    class: verb === 'CLOSE' ? 0 : GRAMMARS[protocol].classOf(reply),
    enhanced: /^\d{3} ([245]\.\d{1,3}\.\d{1,3})\b/.exec(last)?.[1] ?? '',
    early: verb === 'CONNECT' && early,
    replySeq: event.seq,
    ...(event.message === undefined ? {} : { message: event.message }),
  };
}

function note(talks: Talks, event: LabEventOf<'wire.line'>, verb: string, code: number, text: string): Talks {
  const line: LineFacts = {
    ...{ seq: event.seq, conn: event.conn ?? '', from: event.data.from, host: event.host, verb, code, text },
    ...(event.message === undefined ? {} : { message: event.message }),
  };
  return { ...talks, lines: [...talks.lines, line].slice(-LINES_COUNT) };
}

function change(talks: Talks, conn: ConnId | undefined, by: (talk: Talk) => Talk): Talks {
  const talk = conn === undefined ? undefined : talks.open[conn];
  return talk ? { ...talks, open: { ...talks.open, [talk.conn]: by(talk) } } : talks;
}

function talkOf(talks: Talks, event: LabEvent): Talk | undefined {
  return event.conn === undefined ? undefined : talks.open[event.conn];
}

// A run as a comparison reads it: who spoke with whom, line by line, letters too, and what was decided meanwhile.
// Counterpart: align.ts lays two of them side by side. Rule: made of a session alone, so it needs no engine; pure.

import type { LabEvent, LabEventOf, Verdict } from '../../contract/events.ts';
import type { ConnId, HostName, Seq, Side } from '../../contract/ids.ts';
import type { Session } from '../../contract/session/read-session.ts';
import type { Protocol } from '../../contract/topology.ts';
import { toByteString } from '../../mail/bytes.ts';
import { isRefusal } from '../../mail/answer.ts';
import { showLine } from '../store/octets.ts';
import { COMPARE_LIMITS } from './limits.ts';

/** A line on the wire, or of a letter's text. */
export interface Said {
  seq: Seq;
  from: Side;
  text: string;
  isLetter: boolean;
  isRefusal: boolean;
  /** A person put it there. */
  isChanged: boolean;
}

export interface Decision {
  seq: Seq;
  host: HostName;
  policy: string;
  verdict: Verdict;
}

export interface Talk {
  conn: ConnId;
  client: HostName;
  server: HostName;
  port: number;
  seq: Seq;
  at_ms: number;
  said: Said[];
  decisions: Decision[];
}

/** The connections of a run, in the order in which they were opened. */
export function talksOf({ events, capture }: Pick<Session, 'events'> & { capture: Uint8Array }): Talk[] {
  const talks = new Map<ConnId, Talk>();
  const protocols = new Map<ConnId, Protocol | 'raw'>();
  const changed = new Set<string>();
  for (const event of events) {
    const { conn } = event;
    if (conn === undefined) continue;
    if (event.type === 'conn.opened') {
      protocols.set(conn, event.data.protocol);
      talks.set(conn, opened(conn, event));
    }
    const talk = talks.get(conn);
    if (!talk) continue;
    switch (event.type) {
      case 'wire.released':
        if (event.data.changed) changed.add(`${conn} ${event.data.from}`);
        break;
      case 'wire.line':
      case 'wire.bulk':
        talk.said.push(
          ...saidIn(event, {
            capture,
            protocol: protocols.get(conn) ?? 'raw',
            isChanged: changed.delete(`${conn} ${event.data.from}`),
          }),
        );
        break;
      case 'policy.decided': {
        const { policy, verdict } = event.data;
        talk.decisions.push({ seq: event.seq, host: event.host, policy, verdict });
        break;
      }
      default:
        break; // nothing that is said or decided
    }
  }
  return [...talks.values()];
}

function opened(conn: ConnId, { seq, at_ms, data }: LabEventOf<'conn.opened'>): Talk {
  const { client, server } = data;
  const ends = { client: client.host, server: server.host, port: server.port };
  return { conn, ...ends, seq, at_ms, said: [], decisions: [] };
}

interface About {
  capture: Uint8Array;
  protocol: Protocol | 'raw';
  isChanged: boolean;
}

type Unit = Extract<LabEvent, { type: 'wire.line' | 'wire.bulk' }>;

function saidIn(event: Unit, { capture, protocol, isChanged }: About): Said[] {
  const { seq } = event;
  const { from, secret } = event.data;
  if (event.type === 'wire.line') {
    const { bytes } = event.data;
    const isNo = from === 'server' && isRefusal(bytes, protocol);
    return [{ seq, from, text: showLine(bytes, secret), isLetter: false, isRefusal: isNo, isChanged }];
  }
  const { at, length } = event.data.ref;
  const octets = toByteString(capture.subarray(at, at + Math.min(length, COMPARE_LIMITS.letterOctets)));
  const lines = octets.replace(/\r?\n$/, '').split(/\r?\n/);
  const about = { seq, from, isLetter: true, isRefusal: false, isChanged };
  return lines.map((line) => ({ ...about, text: showLine(line) }));
}

// Lines on the wire that could have been others, and what that is as a change. Counterpart: line-form.tsx; contract/rerun.ts.
// Rule: pure; a line of a person is changed where they typed it, one that was edited while it was held is edited otherwise,
// and any other is changed on its way.

import { commandArgs } from '../../contract/commands.ts';
import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { ConnId, Seq, Side } from '../../contract/ids.ts';
import type { Change } from '../../contract/rerun.ts';
import type { History } from '../store/history.ts';
import { inputOf } from './typed-lines.ts';

export interface SaidLine {
  seq: Seq;
  conn: ConnId;
  from: Side;
  /** One character an octet, with its end. */
  bytes: string;
  speaker: string;
  hearer: string;
}

/** The latest lines at or before `until`, latest first; none with a password in it. */
export function saidLines(history: History, until: Seq, most: number): SaidLine[] {
  const lines: SaidLine[] = [];
  const ends = endsOf(history);
  for (let seq = until; seq >= history.first && lines.length < most; seq -= 1) {
    const event = history.event(seq);
    if (event?.type !== 'wire.line' || event.conn === undefined || event.data.secret) continue;
    const { client = '', server = '' } = ends.get(event.conn) ?? {};
    const { from, bytes } = event.data;
    const [speaker, hearer] = from === 'client' ? [client, server] : [server, client];
    lines.push({ seq, conn: event.conn, from, bytes, speaker, hearer });
  }
  return lines;
}

function endsOf(history: History): Map<ConnId, { client: string; server: string }> {
  const ends = new Map<ConnId, { client: string; server: string }>();
  for (let seq = history.first; seq <= history.last; seq += 1) {
    const event = history.event(seq);
    if (event?.type !== 'conn.opened' || event.conn === undefined) continue;
    ends.set(event.conn, { client: event.data.client.host, server: event.data.server.host });
  }
  return ends;
}

/** `bytes`: what it says instead, one character an octet, with its end. */
export function changeOf(history: History, line: SaidLine, bytes: string): Change {
  const released = releaseOf(history, line);
  if (released !== undefined) return { kind: 'said', input: released, instead: bytes };
  const typed = line.from === 'client' ? inputOf(history, line.seq) : undefined;
  return typed === undefined
    ? { kind: 'wire', line: line.seq, instead: bytes }
    : { kind: 'said', input: typed, instead: bytes };
}

/** The input by which a person let this line go with other octets; undefined: nobody did. */
export function releaseOf(
  history: History,
  { seq, conn, from }: Pick<SaidLine, 'seq' | 'conn' | 'from'>,
): Seq | undefined {
  for (let at = seq - 1; at >= history.first; at -= 1) {
    const event = history.event(at);
    if (event?.type === 'wire.line' && event.conn === conn && event.data.from === from) return undefined;
    if (!isCommand(event) || event.data.command !== 'hold.release') continue;
    const args = commandArgs['hold.release'].safeParse(event.data.args);
    if (!args.success || args.data.conn !== conn || args.data.from !== from) continue;
    return args.data.instead === undefined ? undefined : at;
  }
  return undefined;
}

const isCommand = (event: LabEvent | undefined): event is LabEventOf<'input.command'> =>
  event?.type === 'input.command';

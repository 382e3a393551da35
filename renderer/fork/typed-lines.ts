// The lines that a person typed, at a door or in a shell: where a run can be forked. Counterpart: `lab.fork` of the
// contract, which changes the last input up to a seq. Rule: a line that a program of the lab said isn't among them; it
// follows from what was typed, and will be said again.

import { commandArgs } from '../../contract/commands.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { History } from '../store/history.ts';
import { showLine } from '../store/octets.ts';
import { secretOf } from '../wire/secret-of.ts';

export interface TypedLine {
  /** Of the input: what `lab.fork` takes. */
  seq: Seq;
  /** As it went out: one character an octet and with its end at a door, as text in a shell. */
  typed: string;
  at: 'door' | 'shell';
  /** As it may be shown. */
  shown: string;
  /** A password is in it. */
  isSecret: boolean;
}

type Typed = Pick<TypedLine, 'seq' | 'typed' | 'at'>;

/** The latest lines typed at or before `until`, latest first. */
export function typedLines(history: History, until: Seq, most: number): TypedLine[] {
  const lines: TypedLine[] = [];
  // What a line caused comes after it: read backwards, it has been seen before the line itself.
  const hidden = new Map<Seq, string>();
  for (let seq = history.last; seq >= history.first && lines.length < most; seq -= 1) {
    const event = history.event(seq);
    noteSecret(event, hidden);
    const line = seq <= until ? typedIn(event) : undefined;
    if (line) lines.push(withShown(line, hidden.get(seq)));
  }
  return lines;
}

/** The input that a line of a dialog came of, where a person typed it: a shell says first that it heard the line. */
export function inputOf(history: History, line: Seq): Seq | undefined {
  const causeOf = (seq: Seq | undefined) => (seq === undefined ? undefined : history.event(seq)?.cause);
  const cause = causeOf(line);
  return [cause, causeOf(cause)].find((seq) => seq !== undefined && typedIn(history.event(seq)) !== undefined);
}

/** The record of the wire knows where a password stood, in an answer to AUTH as well; the line alone doesn't tell. */
function noteSecret(event: LabEvent | undefined, hidden: Map<Seq, string>): void {
  if (event?.cause === undefined || event.type !== 'wire.line' || !event.data.secret) return;
  hidden.set(event.cause, showLine(event.data.bytes, event.data.secret));
}

function withShown(line: Typed, hidden: string | undefined): TypedLine {
  const secret = secretOf(line.typed);
  const isSecret = hidden !== undefined || secret !== undefined;
  return { ...line, isSecret, shown: hidden ?? showLine(line.typed, secret) };
}

function typedIn(event: LabEvent | undefined): Typed | undefined {
  if (event?.type === 'input.bytes' && event.data.bytes !== undefined) {
    return { seq: event.seq, typed: event.data.bytes, at: 'door' };
  }
  if (event?.type !== 'input.command' || event.data.command !== 'shell.submit') return undefined;
  const args = commandArgs['shell.submit'].safeParse(event.data.args);
  return args.success ? { seq: event.seq, typed: args.data.line, at: 'shell' } : undefined;
}

/** What a fork at `seq` gives up: lines on the wire and letters that were first heard of later. */
export function lostAfter(history: History, seq: Seq): { lines: number; letters: number } {
  const before = new Set<string>();
  const after = new Set<string>();
  let lines = 0;
  for (let at = history.first; at <= history.last; at += 1) {
    const event = history.event(at);
    if (!event) continue;
    if (event.message !== undefined && !before.has(event.message)) (at <= seq ? before : after).add(event.message);
    if (at > seq && (event.type === 'wire.line' || event.type === 'wire.bulk')) lines += 1;
  }
  return { lines, letters: after.size };
}

// The mail log as a fold over events: event in, lines out, in the layout of a Postfix maillog, written
// by programs that say they are Posthorn's. Counterpart: maillog-writer.ts appends the lines.
// Rule: what the log says comes from the events and nothing else; protocol files know no log.

import type { LabEvent } from '../contract/events.ts';
import type { HostName } from '../contract/ids.ts';
import { formatLogDate } from '../mail/date.ts';
import { MAILLOG_PROGRAMS, type MaillogLine, type MaillogMemory, type MaillogProgram } from './maillog-memory.ts';
import { queueLines } from './maillog-queue.ts';
import { sessionLines } from './maillog-session.ts';

/** Lines that the event adds to the logs of its hosts, in order. `memory` is changed in place. */
export function maillogLines(memory: MaillogMemory, event: LabEvent): MaillogLine[] {
  // The queue hears first: what a session forgets with its end, a try may still need.
  const letters = queueLines(memory, event);
  const dialog = sessionLines(memory, event);
  // Three events of four say nothing to the log.
  if (dialog.length + letters.length === 0) return dialog;
  return [...dialog, ...letters].map(({ host, program, text }) => ({ host, program, text: harmless(text) }));
}

/** `posthorn/smtpd[1042]`: the same number for a host's program in every run. */
export function programTag(program: MaillogProgram, hostAt: number): string {
  return `posthorn/${program}[${1001 + hostAt * 20 + MAILLOG_PROGRAMS.indexOf(program)}]`;
}

/** The line as it stands in the file: `Jan  5 09:00:00 mx1 posthorn/smtpd[1142]: connect from ...`. */
export function maillogFileLine(at_ms: number, host: HostName, program: string, line: string): string {
  return `${formatLogDate(at_ms)} ${host.split('.')[0] ?? host} ${program}: ${line}\n`;
}

/** Nothing from the network may begin a line of its own, or colour one. */
function harmless(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  return text.replaceAll('\n', ' ').replace(/[^\x20-\x7e]/g, '?');
}

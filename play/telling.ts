// What an act led to, as lines for a terminal: commands with `>`, answers with `<`, a shell as it looked. Counterpart:
// rehearsal.ts prints them. Rule: what was said by people is told, what servers say to one another isn't.

import type { LabEvent } from '../contract/events.ts';
import type { ConnId } from '../contract/ids.ts';
import type { Act } from '../contract/lesson.ts';

/** Lines of one act: an IMAP server lists a folder of five hundred letters. */
const LINES = 40;

export function toldBy(act: Act, events: readonly LabEvent[]): string[] {
  const lines = [...beginning(act), ...events.flatMap(lineOf(persons(events)))].filter((line) => line.trim() !== '');
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES), `... and ${lines.length - LINES} lines more`];
}

/** What events don't tell. */
function beginning(act: Act): string[] {
  if ('telnet' in act) return [`${act.as} calls ${act.telnet}`];
  if ('openssl' in act) return [`${act.as} calls ${act.openssl}, and wants TLS`];
  if ('goOn' in act) return [`${act.goOn} goes on`];
  if ('send' in act) return [`${act.send.from} sends "${act.send.subject}"`];
  if ('set' in act) return [`${act.set.host}: ${act.set.path} = ${JSON.stringify(act.set.value)}`];
  if ('choose' in act) return [`selects ${JSON.stringify(act.choose)}`];
  if ('advance_s' in act) return [`${act.advance_s} s pass`];
  if ('hold' in act) return [`stops ${JSON.stringify(act.hold)}`];
  if ('release' in act) return [`lets go ${JSON.stringify(act.release)}`];
  return 'predict' in act ? [`predicts ${act.predict}`] : [];
}

/** Doors that were opened or spoken through: shells show what they hear by themselves. */
function persons(events: readonly LabEvent[]): ReadonlySet<ConnId> {
  const isPersons = (event: LabEvent) =>
    event.type === 'input.bytes' || (event.type === 'conn.opened' && event.data.door);
  return new Set(events.flatMap((event) => (isPersons(event) && event.conn !== undefined ? [event.conn] : [])));
}

function lineOf(conns: ReadonlySet<ConnId>): (event: LabEvent) => string[] {
  return (event) => {
    if (event.type === 'wire.line' && event.conn !== undefined && conns.has(event.conn)) {
      return [`${event.data.from === 'client' ? '>' : '<'} ${event.data.bytes.trimEnd()}`];
    }
    if (event.type === 'wire.bulk' && event.conn !== undefined && conns.has(event.conn)) {
      return [`${event.data.from === 'client' ? '>' : '<'} (${event.data.ref.length} octets)`];
    }
    if (event.type === 'shell.input') return [`${event.host}$ ${event.data.text.trimEnd()}`];
    return event.type === 'shell.output' ? event.data.text.split(/\r?\n/).map((line) => `  ${line}`) : [];
  };
}

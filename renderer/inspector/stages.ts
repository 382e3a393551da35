// A letter's header as it stood after each hop, and what the hop did to it. Counterpart: contract/fold/ keeps the ids of
// every hop; headers-by-hop.tsx shows one stage. Rule: compared by field id, so a field that only looks the same isn't.

import type { MessageState } from '../../contract/fold/state.ts';
import type { ConnId, FieldId, HostName } from '../../contract/ids.ts';
import { type Copy, type HeaderLine, headerOf } from '../store/letter.ts';

export interface Stage {
  /** `written`: as the first server got it; `stamped`: as a server handed it on; `delivered`: as it lies in a mailbox. */
  kind: 'written' | 'stamped' | 'delivered';
  host: HostName;
  /** The connection that brought it there. */
  conn?: ConnId;
  header: HeaderLine[];
}

export interface StageLine {
  line: HeaderLine;
  change: 'kept' | 'added' | 'changed' | 'removed';
  /** What stood there before, where it was changed. */
  before?: HeaderLine;
}

/** The way of one copy, from the first server on. */
export function stagesOf(message: MessageState, copy: Copy): Stage[] {
  const own = withAncestors(message, copy.header);
  const way = message.hops.filter(({ arrived, stamped }) => {
    const added = stamped.filter((id) => !arrived.includes(id));
    // A server's own stamp tells whether this copy came through it; one that stamps nothing is told by what it got.
    return (added.length > 0 ? added : arrived).some((id) => own.has(id));
  });
  const [first] = way;
  if (!first) return [{ kind: copy.mailbox ? 'delivered' : 'stamped', host: copy.host, header: copy.header }];
  const at = (conn: ConnId | undefined) => (conn === undefined ? {} : { conn });
  const header = headerOf(message, first.arrived);
  const writer = header[0]?.host ?? first.host;
  const stages: Stage[] = [{ kind: 'written', host: writer, ...at(first.conn), header }];
  for (const { host, conn, stamped } of way) {
    stages.push({ kind: 'stamped', host, ...at(conn), header: headerOf(message, stamped) });
  }
  if (copy.mailbox) stages.push({ kind: 'delivered', host: copy.host, ...at(way.at(-1)?.conn), header: copy.header });
  return stages;
}

/** The ids of a header, and of what its changed fields were before. */
function withAncestors(message: MessageState, header: readonly HeaderLine[]): Set<FieldId> {
  const ids = new Set<FieldId>();
  for (const { id } of header) {
    for (let at: FieldId | undefined = id; at !== undefined && !ids.has(at); at = message.fields[at]?.was) ids.add(at);
  }
  return ids;
}

/** The lines of a stage against the one before it; what was removed stands where it stood. */
export function changesOf(stage: Stage, previous: Stage | undefined): StageLine[] {
  const before = previous?.header ?? stage.header;
  const known = new Map(before.map((line) => [line.id, line]));
  const lines: StageLine[] = stage.header.map((line) => {
    if (known.has(line.id)) return { line, change: 'kept' };
    const was = line.was === undefined ? undefined : known.get(line.was);
    return was === undefined ? { line, change: 'added' } : { line, change: 'changed', before: was };
  });
  const still = new Set(lines.flatMap(({ line, before: was }) => [line.id, ...(was === undefined ? [] : [was.id])]));
  before.forEach((line, index) => {
    if (still.has(line.id)) return;
    const above = before[index - 1]?.id;
    const place = lines.findIndex((one) => one.line.id === above || one.before?.id === above);
    lines.splice(place + 1, 0, { line, change: 'removed' });
  });
  return lines;
}

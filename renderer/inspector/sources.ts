// Which lines on the wire a header field came from, and back. Counterpart: the facts of a dialog (store/dialog.ts), each
// with the line that caused it. Rule: a field's writer comes from provenance; its own words only say which of the
// session's lines went into it (RFC 3848: ESMTPSA is EHLO, STARTTLS and AUTH).

import type { MessageState } from '../../contract/fold/state.ts';
import type { MessageId, Seq } from '../../contract/ids.ts';
import { parseReceived } from '../../mail/received.ts';
import type { PointedLine } from '../store/bench-store.ts';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import type { HeaderLine } from '../store/letter.ts';

export type SourcePart = 'data' | 'helo' | 'tls' | 'login' | 'sender' | 'recipient' | 'id';

export interface FieldSource {
  /** What of the field came from it. */
  part: SourcePart;
  line: PointedLine;
  item: DialogItem;
}

interface Scene {
  message: MessageState;
  id: MessageId;
  dialogs: readonly Dialog[];
}

/** The lines that a field came from; the first is the one that brought it about. */
export function sourcesOf(field: HeaderLine, { message, id, dialogs }: Scene): FieldSource[] {
  const hop = message.hops.findLast(({ host, stamped, arrived }) => {
    return host === field.host && (stamped.includes(field.id) || !arrived.includes(field.id));
  });
  const isTrace = /^(?:received|return-path|delivered-to)$/i.test(field.name);
  const dialog = dialogs.find((one) => one.id === hop?.conn);
  if (!isTrace || !dialog) return transferOf(field, dialogs);
  const session = sessionOf(dialog, id);
  const wanted = partsOf(field, session);
  return wanted.flatMap((part) => {
    const item = dialog.items.find((one) => one.seq === session[part]);
    return item ? [{ part, line: { conn: dialog.id, seq: item.seq }, item }] : [];
  });
}

/** The transfer that a field was first seen in. */
function transferOf({ by }: HeaderLine, dialogs: readonly Dialog[]): FieldSource[] {
  for (const dialog of dialogs) {
    const item = dialog.items.find((one) => one.seq === by);
    if (item) return [{ part: 'data', line: { conn: dialog.id, seq: item.seq }, item }];
  }
  return [];
}

type Session = Partial<Record<SourcePart, Seq>>;

/** The lines of a session that a letter's trace is made of. */
function sessionOf({ facts, items }: Dialog, id: MessageId): Session {
  const taken = facts.find((fact) => fact.type === 'smtp.data' && fact.message === id);
  const until = taken?.seq ?? Number.POSITIVE_INFINITY;
  const before = facts.filter((fact) => fact.seq < until);
  const ofLetter = (type: 'smtp.mail' | 'smtp.rcpt') =>
    before.findLast((fact) => fact.type === type && fact.message === id)?.cause;
  const reply = items.find((item) => item.seq > until && item.kind === 'line' && item.from === 'server');
  const found: Record<SourcePart, Seq | undefined> = {
    data: taken?.cause,
    helo: before.findLast((fact) => fact.type === 'smtp.helo')?.cause,
    tls: items.find((item) => item.kind === 'tls')?.seq,
    login: before.find((fact) => fact.type === 'auth.succeeded')?.cause,
    sender: ofLetter('smtp.mail'),
    recipient: ofLetter('smtp.rcpt'),
    id: taken && reply?.seq,
  };
  return Object.fromEntries(Object.entries(found).filter(([, seq]) => seq !== undefined)) as Session;
}

/** Which of the session's lines a trace field tells of. */
function partsOf(field: HeaderLine, session: Session): SourcePart[] {
  const name = field.name.toLowerCase();
  if (name === 'return-path') return ['sender'];
  if (name === 'delivered-to') return ['recipient'];
  const { with: protocol = '', for: recipient, id } = parseReceived(field.raw.slice(field.raw.indexOf(':') + 1));
  const [, secure = '', login = ''] = /^(?:UTF8)?E?SMTP(S?)(A?)/i.exec(protocol) ?? [];
  const parts: SourcePart[] = ['helo'];
  if (secure !== '') parts.push('tls');
  if (login !== '') parts.push('login');
  if (recipient !== undefined) parts.push('recipient');
  parts.push('data');
  if (id !== undefined && session.id !== undefined) parts.push('id');
  return parts;
}

/** Whether a field came from the line that is pointed at. */
export function comesFrom(sources: readonly FieldSource[], pointed: PointedLine | undefined): boolean {
  return sources.some(({ line }) => line.conn === pointed?.conn && line.seq === pointed.seq);
}

// What an MSA mends in a letter of its own people (RFC 6409 section 8): what is missing, what can't be read, who really
// sent it, and lines that don't belong into a header. Counterpart: mail-server.ts; `repairs` of a host says which.
// Rule: each repair is told; what the author wrote and everybody can read stays as it is.

import type { SubmissionRepair } from '../../contract/tables.ts';
import { addressKey } from '../../mail/address.ts';
import { type ByteString, fromByteString, toByteString } from '../../mail/bytes.ts';
import { formatDate, parseDate } from '../../mail/date.ts';
import { splitMessage } from '../../mail/fields.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';
import type { Scope } from '../scope.ts';
import type { HeaderHistory } from './provenance.ts';

/** Fields that are the business of others (Postfix: message_drop_headers). */
const DROPPED = ['bcc', 'resent-bcc', 'content-length', 'return-path'];

export interface Submitter {
  reversePath: string;
  /** Address of the user who logged in, or who is at the keyboard. */
  user?: string | undefined;
  now_ms: number;
  newMessageId: () => string;
}

/** Mends the header. `arrived` is the event that the repairs follow from. */
export function mendHeader(
  header: HeaderHistory,
  repairs: readonly SubmissionRepair[],
  { reversePath, user, now_ms, newMessageId }: Submitter,
  by: Scope,
  arrived: number,
): void {
  const wants = (repair: SubmissionRepair): boolean => repairs.includes(repair);
  if (wants('header')) dropFields(header, by, arrived);
  if (wants('date')) {
    complete(
      header,
      'Date',
      (value) => parseDate(value) !== undefined,
      () => formatDate(now_ms),
      by,
      arrived,
    );
  }
  if (wants('message-id')) {
    complete(
      header,
      'Message-ID',
      (value) => /<[^<>\s]+>/.test(value),
      () => `<${newMessageId()}>`,
      by,
      arrived,
    );
  }
  const author = user ?? reversePath;
  if (wants('from') && author !== '' && find(header, 'From') < 0)
    header.append(`From: ${author}\r\n`, 'verified', by, arrived);
  if (wants('sender') && user !== undefined) nameSender(header, user, by, arrived);
}

/**
 * A header that ends at a line that is none of it. `From alice Mon Jan ...` of a mailbox file becomes a field, and the
 * header goes on (Postfix does so too); anything else begins the body, which is told.
 */
export function mendBreak(
  header: HeaderHistory,
  body: Uint8Array,
  by: Scope,
  arrived: number,
): { separator: ByteString; body: Uint8Array } {
  const text = toByteString(body);
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const isMailboxLine = /^>*From /.test(line);
  const after = isMailboxLine ? [`X-Mailbox-Line: ${line}`] : [];
  const cause = by.emit('rewrite.applied', { step: 'broken header', before: line, after, place: 'header' }, arrived);
  if (!isMailboxLine) return { separator: '', body };
  header.append(`X-Mailbox-Line: ${line}\r\n`, 'claimed', by, cause);
  const rest = splitMessage(text.slice(line.length).replace(/^\r?\n/, ''));
  for (const { raw } of rest.fields) header.append(raw, 'claimed', by, cause);
  return { separator: rest.separator, body: fromByteString(rest.body) };
}

/** Adds a field that is missing, and replaces one that nobody can read. */
function complete(
  header: HeaderHistory,
  name: string,
  isGood: (value: string) => boolean,
  make: () => string,
  by: Scope,
  arrived: number,
): void {
  const at = find(header, name);
  if (at < 0) {
    header.append(`${name}: ${make()}\r\n`, 'witnessed', by, arrived);
    return;
  }
  const before = valueOf(header, at);
  if (isGood(before)) return;
  const after = make();
  const cause = by.emit('rewrite.applied', { step: 'header', before, after: [after], place: name }, arrived);
  header.change(at, `${name}: ${after}\r\n`, 'witnessed', by, cause);
}

/** Section 8.1: when From is somebody else, Sender says who it really was. */
function nameSender(header: HeaderHistory, user: string, by: Scope, arrived: number): void {
  const isUser = (at: number): boolean =>
    at >= 0 && parseMailboxes(valueOf(header, at)).some(({ address }) => addressKey(address) === addressKey(user));
  const [from, sender] = [find(header, 'From'), find(header, 'Sender')];
  if (isUser(from) || isUser(sender)) return;
  const before = sender < 0 ? '' : valueOf(header, sender);
  const cause = by.emit('rewrite.applied', { step: 'sender', before, after: [user], place: 'Sender' }, arrived);
  if (sender < 0) header.append(`Sender: ${user}\r\n`, 'verified', by, cause);
  else header.change(sender, `Sender: ${user}\r\n`, 'verified', by, cause);
}

function dropFields(header: HeaderHistory, by: Scope, arrived: number): void {
  for (const { raw } of [...header.fields]) {
    const place = nameOf(raw);
    if (!DROPPED.includes(place.toLowerCase())) continue;
    const cause = by.emit('rewrite.applied', { step: 'header', before: bodyOf(raw), after: [], place }, arrived);
    header.remove(raw, by, cause);
  }
}

function find(header: HeaderHistory, name: string): number {
  return header.fields.findIndex(({ raw }) => nameOf(raw).toLowerCase() === name.toLowerCase());
}

const nameOf = (raw: ByteString): string => raw.slice(0, Math.max(0, raw.indexOf(':'))).trim();
const bodyOf = (raw: ByteString): string =>
  raw
    .slice(raw.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
const valueOf = (header: HeaderHistory, at: number): string => bodyOf(header.fields[at]?.raw ?? '');

// BODYSTRUCTURE and BODY: the MIME tree of a letter as nested lists (RFC 3501 section 7.4.2). Counterpart:
// mail/mime.ts walks the tree. Rule: a part that claims to be what it can't be taken apart as is told as
// plain octets, so a client never meets a form that the RFC doesn't have.

import type { ByteString } from '../../../../mail/bytes.ts';
import { decodeUndeclared } from '../../../../mail/charset.ts';
import { firstValue } from '../../../../mail/fields.ts';
import { encodeWord, type MimePart } from '../../../../mail/mime.ts';
import { imapString, nstring } from '../write.ts';
import { formatEnvelope } from './envelope.ts';

/** `extended`: with what BODY leaves out. */
export function formatStructure(part: MimePart, extended: boolean): ByteString {
  if (part.parts.length > 0) return multipart(part, extended);
  const fields = [...basicFields(part), ...specialFields(part, extended)];
  if (extended) fields.push('NIL', ...extension(part));
  return `(${fields.join(' ')})`;
}

function multipart(part: MimePart, extended: boolean): ByteString {
  const parts = part.parts.map((child) => formatStructure(child, extended)).join('');
  const rest = extended ? ` ${[formatParams(part.params), ...extension(part)].join(' ')}` : '';
  return `(${parts} ${upper(part.subtype)}${rest})`;
}

/** body-fields of the grammar, behind the type. */
function basicFields(part: MimePart): ByteString[] {
  const [type, subtype] = shownType(part);
  return [
    upper(type),
    upper(subtype),
    formatParams(part.params),
    nstring(part.id),
    nstring(part.description?.trim()),
    upper(part.encoding),
    String(part.size),
  ];
}

/** A multipart without parts and a message that can't be opened have no form of their own in the grammar. */
function shownType({ type, subtype, message }: MimePart): [ByteString, ByteString] {
  if (type === 'multipart') return ['text', 'plain'];
  if (type === 'message' && subtype === 'rfc822' && !message) return ['application', 'octet-stream'];
  // message/global has the parts of a message/rfc822 and no name in RFC 3501.
  return message ? ['message', 'rfc822'] : [type, subtype];
}

function specialFields(part: MimePart, extended: boolean): ByteString[] {
  if (part.message) {
    return [formatEnvelope(part.message.fields), formatStructure(part.message, extended), String(part.lines)];
  }
  return part.type === 'text' || part.type === 'multipart' ? [String(part.lines)] : [];
}

/** Disposition, language and location, which both forms end with. */
function extension(part: MimePart): ByteString[] {
  const { disposition } = part;
  return [
    disposition ? `(${upper(disposition.value)} ${formatParams(disposition.params)})` : 'NIL',
    nstring(firstValue(part.fields, 'Content-Language')?.trim()),
    nstring(firstValue(part.fields, 'Content-Location')?.trim()),
  ];
}

function formatParams(params: Readonly<Record<string, string>>): ByteString {
  const pairs = Object.entries(params).map(([name, value]) => `${upper(name)} ${imapString(asOctets(value))}`);
  return pairs.length === 0 ? 'NIL' : `(${pairs.join(' ')})`;
}

/**
 * A value beyond ASCII, which may be text (RFC 2231) or octets as written, goes out as encoded words: the form in which
 * clients expect file names here.
 */
function asOctets(value: string): ByteString {
  if (!/[\u0080-\uffff]/.test(value)) return value;
  return encodeWord(/[\u0100-\uffff]/.test(value) ? value : decodeUndeclared(value));
}

function upper(word: ByteString): ByteString {
  return imapString(asOctets(word).toUpperCase());
}

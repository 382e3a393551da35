// The Received field: how our servers write it, in the layout of Postfix, and how anybody's is read. Counterpart:
// RFC 5321 section 4.4 (trace information). Rule: what the client said is written so that it can't leave its place,
// and what is read is a claim: only the reader's own servers are to be believed.
//
//   Received: from laptop.test (unknown [192.0.2.20])        said by the client (seen by the server)
//   <TAB>by submit.sender.test (Posthorn) with ESMTPSA id 9DFE921C010
//   <TAB>for <bob@example.test>; Sat, 21 Nov 2026 07:47:34 +0000 (UTC)

import type { ByteString } from './bytes.ts';
import { formatDate, parseDate } from './date.ts';
import { COMMENT_DEPTH, FIELD_VALUE_OCTETS, TRACE_WORD_OCTETS } from './limits.ts';

export interface ReceivedParts {
  /** The argument of HELO or EHLO: whatever the client claimed to be. */
  helo: string;
  /** The verified reverse name; undefined is written as `unknown`. */
  clientName?: string;
  /** An IPv4 or IPv6 address without brackets. */
  clientAddress: string;
  byHost: string;
  /** The comment after the host; `Posthorn` when left out. */
  software?: string;
  /** The kind of network that a gateway took it from (RFC 5321 section 4.4). */
  via?: string;
  /** A protocol type of RFC 3848, such as ESMTPSA. */
  protocol: string;
  /** The queue id. */
  id: string;
  /** Only for a message with one recipient, so that no copy names another's (RFC 5321 section 7.2). */
  forRecipient?: string;
  tls?: { version: string; cipher: string; bits: number };
  /** The login name of an authenticated client. */
  login?: string;
  date_ms: number;
}

/** Writes the field with CRLFs and tabs as Postfix folds it. Hostile octets in any part become `?`. */
export function formatReceived(parts: ReceivedParts): ByteString {
  const { tls } = parts;
  const by = `by ${word(parts.byHost)} (${comment(parts.software ?? 'Posthorn')})`;
  const stamp = `${formatDate(parts.date_ms)} (UTC)`;
  const lines = [
    `Received: from ${word(parts.helo)} (${word(parts.clientName ?? '')} [${literal(parts.clientAddress)}])`,
  ];
  if (tls) {
    const bits = Math.trunc(tls.bits);
    lines.push(`(using ${word(tls.version)} with cipher ${word(tls.cipher)} (${bits}/${bits} bits))`);
  }
  if (parts.login !== undefined) lines.push(`(Authenticated sender: ${comment(parts.login)})`);
  const link = parts.via === undefined ? '' : ` via ${word(parts.via)}`;
  const with_ = `${by}${link} with ${word(parts.protocol)} id ${word(parts.id)}`;
  if (parts.forRecipient === undefined) lines.push(`${with_}; ${stamp}`);
  else lines.push(with_, `for <${path(parts.forRecipient)}>; ${stamp}`);
  return lines.join('\r\n\t') + '\r\n';
}

/** The field of a letter that came without SMTP, from a user of the machine itself. */
export function formatLocalReceived(byHost: string, uid: number, id: string, date_ms: number): ByteString {
  const stamp = `${formatDate(date_ms)} (UTC)`;
  return `Received: by ${word(byHost)} (Posthorn, from userid ${Math.trunc(uid)})\r\n\tid ${word(id)}; ${stamp}\r\n`;
}

/** A claimed name as one harmless word: the characters that Postfix neutralises, and everything outside printable ASCII. */
const word = (text: string): ByteString =>
  text.slice(0, TRACE_WORD_OCTETS).replace(/[^\x21-\x7e]|[<>()\\";@]/g, '?') || 'unknown';
const comment = (text: string): ByteString => text.slice(0, TRACE_WORD_OCTETS).replace(/[^\x20-\x7e]|[()\\]/g, '?');
const path = (text: string): ByteString =>
  text.slice(0, TRACE_WORD_OCTETS * 2).replace(/[^\x20-\x7e\x80-\xff]|[<>]/g, '?');
/** RFC 5321 section 4.1.3: IPv6 addresses are tagged. */
const literal = (address: string): ByteString =>
  (address.includes(':') && !/^ipv6:/i.test(address) ? 'IPv6:' : '') + address.replace(/[^0-9a-zA-Z.:%]/g, '?');

/** What a Received field claims. Each part is absent when the field doesn't say it or says it in an unknown way. */
export interface ParsedReceived {
  /** The words after `from`, without comments. */
  from?: string;
  /** The comments that follow them, joined by spaces, without the outer parentheses. */
  fromComment?: string;
  helo?: string;
  /** The reverse name that the server wrote down; absent when it wrote `unknown`. */
  clientName?: string;
  /** Without brackets and without the `IPv6:` tag. */
  clientAddress?: string;
  by?: string;
  /** All comments behind the client's, joined by spaces: software, TLS and whatever else a server notes. */
  notes?: string;
  with?: string;
  id?: string;
  /** Without angle brackets. */
  for?: string;
  date_ms?: number;
}

type Clause = 'from' | 'by' | 'via' | 'with' | 'id' | 'for';
const CLAUSES: ReadonlySet<string> = new Set<Clause>(['from', 'by', 'via', 'with', 'id', 'for']);

/**
 * Reads the value of a Received field, folded or not, as Postfix, Exim, Sendmail, Exchange, Gmail, qmail or Dovecot
 * write it. Never throws; what it can't find is absent.
 */
export function parseReceived(value: string): ParsedReceived {
  const { clauses, fromComments, otherComments, dateText } = readClauses(value.slice(0, FIELD_VALUE_OCTETS));
  const parsed: ParsedReceived = {};
  const from = clauses.get('from')?.join(' ');
  if (from) Object.assign(parsed, { from }, clientOf(from, fromComments));
  if (from && fromComments.length > 0) parsed.fromComment = fromComments.join(' ');
  const by = clauses.get('by')?.[0];
  const with_ = clauses.get('with')?.join(' ');
  const id = clauses.get('id')?.[0];
  const for_ = clauses
    .get('for')
    ?.join(' ')
    .replace(/^<(.*)>$/, '$1');
  const date_ms = parseDate(dateText);
  if (by) parsed.by = by;
  if (otherComments.length > 0) parsed.notes = otherComments.join(' ');
  if (with_) parsed.with = with_;
  if (id) parsed.id = id;
  if (for_) parsed.for = for_;
  if (date_ms !== undefined) parsed.date_ms = date_ms;
  return parsed;
}

/** The address of the client alone, for who asks of every letter. */
export function receivedFrom(value: string): string | undefined {
  const { clauses, fromComments } = readClauses(value.slice(0, FIELD_VALUE_OCTETS));
  const from = clauses.get('from')?.join(' ');
  return from ? clientAddressOf(from, fromComments.join(' ')) : undefined;
}

/** Words by clause; the date is what follows the last semicolon outside comments (RFC 5321 section 4.4). */
function readClauses(value: string): {
  clauses: Map<Clause, string[]>;
  fromComments: string[];
  otherComments: string[];
  dateText: string;
} {
  const clauses = new Map<Clause, string[]>();
  const fromComments: string[] = [];
  const otherComments: string[] = [];
  let current: Clause | undefined;
  let dateText = '';
  for (const token of tokens(value)) {
    const lower = token.text.toLowerCase();
    if (token.kind === 'end') {
      dateText = value.slice(token.after);
      current = undefined;
    } else if (token.kind === 'comment') {
      (current === 'from' ? fromComments : otherComments).push(token.text);
    } else if (isClause(lower) && !clauses.has(lower)) {
      current = lower;
      clauses.set(current, []);
    } else if (current) clauses.get(current)?.push(token.text);
  }
  return { clauses, fromComments, otherComments, dateText };
}

const isClause = (text: string): text is Clause => CLAUSES.has(text);

interface Token {
  kind: 'word' | 'comment' | 'end';
  text: string;
  after: number;
}

const SPACE = /\s+/y;
const WORD = /(?:"(?:[^"\\]|\\[^])*"|<[^>]*>|[^\s(;])+/y;

/** What stands there, from `at` on. */
function runOf(what: RegExp, value: string, at: number): string | undefined {
  what.lastIndex = at;
  return what.exec(value)?.[0];
}

/** Words, comments (without their parentheses) and semicolons. A quoted string belongs to its word. */
function* tokens(value: string): Generator<Token> {
  let at = 0;
  while (at < value.length) {
    const character = value.charAt(at);
    const space = runOf(SPACE, value, at);
    if (space !== undefined) at += space.length;
    else if (character === '(') {
      const after = commentEnd(value, at);
      yield {
        kind: 'comment',
        text: value
          .slice(at + 1, after - 1)
          .replace(/\s+/g, ' ')
          .trim(),
        after,
      };
      at = after;
    } else if (character === ';') {
      at += 1;
      yield { kind: 'end', text: ';', after: at };
    } else {
      const run = runOf(WORD, value, at) ?? character;
      at += run.length;
      yield { kind: 'word', text: run, after: at };
    }
  }
}

/** The offset after the comment that opens at `at`; one that never closes ends with the value. */
function commentEnd(value: string, at: number): number {
  let depth = 0;
  for (let end = at; end < value.length; end += 1) {
    const character = value.charAt(end);
    if (character === '\\') end += 1;
    else if (character === '(' && depth < COMMENT_DEPTH) depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return end + 1;
    }
  }
  return value.length + 1;
}

const ADDRESS =
  /\[(?:ipv6:)?([0-9a-f.:%]{2,60})\]|(?:^|[\s(=])(?:ipv6:)?((?:\d{1,3}\.){3}\d{1,3}|(?=[0-9a-f:]{0,40}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f:.]{2,45})(?=$|[\s),;])/i;

function clientAddressOf(from: string, seen: string): string | undefined {
  const address = ADDRESS.exec(seen) ?? ADDRESS.exec(from);
  return address?.[1] ?? address?.[2];
}

/** Tells the client's claim from what the server saw. The forms differ: see the test's table. */
function clientOf(
  from: string,
  comments: readonly string[],
): Pick<ParsedReceived, 'helo' | 'clientName' | 'clientAddress'> {
  const client: Pick<ParsedReceived, 'helo' | 'clientName' | 'clientAddress'> = {};
  const seen = comments.join(' ');
  const clientAddress = clientAddressOf(from, seen);
  if (clientAddress) client.clientAddress = clientAddress;
  // Exim writes helo=name, qmail HELO name, and both put the name that they looked up after `from`.
  const said = /(?:^|\s)(?:helo|ehlo)[=\s]\s*(\S+)/i.exec(seen)?.[1];
  const fromName = from.split(' ')[0] ?? '';
  client.helo = said ?? fromName;
  // Postfix, Sendmail and Gmail put the looked-up name before the bracket: (name [192.0.2.1]).
  const beforeBracket = /(?:^|\s)(?:[^\s@]+@)?([^\s[\]=]+?)\.?\s+\[/.exec(seen)?.[1];
  const name = said === undefined ? beforeBracket : fromName;
  if (name && name !== 'unknown' && !name.startsWith('[')) client.clientName = name;
  return client;
}

// Feedback on what was typed, beside every dialog, lesson or not: missing brackets, a header line before DATA, RCPT before
// MAIL, backspace bytes. Counterpart: mail/smtp/slips.ts looks at a line alone, this at its place in the dialog; slips/ has
// what is said at a POP3 or IMAP server.
// Rule: a pure fold over wire events; it explains and points to the RFC, and never changes what the server answers.

import type { LabEvent, LabEventOf } from '../contract/events.ts';
import type { ConnId, Seq } from '../contract/ids.ts';
import { splitMessage } from '../mail/fields.ts';
import { nearMisses } from '../mail/smtp/slips.ts';
import { quoted, withoutLineEnd } from './book/lines.ts';
import type { Exchange } from './book/sighting.ts';
import type { TalkProtocol } from './book/replies.ts';
import { hear, noTalks, type Talks } from './book/talks.ts';
import { type ContextCode, FEEDBACK_RFC, type FeedbackCode, type LetterCode } from './feedback-codes.ts';
import { FEEDBACK_COUNT, TALKS_COUNT } from './limits.ts';
import type { Dialect } from './slips/dialect.ts';
import { imapDialect } from './slips/imap.ts';
import { pop3Dialect } from './slips/pop3.ts';
import type { LessonTextKey } from './text/en.ts';

export interface FeedbackItem {
  /** The line that it is about. */
  seq: Seq;
  conn: ConnId;
  code: FeedbackCode;
  /** The sentence for it. */
  key: LessonTextKey & `feedback.${FeedbackCode}`;
  params: { typed: string; meant: string };
  rfc: string;
}

/** Where a dialog stands, as its replies tell it. */
interface Place {
  greeted: boolean;
  mail: boolean;
  recipients: number;
  /** TLS began by STARTTLS. */
  secured: boolean;
  /** The last thing that succeeded was the end of a letter. */
  sent: boolean;
}

export interface Feedback {
  talks: Talks;
  places: Record<ConnId, Place>;
  /** By connection, in the order of the dialog. */
  items: Record<ConnId, FeedbackItem[]>;
}

export const noFeedback: Feedback = { talks: noTalks, places: {}, items: {} };
const OUTSIDE: Place = { greeted: false, mail: false, recipients: 0, secured: false, sent: false };

/** Takes in an event; the same object comes back when it says nothing new. */
export function foldFeedback(before: Feedback, event: LabEvent): Feedback {
  if (event.type === 'lab.opened') return noFeedback;
  const found = event.type === 'wire.line' && event.data.from === 'client' ? onLine(before, event) : [];
  const { talks, exchanges } = hear(before.talks, event);
  if (talks === before.talks && found.length === 0) return before;
  let { places } = before;
  if (event.type === 'tls.started' && event.conn !== undefined) {
    places = put(places, event.conn, { ...OUTSIDE, secured: places[event.conn]?.greeted ?? false });
  }
  for (const exchange of exchanges) {
    const place = places[exchange.conn] ?? OUTSIDE;
    const knows = [...(before.items[exchange.conn] ?? []), ...found].some((item) => item.seq === exchange.seq);
    found.push(...onRefusal(exchange, knows));
    if (exchange.protocol !== 'smtp') continue;
    const code = onAnswer(exchange, place, knows);
    if (code !== undefined) found.push(item(code, exchange.conn, exchange.seq, exchange.line));
    places = put(places, exchange.conn, after(exchange, place));
  }
  const items = found.length === 0 ? before.items : withItems(before.items, found);
  return { talks, places, items };
}

/** What the line itself looks like. */
function onLine({ talks }: Feedback, event: LabEventOf<'wire.line'>): FeedbackItem[] {
  const talk = talks.open[event.conn ?? ''];
  // A line with a credential in it is nobody's to read.
  if (!talk || event.data.secret !== undefined) return [];
  const { bytes } = event.data;
  const line = withoutLineEnd(bytes);
  const found = slipsOf(talk.protocol, line).map(({ code, meant }) => item(code, talk.conn, event.seq, line, meant));
  const endsInLf = /(?:^|[^\r])\n$/.test(bytes);
  if (endsInLf) found.push(item('bare-lf', talk.conn, event.seq, line));
  if (talk.protocol === 'smtp' && talk.pending[0]?.verb === 'CONNECT')
    found.push(item('spoke-first', talk.conn, event.seq, line));
  return found;
}

const DIALECTS: Readonly<Record<Exclude<TalkProtocol, 'smtp'>, Dialect>> = { pop3: pop3Dialect, imap: imapDialect };

/** Slips of the keyboard, which no protocol is about. */
const OF_KEYS: ReadonlySet<FeedbackCode> = new Set([
  ...(['backspace', 'escape-sequence', 'telnet-negotiation', 'bare-lf', 'bare-cr', 'control-character'] as const),
]);

function slipsOf(protocol: TalkProtocol, line: string): { code: FeedbackCode; meant?: string }[] {
  const slips = nearMisses(line);
  if (protocol === 'smtp') return slips;
  const own = DIALECTS[protocol].onLine(line);
  return [...slips.filter(({ code }) => OF_KEYS.has(code)), ...(own ? [own] : [])];
}

/** What a no at a POP3 or IMAP server is about. `knows`: the line itself already explains it. */
function onRefusal(exchange: Exchange, knows: boolean): FeedbackItem[] {
  const { protocol, conn, seq, line } = exchange;
  if (protocol === 'smtp' || exchange.class !== 5 || knows) return [];
  const slip = DIALECTS[protocol].onRefusal(exchange);
  return slip ? [item(slip.code, conn, seq, line, slip.meant)] : [];
}

/** What a refusal says about the order of commands. `knows`: the line itself already explains it. */
function onAnswer(exchange: Exchange, place: Place, knows: boolean): ContextCode | undefined {
  const { verb, class: replyClass, code } = exchange;
  if (replyClass !== 5) return undefined;
  const isLost = place.secured && !place.greeted;
  if ((verb === 'MAIL' || verb === 'AUTH') && isLost) return 'ehlo-after-starttls';
  if (verb === 'MAIL' && !place.greeted) return 'mail-before-helo';
  if (verb === 'MAIL' && place.mail && code === 503) return 'nested-mail';
  if (verb === 'RCPT' && !place.mail) return 'rcpt-before-mail';
  if (verb === 'DATA' && place.recipients === 0) return 'data-before-rcpt';
  if (code !== 500 || knows) return undefined;
  return place.sent ? 'text-after-dot' : 'unknown-verb';
}

function after({ verb, class: replyClass }: Exchange, place: Place): Place {
  if (replyClass !== 2) return verb === '.' ? { ...place, mail: false, recipients: 0 } : place;
  switch (verb) {
    case 'HELO':
    case 'EHLO':
      return { ...OUTSIDE, secured: place.secured, greeted: true };
    case 'MAIL':
      return { ...place, mail: true, recipients: 0, sent: false };
    case 'RCPT':
      return { ...place, recipients: place.recipients + 1 };
    case '.':
      return { ...place, mail: false, recipients: 0, sent: true };
    case 'RSET':
      return { ...place, mail: false, recipients: 0, sent: false };
    default:
      return place;
  }
}

/** What a whole letter's data looks like, as it crossed the wire. */
export function feedbackOnLetter(bytes: string): { code: LetterCode; typed: string; rfc: string }[] {
  const found: [LetterCode, string][] = [];
  const isEnded = /(?:^|\r\n)\.\r\n$/.test(bytes);
  const { fields, separator, body } = splitMessage(isEnded ? bytes.slice(0, -3) : bytes);
  const [first = ''] = body.split(/\r?\n/);
  if (/(?:^|[^\r])\n/.test(bytes)) found.push(['bare-lf-in-letter', '']);
  if (/[\b\x7f]/.test(bytes)) found.push(['backspace-in-letter', '']);
  if (separator === '' && fields.length > 0 && first !== '') found.push(['no-blank-line', first]);
  if (separator !== '' && /^(?:from|to|cc|subject|date|reply-to):/i.test(first))
    found.push(['header-after-blank', first]);
  if (!isEnded) {
    const last = bytes.split(/\r?\n/).findLast((line) => line.trim() !== '') ?? '';
    found.push(/\.\s*$/.test(last) ? ['dot-not-alone', last] : ['letter-unended', '']);
  }
  return found.map(([code, typed]) => ({ code, typed: quoted(typed), rfc: FEEDBACK_RFC[code] }));
}

function item(code: FeedbackCode, conn: ConnId, seq: Seq, typed: string, meant = ''): FeedbackItem {
  return { seq, conn, code, key: `feedback.${code}`, params: { typed: quoted(typed), meant }, rfc: FEEDBACK_RFC[code] };
}

function put(places: Feedback['places'], conn: ConnId, place: Place): Feedback['places'] {
  return place === places[conn] ? places : lastOf({ ...places, [conn]: place });
}

function withItems(items: Feedback['items'], found: readonly FeedbackItem[]): Feedback['items'] {
  const next = { ...items };
  for (const one of found) next[one.conn] = [...(next[one.conn] ?? []), one].slice(-FEEDBACK_COUNT);
  return lastOf(next);
}

function lastOf<T>(entries: Record<string, T>): Record<string, T> {
  const names = Object.keys(entries);
  for (const name of names.slice(0, Math.max(0, names.length - TALKS_COUNT))) delete entries[name];
  return entries;
}

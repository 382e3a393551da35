// The letter that says what became of a letter: multipart/report with a part for people, one for machines
// (message/delivery-status, RFC 3464) and the letter itself or its header. Counterpart: engine/mta sends it;
// wishes.ts says whether. Rule: pure; layout and wording are Postfix's, and a line that came from the network
// can't leave its place.

import type { ByteString } from '../bytes.ts';
import { formatDate } from '../date.ts';
import { REPORT_LINE_OCTETS, REPORT_WORD_OCTETS } from '../limits.ts';
import type { Reply } from '../smtp/replies.ts';
import { decodeXtext, type LetterWishes, type ReportAction } from './wishes.ts';

/** What became of one recipient. */
export interface RecipientReport {
  recipient: ByteString;
  action: ReportAction;
  /** The reply that decided, or our own words in its form. */
  reply: Reply;
  /** Who said so, and in reply to what; absent when we did. */
  remote?: { name: string; address: string; during: string };
  /** As the sender's client gave it. */
  orcpt?: ByteString;
}

export interface ReportParts {
  hostName: string;
  /** Of the report itself. */
  queueId: string;
  to: ByteString;
  /** To the postmaster, because the sender can't be told. */
  postmaster: boolean;
  recipients: readonly RecipientReport[];
  original: {
    queueId: string;
    reversePath: ByteString;
    arrival_ms: number;
    wishes: LetterWishes;
    header: ByteString;
    body: ByteString;
    /** When it will be given up. */
    expires_ms: number;
  };
  delayWarning_s: number;
  lifetime_s: number;
  now_ms: number;
  messageId: string;
}

type Kind = 'failed' | 'delayed' | 'success';

/** Fields and body, separately because each field's writer is told. */
export function deliveryReport(parts: ReportParts): { fields: ByteString[]; body: ByteString } {
  const { hostName, queueId, to, now_ms, messageId, original } = parts;
  const kind = kindOf(parts.recipients);
  const boundary = `${original.queueId}.${Math.floor(now_ms / 1000)}/${hostName}`;
  const returned = returnedPart(kind, parts);
  const encoding = /[\x80-\xff]/.test(returned.text) ? '8bit' : '7bit';
  const date = `${formatDate(now_ms)} (UTC)`;
  const fields = [
    `Received: by ${hostName} (Posthorn)\r\n\tid ${queueId}; ${date}`,
    `Date: ${date}`,
    `From: Mail Delivery System <MAILER-DAEMON@${hostName}>`,
    `Subject: ${subjectOf(kind, parts.postmaster)}`,
    `To: ${to}`,
    'Auto-Submitted: auto-replied', // RFC 3834 section 5: nobody's machine should answer this
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="${boundary}"`,
    `Content-Transfer-Encoding: ${encoding}`,
    `Message-Id: <${messageId}>`,
  ].map((field) => `${field}\r\n`);
  const body = [
    'This is a MIME-encapsulated message.',
    '',
    `--${boundary}`,
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    ...humanPart(kind, parts),
    '',
    `--${boundary}`,
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    ...statusPart(parts),
    '',
    `--${boundary}`,
    `Content-Description: ${returned.description}`,
    `Content-Type: ${returned.type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    returned.text,
    `--${boundary}--`,
    '',
  ];
  return { fields, body: body.join('\r\n') };
}

function kindOf(recipients: readonly RecipientReport[]): Kind {
  const action = recipients[0]?.action;
  return action === 'failed' || action === 'delayed' ? action : 'success';
}

function subjectOf(kind: Kind, postmaster: boolean): string {
  if (postmaster) return 'Postmaster Copy: Undelivered Mail';
  if (kind === 'failed') return 'Undelivered Mail Returned to Sender';
  return kind === 'delayed' ? 'Delayed Mail (still being retried)' : 'Successful Mail Delivery Report';
}

function humanPart(kind: Kind, parts: ReportParts): ByteString[] {
  const signature = ['', '                   The mail system', ''];
  const help = [
    '',
    'For further assistance, please send mail to postmaster.',
    '',
    'If you do so, please include this problem report. You can',
    'delete your own text from the attached returned message.',
  ];
  const said = {
    failed: [
      "I'm sorry to have to inform you that your message could not",
      "be delivered to one or more recipients. It's attached below.",
      ...help,
    ],
    delayed: [
      '####################################################################',
      '# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #',
      '####################################################################',
      '',
      `Your message could not be delivered for more than ${span(parts.delayWarning_s)}.`,
      `It will be retried until it is ${span(parts.lifetime_s)} old.`,
      ...help,
    ],
    success: [
      'Your message was successfully delivered to the destination(s)',
      'listed below. If the message was delivered to mailbox you will',
      'receive no further notifications. Otherwise you may still receive',
      'notifications of mail delivery errors from other systems.',
    ],
  }[kind];
  const reasons = parts.recipients.flatMap((one) => [
    ...wrapped(`<${harmless(one.recipient)}>: ${explained(one)}`),
    '',
  ]);
  return [`This is the mail system at host ${parts.hostName}.`, '', ...said, ...signature, ...reasons.slice(0, -1)];
}

/** `host mx1...[...] said: 550 5.1.1 ... (in reply to RCPT TO command)`, or our own words. */
function explained({ action, reply, remote }: RecipientReport): ByteString {
  if (!remote) return harmless(textOf(reply));
  const { name, address, during } = remote;
  if (action === 'failed' || action === 'delayed') {
    return `host ${name}[${address}] said: ${spoken(reply)} (in reply to ${during})`;
  }
  return `delivery via ${name}[${address}]: ${spoken(reply)}`;
}

function statusPart({ hostName, original, recipients }: ReportParts): ByteString[] {
  const { wishes } = original;
  return [
    `Reporting-MTA: dns; ${hostName}`,
    ...(wishes.envid === undefined ? [] : wrapped(`Original-Envelope-Id: ${decodeXtext(wishes.envid)}`)),
    `X-Posthorn-Queue-ID: ${original.queueId}`,
    `X-Posthorn-Sender: rfc822; ${harmless(original.reversePath)}`,
    `Arrival-Date: ${formatDate(original.arrival_ms)} (UTC)`,
    ...recipients.flatMap((one) => ['', ...recipientStatus(one, original.expires_ms)]),
  ];
}

/** The per-recipient fields of RFC 3464 section 2.3, in Postfix's order. */
function recipientStatus({ recipient, action, reply, remote, orcpt }: RecipientReport, expires_ms: number): string[] {
  const diagnostic = remote ? `smtp; ${spoken(reply)}` : `X-Posthorn; ${harmless(textOf(reply))}`;
  return [
    `Final-Recipient: rfc822; ${harmless(recipient)}`,
    `Original-Recipient: ${orcpt === undefined ? `rfc822;${harmless(recipient)}` : decodeXtext(orcpt)}`,
    `Action: ${action}`,
    `Status: ${statusOf(action, reply)}`,
    ...(remote ? [`Remote-MTA: dns; ${remote.name}`] : []),
    ...wrapped(`Diagnostic-Code: ${diagnostic}`),
    ...(action === 'delayed' ? [`Will-Retry-Until: ${formatDate(expires_ms)} (UTC)`] : []),
  ];
}

function statusOf(action: ReportAction, { code, enhanced }: Reply): string {
  if (enhanced !== undefined) return enhanced;
  if (action !== 'failed' && action !== 'delayed') return '2.0.0';
  return code >= 500 ? '5.0.0' : '4.0.0';
}

/** RET=HDRS asks for the header only; a delay or a success never returns more (RFC 3461 section 4.3). */
function returnedPart(kind: Kind, { original }: ReportParts): { description: string; type: string; text: ByteString } {
  const what = kind === 'failed' ? 'Undelivered' : kind === 'delayed' ? 'Delayed' : 'Delivered';
  const header = `Return-Path: <${harmless(original.reversePath)}>\r\n${original.header.trimEnd()}\r\n`;
  if (kind === 'failed' && original.wishes.ret !== 'HDRS') {
    const text = `${header}\r\n${original.body}`;
    return { description: `${what} Message`, type: 'message/rfc822', text };
  }
  return { description: `${what} Message Headers`, type: 'text/rfc822-headers', text: header };
}

function spoken(reply: Reply): ByteString {
  const enhanced = reply.enhanced === undefined ? '' : `${reply.enhanced} `;
  return harmless(`${reply.code} ${enhanced}${textOf(reply)}`);
}

function textOf({ text }: Reply): string {
  return typeof text === 'string' ? text : text.join(' ');
}

/** One line, whatever the network said. */
function harmless(text: ByteString): ByteString {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[^\x20-\x7e\x80-\xff]/g, '?');
}

/** Folds before words as Postfix does, four spaces in; a word without end is cut. */
function wrapped(text: ByteString): ByteString[] {
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${REPORT_WORD_OCTETS}}`, 'gs')) ?? ['']);
  const lines: ByteString[] = [];
  let line = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (line.length + 1 + word.length <= REPORT_LINE_OCTETS) line += ` ${word}`;
    else {
      lines.push(line);
      line = `    ${word}`;
    }
  }
  return [...lines, line];
}

/** `4 hour(s)`, in the largest unit that divides it, as Postfix writes it. */
function span(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'day(s)'],
    [3600, 'hour(s)'],
    [60, 'minute(s)'],
  ];
  const [size, name] = units.find(([one]) => seconds >= one && seconds % one === 0) ?? [1, 'second(s)'];
  return `${seconds / size} ${name}`;
}

// Server replies: how they are written, and the named replies of our servers in the wording of a real Postfix.
// Counterpart: smtp/reply-parser.ts reads what this writes; smtp/reply-codes.ts says what the numbers mean.
// Rule: nothing that came from the network may break a reply line, so `formatReply` neutralises every text.

import { toByteString, type ByteString } from '../bytes.ts';
import { encodeUtf8 } from '../charset.ts';

/** One reply of a server: RFC 5321 section 4.2, with the enhanced status code of RFC 2034 apart from the text. */
export interface Reply {
  code: number;
  enhanced?: string;
  text: string | readonly string[];
}

/**
 * Writes a reply with its CRLFs. `text` may be several lines, or one text with line ends in it: all but the last line
 * carry a hyphen (RFC 5321 section 4.2.1), and the enhanced code stands on each (RFC 2034 section 3).
 * Control characters become `?`. Text is octets, as addresses from the wire are; a character that is no octet becomes
 * UTF-8 (RFC 6531 section 3.7.4).
 */
export function formatReply(code: number, enhanced: string | undefined, text: string | readonly string[]): ByteString {
  const lines = (typeof text === 'string' ? [text] : text).flatMap((line) => line.split(/\r\n|\r|\n/));
  if (lines.length === 0) lines.push('');
  const status = enhanced === undefined ? '' : `${enhanced} `;
  const last = lines.length - 1;
  return lines.map((line, at) => `${code}${at < last ? '-' : ' '}${status}${neutral(line)}\r\n`).join('');
}

/** The same for a `Reply`. */
export function formatReplyLines(reply: Reply): ByteString {
  return formatReply(reply.code, reply.enhanced, reply.text);
}

/** A text as one harmless line of octets. */
const neutral = (line: string): ByteString =>
  // Nearly every line is as harmless as it looks.
  HARMLESS.test(line) ? line : neutralised(line);

const HARMLESS = /^[\x20-\x7e]*$/;

const neutralised = (line: string): ByteString =>
  line
    .replace(/[^\x20-\x7e\x80-\u{10ffff}]/gu, '?')
    .replace(/[\u{100}-\u{10ffff}]/gu, (character) => toByteString(encodeUtf8(character)));

const reply = (code: number, enhanced: string | undefined, text: string | readonly string[]): Reply =>
  enhanced === undefined ? { code, text } : { code, enhanced, text };

/**
 * The replies of our servers. Constants are `Reply`s; functions take what the text must name. Addresses are given
 * without angle brackets. Each line of wording is a fact about Postfix, so that a student recognises it elsewhere.
 */
export const REPLIES = {
  // The session
  greeting: (host: string) => reply(220, undefined, `${host} ESMTP Posthorn`),
  lmtpGreeting: (host: string) => reply(220, undefined, `${host} LMTP Posthorn`),
  greetingTeaser: (host: string) =>
    reply(220, undefined, [`${host} ESMTP teaser: please wait`, `${host} ESMTP Posthorn`]),
  heloOk: (host: string) => reply(250, undefined, host),
  ehloOk: (host: string, extensions: readonly string[]) => reply(250, undefined, [host, ...extensions]),
  ok: reply(250, '2.0.0', 'Ok'),
  bye: reply(221, '2.0.0', 'Bye'),
  startTls: reply(220, '2.0.0', 'Ready to start TLS'),
  authOk: reply(235, '2.7.0', 'Authentication successful'),
  /** `challenge` is already base64: RFC 4954 section 4. */
  authChallenge: (challenge: string) => reply(334, undefined, challenge),

  // The transaction
  mailOk: reply(250, '2.1.0', 'Ok'),
  rcptOk: reply(250, '2.1.5', 'Ok'),
  dataGo: reply(354, undefined, 'End data with <CR><LF>.<CR><LF>'),
  /** LMTP, once for each recipient, as Dovecot words it. */
  saved: (recipient: string, id: string) => reply(250, '2.0.0', `<${recipient}> ${id} Saved`),
  queued: (id: string) => reply(250, '2.0.0', `Ok: queued as ${id}`),

  // Out of order: RFC 5321 section 4.1.4
  needHelo: reply(503, '5.5.1', 'Error: send HELO/EHLO first'),
  needLhlo: reply(503, '5.5.1', 'Error: send LHLO first'),
  needMail: reply(503, '5.5.1', 'Error: need MAIL command'),
  needRcpt: reply(503, '5.5.1', 'Error: need RCPT command'),
  nestedMail: reply(503, '5.5.1', 'Error: nested MAIL command'),
  improperPipelining: reply(503, '5.5.0', 'Error: improper use of SMTP command pipelining'),
  noValidRecipients: reply(554, '5.5.1', 'Error: no valid recipients'),
  mailInProgress: reply(503, '5.5.1', 'Error: MAIL transaction in progress'),
  alreadyAuthenticated: reply(503, '5.5.1', 'Error: already authenticated'),
  authNotEnabled: reply(503, '5.5.1', 'Error: authentication not enabled'),
  tlsActive: reply(554, '5.5.1', 'Error: TLS already active'),
  protocolError: reply(550, '5.5.1', 'Protocol error'),
  protocolErrorDrop: reply(521, '5.5.1', 'Protocol error'),

  // Not understood, or not done here
  notRecognized: reply(500, '5.5.2', 'Error: command not recognized'),
  badSyntax: reply(500, '5.5.2', 'Error: bad syntax'),
  lineTooLong: reply(500, '5.5.2', 'Error: line too long'),
  notImplemented: reply(502, '5.5.1', 'Error: command not implemented'),
  help: (...lines: string[]) => reply(214, '2.0.0', lines),
  vrfyOk: (address: string) => reply(252, '2.0.0', address),
  expnOk: (...members: string[]) =>
    reply(
      250,
      '2.1.5',
      members.map((member) => `<${member}>`),
    ),
  noSuchList: (name: string) => reply(550, '5.1.1', `<${name}>: no such list here`),
  vrfyDisabled: reply(502, '5.5.1', 'VRFY command is disabled'),
  unsupportedOption: (option: string) => reply(555, '5.5.4', `Unsupported option: ${option}`),
  etrnStarted: reply(250, undefined, 'Queuing started'),
  etrnSyntax: reply(501, undefined, 'Error: invalid parameter syntax'),
  etrnUnavailable: (domain: string) => reply(459, undefined, `<${domain}>: service unavailable`),

  // Permission
  authRequired: reply(530, '5.7.0', 'Authentication required'),
  starttlsFirst: reply(530, '5.7.0', 'Must issue a STARTTLS command first'),
  authFailed: (reason: string) => reply(535, '5.7.8', `Error: authentication failed: ${reason}`),
  authAborted: reply(501, '5.7.0', 'Authentication aborted'),
  authMechanismUnknown: reply(535, '5.7.8', 'Error: authentication failed: Invalid authentication mechanism'),
  authEncryptionRequired: reply(504, '5.5.4', 'Encryption required for requested authentication mechanism'),
  tlsUnavailable: reply(454, '4.7.0', 'TLS not available due to local problem'),
  senderNotOwned: (sender: string, login: string) =>
    reply(553, '5.7.1', `<${sender}>: Sender address rejected: not owned by user ${login}`),

  // Recipients and senders
  relayDenied: (recipient: string) => reply(554, '5.7.1', `<${recipient}>: Relay access denied`),
  userUnknown: (recipient: string, table: string) =>
    reply(550, '5.1.1', `<${recipient}>: Recipient address rejected: User unknown in ${table}`),
  greylisted: (recipient: string, see?: string) =>
    reply(
      450,
      '4.2.0',
      `<${recipient}>: Recipient address rejected: Greylisted${see === undefined ? '' : `, see ${see}`}`,
    ),
  recipientRejected: (code: number, enhanced: string, recipient: string, reason: string) =>
    reply(code, enhanced, `<${recipient}>: Recipient address rejected: ${reason}`),
  senderRejected: (code: number, enhanced: string, sender: string, reason: string) =>
    reply(code, enhanced, `<${sender}>: Sender address rejected: ${reason}`),
  userMoved: (recipient: string, to: string) =>
    reply(550, '5.1.6', `<${recipient}>: Recipient address rejected: User has moved to ${to}`),
  /** RFC 5321 section 3.4: the same, for a client that may try there itself. */
  userNotLocal: (to: string) => reply(551, '5.1.6', `User not local; please try <${to}>`),
  heloRejected: (code: number, enhanced: string, helo: string, reason: string) =>
    reply(code, enhanced, `<${helo}>: Helo command rejected: ${reason}`),
  /** `client` is its name and address: `mx.a.example[192.0.2.7]`. */
  clientRejected: (code: number, enhanced: string, client: string, reason: string) =>
    reply(code, enhanced, `<${client}>: Client host rejected: ${reason}`),
  clientUnknown: (address: string) =>
    reply(450, '4.7.25', `Client host rejected: cannot find your hostname, [${address}]`),
  clientBlocked: (address: string, zone: string, reason?: string) =>
    reply(
      554,
      '5.7.1',
      `Service unavailable; Client host [${address}] blocked using ${zone}${reason === undefined ? '' : `; ${reason}`}`,
    ),
  /** As postscreen words it: by the list's name alone. */
  clientScreened: (address: string, zone: string) =>
    reply(550, '5.7.1', `Service unavailable; client [${address}] blocked using ${zone}`),
  tooMuchMail: (address: string) => reply(450, '4.7.1', `Error: too much mail from ${address}`),
  tooManyRecipientsFrom: (address: string) => reply(450, '4.7.1', `Error: too many recipients from ${address}`),
  tooManyRecipients: reply(452, '4.5.3', 'Error: too many recipients'),
  needSmtpUtf8: reply(553, '5.6.7', 'Must declare SMTPUTF8 to send unicode address'),
  mailboxFull: (recipient: string, isFinal: boolean) =>
    reply(
      isFinal ? 552 : 452,
      isFinal ? '5.2.2' : '4.2.2',
      `<${recipient}>: Recipient address rejected: Mailbox is full`,
    ),

  // The message
  tooBig: reply(552, '5.3.4', 'Message size exceeds fixed limit'),
  messageTooBig: reply(552, '5.3.4', 'Error: message file too big'),
  aliasExpansion: reply(451, '4.6.0', 'Alias expansion error'),
  bareLineEnd: (host: string, octet: 'CR' | 'LF') => reply(521, '5.5.2', `${host} Error: bare <${octet}> received`),
  tooManyHops: reply(554, '5.4.6', 'Error: too many hops'),
  senderIdUnavailable: reply(450, '4.4.3', 'Sender ID check is temporarily unavailable'),
  contentRejected: (reason: string) => reply(550, '5.7.1', reason),

  // The server's own troubles
  tooManyErrors: (host: string) => reply(421, '4.7.0', `${host} Error: too many errors`),
  tooManyConnections: (host: string, address: string) =>
    reply(421, '4.7.0', `${host} Error: too many connections from ${address}`),
  timeout: (host: string) => reply(421, '4.4.2', `${host} Error: timeout exceeded`),
  shuttingDown: (host: string) => reply(421, '4.3.2', `${host} Service shutting down and closing transmission channel`),
  insufficientStorage: reply(452, '4.3.1', 'Insufficient system storage'),
  tempFail: reply(451, '4.3.0', 'Error: queue file write error'),
  /** As a content filter says it when the server behind it can't be had. */
  filterUnreachable: (port: number) => reply(451, '4.4.1', `Error: content filter can't reach port ${port}`),
  lookupFailed: (address: string) => reply(451, '4.3.0', `<${address}>: Temporary lookup failure`),
  configurationError: reply(451, '4.3.5', 'Server configuration error'),
} as const;

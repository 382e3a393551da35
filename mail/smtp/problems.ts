// What can be wrong with a command's syntax, and how Postfix says so. Counterpart: smtp/command.ts finds them.
// Rule: a code for the screen to explain, a reply for the wire; HELO's two have no enhanced code because a client that
// says HELO hasn't been told of any (RFC 2034 section 4).

import type { ByteString } from '../bytes.ts';
import { REPLIES, type Reply } from './replies.ts';

const syntax = (text: string): Reply => ({ code: 501, enhanced: '5.5.4', text });

const PROBLEMS = {
  'helo-syntax': { code: 501, text: 'Syntax: HELO hostname' },
  'ehlo-syntax': { code: 501, text: 'Syntax: EHLO hostname' },
  'lhlo-syntax': { code: 501, text: 'Syntax: LHLO hostname' },
  'mail-syntax': syntax('Syntax: MAIL FROM:<address>'),
  'rcpt-syntax': syntax('Syntax: RCPT TO:<address>'),
  'bad-sender': { code: 501, enhanced: '5.1.7', text: 'Bad sender address syntax' },
  'bad-recipient': { code: 501, enhanced: '5.1.3', text: 'Bad recipient address syntax' },
  'data-syntax': syntax('Syntax: DATA'),
  'rset-syntax': syntax('Syntax: RSET'),
  'starttls-syntax': syntax('Syntax: STARTTLS'),
  'vrfy-syntax': syntax('Syntax: VRFY address'),
  'etrn-syntax': { code: 500, text: 'Syntax: ETRN domain' },
  'auth-syntax': syntax('Syntax: AUTH mechanism'),
  'bdat-syntax': syntax('Syntax: BDAT count [LAST]'),
  'bad-size': syntax('Bad message size syntax'),
  'bad-ret': syntax('Bad RET parameter syntax'),
  'bad-envid': syntax('Bad ENVID parameter syntax'),
  'bad-notify': syntax('Error: Bad NOTIFY parameter syntax'),
  'bad-orcpt': syntax('Error: Bad ORCPT parameter syntax'),
  'bad-auth-parameter': syntax('Bad AUTH parameter syntax'),
  'unsupported-option': REPLIES.unsupportedOption(''),
  'line-too-long': REPLIES.lineTooLong,
  'empty-line': REPLIES.badSyntax,
} as const satisfies Readonly<Record<string, Reply>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The reply to a problem. `detail` is the word that caused it, where the reply names it. */
export function problemReply(problem: ProblemCode, detail: ByteString = ''): Reply {
  return problem === 'unsupported-option' ? REPLIES.unsupportedOption(detail) : PROBLEMS[problem];
}

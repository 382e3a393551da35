// The kinds of feedback on what was typed, and where each can be read up. Counterpart: feedback.ts finds them,
// text/en-feedback.ts says them. Rule: the compiler holds the three complete.

import type { SlipCode } from '../mail/smtp/slips.ts';

/** What a line looks like only beside those before it, and what a whole letter looks like. */
export type ContextCode =
  | 'spoke-first'
  | 'mail-before-helo'
  | 'ehlo-after-starttls'
  | 'rcpt-before-mail'
  | 'nested-mail'
  | 'data-before-rcpt'
  | 'text-after-dot'
  | 'unknown-verb';
export type LetterCode =
  | 'bare-lf-in-letter'
  | 'backspace-in-letter'
  | 'no-blank-line'
  | 'header-after-blank'
  | 'letter-unended'
  | 'dot-not-alone';
/** At the servers that give letters out. */
export type Pop3Code =
  | 'pop3-near-verb'
  | 'pop3-other-protocol'
  | 'pop3-number-missing'
  | 'pop3-lines-missing'
  | 'pop3-log-in-first'
  | 'pop3-pass-before-user'
  | 'pop3-in-use'
  | 'pop3-marked'
  | 'pop3-no-such-number';
export type ImapCode =
  | 'imap-near-command'
  | 'imap-other-protocol'
  | 'imap-tag-missing'
  | 'imap-log-in-first'
  | 'imap-select-first'
  | 'imap-delete-folder'
  | 'imap-fetch-what';
export type FeedbackCode = SlipCode | ContextCode | LetterCode | Pop3Code | ImapCode;

const SYNTAX = 'RFC 5321 section 4.1.1';
const MAIL_SYNTAX = 'RFC 5321 section 4.1.1.2';
const LINES = 'RFC 5321 section 2.3.8';
const ORDER = 'RFC 5321 section 4.1.4';
const HEADER = 'RFC 5322 section 2.1';
const END = 'RFC 5321 section 4.1.1.4';

export const FEEDBACK_RFC: Readonly<Record<FeedbackCode, string>> = {
  'missing-brackets': 'RFC 5321 section 4.1.2',
  'unclosed-bracket': 'RFC 5321 section 4.1.2',
  'space-before-path': MAIL_SYNTAX,
  'space-before-colon': MAIL_SYNTAX,
  'missing-colon': MAIL_SYNTAX,
  'missing-from': MAIL_SYNTAX,
  'missing-to': 'RFC 5321 section 4.1.1.3',
  'swapped-from-to': MAIL_SYNTAX,
  'missing-space': SYNTAX,
  'missing-path': 'RFC 5321 section 4.5.5',
  'missing-argument': 'RFC 5321 section 4.1.1.1',
  'display-name': 'RFC 5321 section 4.1.2',
  'header-as-command': 'RFC 5321 section 2.3.1',
  'near-verb': SYNTAX,
  'other-protocol': SYNTAX,
  'http-request': SYNTAX,
  'leading-space': SYNTAX,
  backspace: LINES,
  'escape-sequence': LINES,
  'telnet-negotiation': 'RFC 854',
  'bare-lf': LINES,
  'bare-cr': LINES,
  'control-character': LINES,
  'eight-bit': 'RFC 6531 section 3.3',
  'spoke-first': 'RFC 5321 section 3.1',
  'mail-before-helo': ORDER,
  'ehlo-after-starttls': 'RFC 3207 section 4.2',
  'rcpt-before-mail': ORDER,
  'nested-mail': ORDER,
  'data-before-rcpt': 'RFC 5321 section 3.3',
  'text-after-dot': END,
  'unknown-verb': SYNTAX,
  'bare-lf-in-letter': LINES,
  'backspace-in-letter': LINES,
  'no-blank-line': HEADER,
  'header-after-blank': HEADER,
  'letter-unended': END,
  'dot-not-alone': END,
  'pop3-near-verb': 'RFC 1939 section 3',
  'pop3-other-protocol': 'RFC 1939 section 3',
  'pop3-number-missing': 'RFC 1939 section 5',
  'pop3-lines-missing': 'RFC 1939 section 7',
  'pop3-log-in-first': 'RFC 1939 section 4',
  'pop3-pass-before-user': 'RFC 1939 section 7',
  'pop3-in-use': 'RFC 2449 section 8.1.1',
  'pop3-marked': 'RFC 1939 section 5',
  'pop3-no-such-number': 'RFC 1939 section 5',
  'imap-near-command': 'RFC 9051 section 6',
  'imap-other-protocol': 'RFC 9051 section 2.2.1',
  'imap-tag-missing': 'RFC 9051 section 2.2.1',
  'imap-log-in-first': 'RFC 9051 section 3.1',
  'imap-select-first': 'RFC 9051 section 3.2',
  'imap-delete-folder': 'RFC 9051 section 6.3.5',
  'imap-fetch-what': 'RFC 9051 section 6.4.5',
};

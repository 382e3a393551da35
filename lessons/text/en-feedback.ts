// What is said beside a dialog about a line that looks mistyped. Counterpart: ../feedback.ts, whose codes these are.
// Rule: what was typed, what the server saw, where to look; it never says the right line, and never blames.

import type { FeedbackCode } from '../feedback-codes.ts';

export const feedbackEn = {
  'feedback.missing-brackets': 'The address in “{typed}” stands bare. On an envelope it is put between < and >.',
  'feedback.unclosed-bracket': 'The address in “{typed}” is opened with < and never closed.',
  'feedback.space-before-path': 'There is a space after the colon in “{typed}”. This server forgives it; not all do.',
  'feedback.space-before-colon':
    'There is a space before the colon in “{typed}”, so the server doesn’t find FROM: or TO:.',
  'feedback.missing-colon': 'The colon after FROM or TO is missing in “{typed}”.',
  'feedback.missing-from': 'MAIL wants to hear FROM: and an address. The server saw “{typed}”.',
  'feedback.missing-to': 'RCPT wants to hear TO: and an address. The server saw “{typed}”.',
  'feedback.swapped-from-to': 'MAIL goes with FROM, RCPT with TO. The server saw “{typed}”.',
  'feedback.missing-space': 'Two words ran together in “{typed}”.',
  'feedback.missing-path':
    '“{typed}” names no address. The empty sender is written as two brackets with nothing inside.',
  'feedback.missing-argument': '“{typed}” needs a word after it: for a greeting, your own name.',
  'feedback.display-name': 'The envelope takes an address only. The name in “{typed}” belongs into the letter.',
  'feedback.header-as-command':
    '“{typed}” is a line for the letter. Outside a letter the server reads it as a command.',
  'feedback.near-verb': 'The server doesn’t know “{typed}”. Its word for that is {meant}.',
  'feedback.other-protocol': '“{typed}” is how one talks to a mailbox (POP3 or IMAP). This server takes mail in.',
  'feedback.http-request': '“{typed}” is how one talks to a web server.',
  'feedback.leading-space': 'There is a space before the command in “{typed}”.',
  'feedback.backspace':
    'The line “{typed}” holds the bytes of your backspace key. The server sees every one of them, and what you meant to take back.',
  'feedback.escape-sequence': 'The line “{typed}” holds the bytes of an arrow or function key.',
  'feedback.telnet-negotiation': 'Your telnet program sent bytes of its own language (RFC 854) into the dialog.',
  'feedback.bare-lf':
    'The line “{typed}” ends in LF alone. Mail’s lines end in CR and LF; some servers wait on, some differ.',
  'feedback.bare-cr': 'There is a CR inside “{typed}”. Only CR and LF together end a line.',
  'feedback.control-character': 'The line “{typed}” holds a control character that no screen shows.',
  'feedback.eight-bit': 'The line “{typed}” holds characters beyond ASCII. In a command they need SMTPUTF8.',

  'feedback.spoke-first': '“{typed}” went out before the server had greeted. In SMTP the server speaks first.',
  'feedback.mail-before-helo': '“{typed}” came before a greeting. The server wants to hear HELO or EHLO first.',
  'feedback.ehlo-after-starttls':
    '“{typed}” came right after TLS began. Whatever was said before doesn’t count any more: greet again.',
  'feedback.rcpt-before-mail': '“{typed}” came before the sender. An envelope’s return address is asked for first.',
  'feedback.nested-mail': '“{typed}” begins a second envelope while one is open. RSET throws the open one away.',
  'feedback.data-before-rcpt': 'The server has no recipient that it took, so it doesn’t want the letter.',
  'feedback.text-after-dot':
    'The letter was over at the lone dot. “{typed}” came after it, and the server read it as a command.',
  'feedback.unknown-verb': 'The server knows no command that begins like “{typed}”.',

  'feedback.bare-lf-in-letter': 'Some lines of the letter end in LF alone. Servers differ in what they make of that.',
  'feedback.backspace-in-letter': 'The letter holds the bytes of a backspace key. They travel with it.',
  'feedback.no-blank-line':
    'No blank line stands between header and text. The header ended at the first line without a colon: “{typed}”.',
  'feedback.header-after-blank': 'A blank line ended the header. “{typed}” came after it and is text.',
  'feedback.letter-unended': 'The connection ended inside the letter. Without the lone dot nothing was sent.',
  'feedback.dot-not-alone': 'The dot in “{typed}” isn’t alone on its line, so the letter went on.',

  'feedback.pop3-near-verb': 'POP3 has no word like “{typed}”. Its word for that is {meant}.',
  'feedback.pop3-other-protocol': '“{typed}” is a line of SMTP or IMAP. This is POP3, which only gives letters out.',
  'feedback.pop3-number-missing': '“{typed}” needs the number of a letter after it. LIST shows them.',
  'feedback.pop3-lines-missing':
    '“{typed}” needs a second number: how many lines of the text should follow the header.',
  'feedback.pop3-log-in-first':
    '“{typed}” came before the login, and the server doesn’t know yet whose letters it is about.',
  'feedback.pop3-pass-before-user':
    'The password came without a name before it. After a failed try the name is due again, too.',
  'feedback.pop3-in-use':
    'Another call has this mailbox open. In POP3 only one caller has it at a time: end that call first.',
  'feedback.pop3-marked':
    'The letter in “{typed}” is marked as deleted, so it can’t be asked for any more in this call.',
  'feedback.pop3-no-such-number':
    'The server has no letter with the number in “{typed}”. LIST shows the ones there are.',

  'feedback.imap-near-command': 'IMAP has no command like the one in “{typed}”. Its word for that is {meant}.',
  'feedback.imap-other-protocol':
    '“{typed}” is a line of POP3 or SMTP. In IMAP a tag comes first, and then the command.',
  'feedback.imap-tag-missing':
    '“{typed}” begins with the command. In IMAP a word of your own comes before it, and the answer repeats that word.',
  'feedback.imap-log-in-first':
    '“{typed}” came before the login, and the server doesn’t know yet whose mailboxes it is about.',
  'feedback.imap-select-first': '“{typed}” is about the letters of a mailbox, and no mailbox is open yet.',
  'feedback.imap-delete-folder':
    'DELETE takes away a whole mailbox, not a letter. Letters are marked, and then expunged.',
  'feedback.imap-fetch-what':
    'The server didn’t understand what of the letters it should bring. FETCH wants numbers, then a thing or a list in parentheses.',
} as const satisfies Record<`feedback.${FeedbackCode}`, string>;

// Letters that the tests of POP3 and IMAP deliver. Rule: CRLF line ends; each has something that a server can get wrong.
import { MemoryMailbox } from '../../../engine/store/memory.ts';

export const START_MS = Date.UTC(2026, 0, 5, 9, 0, 0);

const crlf = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');

export const PLAIN = crlf([
  'Received: from relay.campus.example ([192.0.2.26])',
  '\tby mx1.harbor.example with ESMTP id ABC123;',
  '\tMon, 5 Jan 2026 09:00:00 +0000',
  'From: "Alice Example" <alice@campus.example>',
  'To: bob@harbor.example, Carol <carol@harbor.example>',
  'Subject: Lunch at noon',
  'Date: Mon, 5 Jan 2026 08:59:58 +0000',
  'Message-ID: <1@campus.example>',
  '',
  'Hello Bob,',
  '.a line with a dot',
  '..two dots',
  '.',
  'bye',
]);

export const ENCODED = crlf([
  'From: =?UTF-8?Q?Zo=C3=AB?= <zoe@campus.example>',
  'To: bob@harbor.example',
  'Subject: =?UTF-8?B?R3LDvMOfZSBhdXMgS8O2bG4=?=',
  'Date: Sun, 4 Jan 2026 23:30:00 -0500',
  'Message-ID: <2@campus.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Viele Gr=C3=BC=C3=9Fe vom Rhein, und noch ein sehr langer =',
  'Satz.',
]);

export const MULTIPART = crlf([
  'From: alice@campus.example',
  'To: bob@harbor.example',
  'Subject: With "quotes" and a \\ in it',
  'Date: Mon, 5 Jan 2026 10:00:00 +0000',
  'Message-ID: <3@campus.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  'preamble',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=us-ascii',
  '',
  'plain words',
  '--inner',
  'Content-Type: text/html; charset=us-ascii',
  '',
  '<p>html words</p>',
  '--inner--',
  '--outer',
  'Content-Type: application/pdf; name="report.pdf"',
  'Content-Disposition: attachment; filename="report.pdf"',
  'Content-Transfer-Encoding: base64',
  'Content-ID: <pdf@campus.example>',
  'Content-Description: the report',
  '',
  'JVBERi0xLjQK',
  '--outer',
  'Content-Type: message/rfc822',
  '',
  'From: dave@forwarder.example',
  'Subject: Enclosed',
  '',
  'the enclosed body',
  '--outer--',
]);

/** Not what a careful program writes: 8-bit header, bare LF before a dot, no line end at the end. */
export const ROUGH = Buffer.from('Subject: caf\xe9\r\n\r\none\n.two\r\nthree \x00\xff', 'latin1');

/** bob's mailbox with the letters, one delivered each hour from START_MS on. */
export function mailboxWith(letters: readonly Uint8Array[] = [PLAIN, ENCODED, MULTIPART]): MemoryMailbox {
  const mailbox = new MemoryMailbox('bob@harbor.example', 77);
  letters.forEach((octets, index) => mailbox.append(octets, new Set(), START_MS + index * 3_600_000));
  return mailbox;
}

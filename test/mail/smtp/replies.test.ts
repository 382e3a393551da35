// Replies are written so that nothing breaks them, sound like Postfix, and are read back as they were meant.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromByteString } from '../../../mail/bytes.ts';
import { formatReply, formatReplyLines, REPLIES, type Reply } from '../../../mail/smtp/replies.ts';
import { explainReply } from '../../../mail/smtp/reply-codes.ts';
import { parseEhlo, ReplyError, ReplyReader } from '../../../mail/smtp/reply-parser.ts';
import { octets } from '../arbitrary.ts';

describe('formatReply', () => {
  test.each([
    [formatReply(250, undefined, ['mx', 'SIZE 5', 'DSN']), '250-mx\r\n250-SIZE 5\r\n250 DSN\r\n'],
    [formatReply(250, '2.0.0', 'a\r\nb'), '250-2.0.0 a\r\n250 2.0.0 b\r\n'],
    [formatReply(550, '5.7.1', 'nul\0 bell\x07'), '550 5.7.1 nul? bell?\r\n'],
    [formatReply(250, undefined, '\xc3\xbc €'), '250 \xc3\xbc \xe2\x82\xac\r\n'],
    [formatReply(250, undefined, []), '250 \r\n'],
  ])('%j', (written, wire) => expect(written).toBe(wire));

  test('is read back whole, whatever the text and the chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (lines, chunk) => {
          const wire = fromByteString(formatReply(550, '5.7.1', lines));
          const reader = new ReplyReader();
          const replies = [];
          for (let at = 0; at < wire.length; at += chunk) replies.push(...reader.push(wire.subarray(at, at + chunk)));
          expect(replies).toHaveLength(1);
          expect(replies[0]).toMatchObject({ code: 550, enhanced: '5.7.1' });
          expect(reader.pending).toBe(false);
        },
      ),
    );
  });
});

test.each<[Reply, string]>([
  [REPLIES.mailOk, '250 2.1.0 Ok'],
  [REPLIES.rcptOk, '250 2.1.5 Ok'],
  [REPLIES.dataGo, '354 End data with <CR><LF>.<CR><LF>'],
  [REPLIES.queued('3D9EF21C025'), '250 2.0.0 Ok: queued as 3D9EF21C025'],
  [REPLIES.bye, '221 2.0.0 Bye'],
  [REPLIES.needHelo, '503 5.5.1 Error: send HELO/EHLO first'],
  [REPLIES.needMail, '503 5.5.1 Error: need MAIL command'],
  [REPLIES.needRcpt, '503 5.5.1 Error: need RCPT command'],
  [REPLIES.nestedMail, '503 5.5.1 Error: nested MAIL command'],
  [REPLIES.noValidRecipients, '554 5.5.1 Error: no valid recipients'],
  [REPLIES.vrfyDisabled, '502 5.5.1 VRFY command is disabled'],
  [REPLIES.notRecognized, '500 5.5.2 Error: command not recognized'],
  [REPLIES.etrnUnavailable('example.test'), '459 <example.test>: service unavailable'],
  [REPLIES.relayDenied('x@elsewhere.test'), '554 5.7.1 <x@elsewhere.test>: Relay access denied'],
  [
    REPLIES.userUnknown('nobody@example.test', 'virtual mailbox table'),
    '550 5.1.1 <nobody@example.test>: Recipient address rejected: User unknown in virtual mailbox table',
  ],
  [REPLIES.greylisted('bob@example.test'), '450 4.2.0 <bob@example.test>: Recipient address rejected: Greylisted'],
  [
    REPLIES.clientBlocked('127.0.0.66', 'dnsbl.test', 'Listed for testing'),
    '554 5.7.1 Service unavailable; Client host [127.0.0.66] blocked using dnsbl.test; Listed for testing',
  ],
  [
    REPLIES.recipientRejected(550, '5.7.23', 'bob@example.test', 'Message rejected due to: SPF fail - not authorized'),
    '550 5.7.23 <bob@example.test>: Recipient address rejected: Message rejected due to: SPF fail - not authorized',
  ],
])('%o is worded as Postfix words it', (reply, wire) => expect(formatReplyLines(reply)).toBe(`${wire}\r\n`));

test('replies are explained from the registry, contradictions included', () => {
  expect(explainReply(550, '5.7.23')).toEqual({
    class: 'failed',
    meaningKey: 'mailboxUnavailable',
    enhanced: { class: 'failed', subjectKey: 'securityOrPolicy', detailKey: 'spfFailed' },
    contradiction: false,
  });
  expect(explainReply(450, '5.1.1').contradiction).toBe(true);
  expect(explainReply(299)).toEqual({ class: 'success', meaningKey: 'unregistered', contradiction: false });
  for (const reply of Object.values(REPLIES)) {
    if (typeof reply !== 'function') expect(explainReply(reply.code).meaningKey).not.toBe('unregistered');
  }
});

describe('ReplyReader', () => {
  const read = (text: string) => new ReplyReader().push(fromByteString(text));

  test('several replies in one chunk', () => {
    expect(read('250 2.1.0 Ok\r\n250-a\r\n250 b\n354\r\n')).toEqual([
      { code: 250, enhanced: '2.1.0', text: ['Ok'] },
      { code: 250, text: ['a', 'b'] },
      { code: 354, text: [''] },
    ]);
  });

  test.each([
    ['hello\r\n', 'not-a-reply'],
    ['250-a\r\n550 b\r\n', 'codes-differ'],
    [`250 ${'x'.repeat(5000)}`, 'line-too-long'],
    ['250-x\r\n'.repeat(1000), 'too-many-lines'],
    ['2500 x\r\n', 'not-a-reply'],
  ])('%.20j is an error', (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'ReplyError', code }));
  });

  test('an error brings the replies before it, and stays', () => {
    const reader = new ReplyReader();
    const push = (text: string) => () => reader.push(fromByteString(text));
    expect(push('250 Ok\r\nwhat\r\n')).toThrow(expect.objectContaining({ replies: [{ code: 250, text: ['Ok'] }] }));
    expect(push('250 Ok\r\n')).toThrow(ReplyError);
  });

  test('throws nothing but ReplyError', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        try {
          new ReplyReader().push(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ReplyError);
        }
      }),
    );
  });

  test('extensions of EHLO', () => {
    const [reply] = read('250-mx.example.test\r\n250-SIZE 1048576\r\n250-AUTH PLAIN\r\n250-AUTH=LOGIN\r\n250 dsn\r\n');
    expect(reply && [...parseEhlo(reply)]).toEqual([
      ['SIZE', ['1048576']],
      ['AUTH', ['PLAIN', 'LOGIN']],
      ['DSN', []],
    ]);
  });
});

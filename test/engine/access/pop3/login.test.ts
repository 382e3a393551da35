// Ways into a POP3 mailbox without the password on the wire, and the lock on it.
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AccessContext, AccessMachine, Output } from '../../../../engine/access/machine.ts';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import { pop3Machine } from '../../../../engine/access/pop3/machine.ts';
import type { MemoryMailbox } from '../../../../engine/store/memory.ts';
import { contextFor } from '../access-context.ts';
import { converse } from '../dialogue.ts';
import { mailboxWith } from '../letters.ts';

const CHALLENGE = '<1896.697170952@mail.harbor.example>';
const GREETING = 'S: +OK mail.harbor.example POP3 server ready';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const cram = (password: string): string => base64(`bob ${createHmac('md5', password).update(CHALLENGE).digest('hex')}`);

describe('APOP', () => {
  const digest = (password: string): string =>
    createHash('md5')
      .update(CHALLENGE + password)
      .digest('hex');
  const apop: Partial<AccessContext> = { apop: true };

  it('takes the digest of the greeting and the password, and no other', () => {
    converse(
      pop3Machine(contextFor(mailboxWith(), apop)),
      `${GREETING} ${CHALLENGE}
      C: APOP bob ${digest('wrong')}
      ! event auth.failed {"mechanism":"APOP","login":"bob","problem":"credentials"}
      ! event pop3.login {"login":"bob","accepted":false}
      S: -ERR [AUTH] Authentication failed.
      C: APOP bob
      S: -ERR Usage: APOP name digest
      C: APOP bob ${digest('secret')}
      ! event auth.succeeded {"mechanism":"APOP","login":"bob"}
      ! event pop3.login {"login":"bob","accepted":true}
      S: +OK Logged in.`,
      { events: true },
    );
  });

  it('is taken also where passwords in the clear are not, and only where it is offered', () => {
    converse(
      pop3Machine(contextFor(mailboxWith(), { ...apop, plaintextLogin: false })),
      `${GREETING} ${CHALLENGE}\nC: APOP bob ${digest('secret')}\nS: +OK Logged in.`,
    );
    converse(
      pop3Machine(contextFor(mailboxWith())),
      `${GREETING}\nC: APOP bob ${digest('secret')}\nS: -ERR APOP is not offered.`,
    );
  });
});

describe('CRAM-MD5', () => {
  it('takes the answer to its question, over POP3 and IMAP', () => {
    converse(
      pop3Machine(contextFor(mailboxWith())),
      `${GREETING}
      C: AUTH CRAM-MD5
      S: + ${base64(CHALLENGE)}
      C: ${cram('wrong')}
      S: -ERR [AUTH] Authentication failed.
      C: AUTH CRAM-MD5
      S: + ${base64(CHALLENGE)}
      C: ${cram('secret')}
      S: +OK Logged in.`,
    );
    const machine = imapMachine(contextFor(mailboxWith()));
    machine.receive(Buffer.from('a AUTHENTICATE CRAM-MD5\r\n'));
    expect(said(machine.receive(Buffer.from(`${cram('secret')}\r\n`)))).toMatch(/^a OK /);
  });
});

describe('the lock', () => {
  it('lets one POP3 session in, until it ends in whatever way', () => {
    const mailbox = mailboxWith();
    const first = loggedIn(mailbox);
    expect(login(pop3Machine(contextFor(mailbox)))).toContain('-ERR [IN-USE] Mailbox is in use');
    first.closed();
    const second = loggedIn(mailbox);
    second.receive(Buffer.from('QUIT\r\n'));
    loggedIn(mailbox);
  });

  it('removes nothing when the connection is cut, and what was marked at QUIT', () => {
    const mailbox = mailboxWith();
    const cut = loggedIn(mailbox);
    cut.receive(Buffer.from('DELE 1\r\nDELE 2\r\n'));
    cut.closed();
    expect(mailbox.letters()).toHaveLength(3);
    loggedIn(mailbox).receive(Buffer.from('DELE 1\r\nDELE 2\r\nQUIT\r\n'));
    expect(mailbox.letters().map(({ uid }) => uid)).toEqual([3]);
  });
});

function loggedIn(mailbox: MemoryMailbox): AccessMachine {
  const machine = pop3Machine(contextFor(mailbox));
  expect(login(machine)).toContain('+OK Logged in.');
  return machine;
}

const login = (machine: AccessMachine): string => said(machine.receive(Buffer.from('USER bob\r\nPASS secret\r\n')));

function said(outputs: readonly Output[]): string {
  return outputs.map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString() : '')).join('');
}

// A mailbox without room: what would add to it is refused, what only moves isn't (RFC 9208 section 4.3).
import { expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import { MemoryMailbox } from '../../../../engine/store/memory.ts';
import { accountOf, contextFor } from '../access-context.ts';
import { PLAIN, START_MS } from '../letters.ts';

it('says OVERQUOTA to APPEND and COPY, and lets MOVE be', () => {
  const inbox = new MemoryMailbox('bob@harbor.example');
  inbox.append(PLAIN, new Set(), START_MS);
  accountOf(inbox).create('Archive');
  const machine = imapMachine(contextFor(inbox, { quota_octets: () => PLAIN.length + 10 }));
  const say = (line: string): string =>
    machine
      .receive(Buffer.from(`a ${line}\r\n`))
      .map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString('latin1') : ''))
      .join('');
  say('LOGIN bob secret');
  say('SELECT INBOX');
  expect(say('APPEND INBOX {11+}\r\nSubject: a\n')).toContain('a NO [OVERQUOTA] ');
  expect(say('COPY 1 Archive')).toContain('a NO [OVERQUOTA] ');
  expect(say('APPEND INBOX {10+}\r\nSubject: a')).toContain('a OK ');
  expect(say('MOVE 1 Archive')).toContain('a OK ');
});

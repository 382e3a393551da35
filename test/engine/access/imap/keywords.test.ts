// Keywords: kept with the letter, found by SEARCH, as many as a mailbox may have, in every kind of store.
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import type { Account } from '../../../../engine/store/account.ts';
import { MemoryDisk } from '../../../../engine/world/memory-disk.ts';
import { maildirOn, mboxOn } from '../../store/accounts.ts';
import { contextFor } from '../access-context.ts';
import { PLAIN, START_MS } from '../letters.ts';

function talkTo(account: Account): (line: string) => string {
  const machine = imapMachine(contextFor(account));
  const say = (line: string): string =>
    machine
      .receive(Buffer.from(`a ${line}\r\n`))
      .map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString('latin1') : ''))
      .join('');
  say('LOGIN bob secret');
  return say;
}

describe.each([
  ['a Maildir', maildirOn],
  ['a mailbox file', mboxOn],
] as const)('in %s', (_what, open) => {
  it('are kept over a restart, in either case the same', () => {
    const disk = new MemoryDisk();
    const account = open(disk);
    for (let count = 0; count < 2; count += 1) account.inbox.append(PLAIN, new Set(), START_MS);
    const say = talkTo(account);
    expect(say('SELECT INBOX')).toContain('Deleted \\Seen \\Draft \\*)]');
    expect(say('STORE 1 +FLAGS ($Forwarded work \\Seen)')).toContain('FLAGS (\\Seen $Forwarded work \\Recent)');
    expect(say('STORE 2 +FLAGS (WORK)')).toContain('FLAGS (work \\Recent)');
    expect(say('SEARCH KEYWORD $forwarded')).toContain('* SEARCH 1\r\n');
    expect(say('SEARCH UNKEYWORD $forwarded')).toContain('* SEARCH 2\r\n');
    expect(say('STORE 2 -FLAGS (work)')).toContain('FLAGS (\\Recent)');

    const again = talkTo(open(disk));
    expect(again('SELECT INBOX')).toMatch(/\* FLAGS \(.*\$Forwarded work\)/);
    expect(again('FETCH 1 FLAGS')).toContain('\\Seen $Forwarded work');
  });

  it('are so many and no more', () => {
    const account = open(new MemoryDisk());
    account.inbox.append(PLAIN, new Set(), START_MS);
    const say = talkTo(account);
    say('SELECT INBOX');
    const names = Array.from({ length: 26 }, (_, index) => `k${index}`);
    expect(say(`STORE 1 FLAGS (${names.join(' ')})`)).toContain('a OK');
    expect(say('STORE 1 +FLAGS (more)')).toContain('a NO [LIMIT]');
    expect(say(`STORE 1 +FLAGS (${'x'.repeat(61)})`)).toContain('a BAD');
  });
});

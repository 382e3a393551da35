// Where an alias leads besides other addresses: programs, files, lists in files, a user's own .forward; and letters that
// come without SMTP.

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import type { TopologyInput } from '../../contract/topology.ts';
import { Home } from '../../engine/mta/home.ts';
import { soundTopology } from '../../engine/open-lab.ts';
import { MemoryDisk } from '../../engine/world/memory-disk.ts';
import { aliasTargetOf, readTargets } from '../../mail/alias-targets.ts';
import { mboxEntry } from '../../mail/mbox.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Person } from './shell/person.ts';

type MtaInput = NonNullable<TopologyInput['hosts'][number]['mta']>;

const MAIL = 'mail.harbor.example';
const BOB = 'bob@harbor.example';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

async function open(settings: MtaInput): Promise<TestLab> {
  const topology = testTopology();
  const hosts = topology.hosts.map((host) => {
    if (!host.mta) return host;
    const more = host.name === MAIL ? { localDomains: ['harbor.example'], ...settings } : {};
    return { ...host, mta: { ...host.mta, ...(host.name.startsWith('mx') ? { relayRecipients: [] } : {}), ...more } };
  });
  lab = await TestLab.open({ topology: soundTopology({ ...topology, hosts }, 'changed') });
  return lab;
}

const log = (one: TestLab) =>
  one
    .of('log.written')
    .filter((event) => event.host === MAIL && event.data.program.startsWith('posthorn/local'))
    .map(({ data }) => data.line.replace(/^\w+: /, '').replace(/delay=.*?, dsn/, 'dsn'));
const write = (one: TestLab, path: string, text: string) => one.send('files.write', { host: MAIL, path, text });
const read = async (one: TestLab, path: string) => (await one.send('files.read', { host: MAIL, path })).bytes;

describe('a program', () => {
  test.each([
    ['fail 75 try later', 'deferred', 'dsn=4.3.0, status=deferred (temporary failure. Command output: try later)'],
    ['fail 77', 'bounced', 'dsn=5.7.0, status=bounced (permission denied)'],
    [
      'fail 1 broken',
      'bounced',
      'dsn=5.3.0, status=bounced (Command died with status 1: "fail 1 broken". Command output: broken)',
    ],
    [
      '/bin/sh -c true',
      'deferred',
      'dsn=4.3.0, status=deferred (temporary failure. Command output: local: fatal: execvp /bin/sh: No such file or directory)',
    ],
    ['filter spam', 'sent', 'dsn=2.0.0, status=sent (delivered to command: filter spam)'],
  ])('%s: %s, in the words of Postfix', async (command, outcome, said) => {
    const one = await open({ aliases: { 'prog@harbor.example': [`|${command}`] } });
    await one.letter('prog@harbor.example', 'buy spam');
    expect(log(one)).toEqual([`to=<prog@harbor.example>, relay=local, ${said}`]);
    expect((await one.mailbox('alice@campus.example')).length).toBe(outcome === 'bounced' ? 1 : 0);
    expect(one.of('rewrite.applied')[0]?.data).toMatchObject({ step: 'alias', after: [`|${command}`] });
  });

  test('that is asked for later comes before anything is forwarded', async () => {
    const one = await open({ aliases: { 'prog@harbor.example': ['carol@harbor.example', '|fail 75'] } });
    await one.letter('prog@harbor.example');
    await one.send('clock.next', {});
    expect(await one.mailbox('carol@harbor.example')).toEqual([]);
    await one.send('config.patch', {
      host: MAIL,
      path: '/mta/aliases',
      value: { 'prog@harbor.example': ['carol@harbor.example'] },
    });
    await one.send('clock.next', {});
    expect(await one.mailbox('carol@harbor.example')).toHaveLength(1);
  });
});

describe('vacation', () => {
  const away = { aliases: { [BOB]: [BOB, '|/usr/bin/vacation'] } };

  test('tells each writer once a week, and never another machine', async () => {
    const one = await open(away);
    for (const text of ['one', 'two']) await one.letter(BOB, text);
    const answers = await one.mailbox('alice@campus.example');
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('Return-Path: <>\r\n');
    expect(answers[0]).toContain('Auto-Submitted: auto-replied\r\n');
    expect(answers[0]).toMatch(/Received: by mail\.harbor\.example \(Posthorn, from userid 65534\)\r\n\tid \w+; /);
    expect(await one.mailbox(BOB)).toHaveLength(2);
    await one.send('clock.advance', { ms: 8 * 86_400_000 });
    await one.letter(BOB, 'three');
    expect(await one.mailbox('alice@campus.example')).toHaveLength(2);
  });

  test('of two people who are both away doesn’t go on for ever', async () => {
    const carol = 'carol@harbor.example';
    const one = await open({ aliases: { ...away.aliases, [carol]: [carol, '|vacation'] } });
    await one.send('mail.send', { from: carol, to: [BOB], subject: 'x', text: 'x' });
    await one.lab.settled();
    expect([await one.mailbox(BOB), await one.mailbox(carol)].map((letters) => letters.length)).toEqual([1, 1]);
  });
});

describe('a file', () => {
  test('gets the letters one after the other, as mailboxes once were', async () => {
    const one = await open({ aliases: { 'archive@harbor.example': ['/home/archive/box'] } });
    for (const text of ['one', 'From here on']) await one.letter('archive@harbor.example', text);
    const box = await read(one, 'home/archive/box');
    expect(box.match(/^From alice@campus\.example {2}Mon Jan {2}5 /gm)).toHaveLength(2);
    expect(box).toContain('\n>From here on\n');
    expect(log(one)[0]).toContain('status=sent (delivered to file: /home/archive/box)');
  });

  test('that leads out of the host’s folder is refused, whoever names it', async () => {
    const one = await open({ forwardFiles: true });
    await write(one, `home/${BOB}/.forward`, '/home/../../../etc/passwd\n/etc/passwd\n');
    await one.letter(BOB);
    expect(log(one)).toEqual([
      expect.stringContaining(
        'status=bounced (cannot append message to file /home/../../../etc/passwd: Permission denied)',
      ),
    ]);
    expect(() =>
      soundTopology(
        {
          ...testTopology(),
          hosts: testTopology().hosts.map((host) =>
            host.mta ? { ...host, mta: { ...host.mta, aliases: { 'a@b.example': ['/home/../x'] } } } : host,
          ),
        },
        'x',
      ),
    ).toThrow('must be an address');
  });
});

describe('a list in a file', () => {
  const aliases = {
    'crew@harbor.example': [':include:/home/lists/crew'],
    'owner-crew@harbor.example': ['alice@campus.example'],
  };

  test('names people, and its owner answers for it', async () => {
    const one = await open({ aliases });
    await write(one, 'home/lists/crew', '# the crew\nbob, carol@harbor.example\n\ngone\n');
    await one.letter('crew@harbor.example');
    const [letter = ''] = await one.mailbox('carol@harbor.example');
    expect(letter).toContain('Return-Path: <owner-crew@harbor.example>\r\n');
    expect(await one.mailbox(BOB)).toHaveLength(1);
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('Final-Recipient: rfc822; gone@harbor.example');
    expect(one.of('rewrite.applied').map(({ data }) => `${data.step}: ${data.before}`)).toContain(
      'include: :include:/home/lists/crew',
    );
  });

  test('runs no programs, and one that isn’t there is the server’s mistake', async () => {
    const one = await open({ aliases });
    await one.letter('crew@harbor.example');
    await write(one, 'home/lists/crew', '"|fail 75"');
    await one.letter('crew@harbor.example');
    const bounces = one.of('queue.bounced').filter((event) => event.host === MAIL);
    expect(bounces.map(({ data: { reply } }) => `${reply.enhanced ?? ''} ${reply.text}`)).toEqual([
      '5.3.5 mail system configuration error',
      '5.7.1 mail to command is restricted',
    ]);
  });
});

describe('a .forward', () => {
  test('is read at each delivery, where the host looks for it', async () => {
    const one = await open({ forwardFiles: true });
    const person = await Person.open(one, MAIL);
    await person.type(`echo '\\bob, carol@harbor.example' > home/${BOB}/.forward`);
    expect(await person.type(`cat home/${BOB}/.forward`)).toBe('\\bob, carol@harbor.example\n');
    expect(await person.type(`sendmail -bv ${BOB}`)).toBe(
      `${BOB}: forward -> carol@harbor.example, kept in ${BOB}\n  carol@harbor.example: mailbox carol@harbor.example\n`,
    );
    await one.letter(BOB);
    expect(await one.mailbox('carol@harbor.example')).toHaveLength(1);
    expect(await one.mailbox(BOB)).toHaveLength(1);
    await person.type(`echo '# nothing' > home/${BOB}/.forward`);
    await one.letter(BOB);
    expect(await one.mailbox(BOB)).toHaveLength(2);
  });

  test('may run a program, and two that lead to each other end in a report', async () => {
    const one = await open({ forwardFiles: true });
    await write(one, `home/${BOB}/.forward`, '"|filter spam /home/bob@harbor.example/spam"\n');
    await one.letter(BOB, 'hello');
    await one.letter(BOB, 'spam');
    expect(await one.mailbox(BOB)).toHaveLength(1);
    expect(await read(one, `home/${BOB}/spam`)).toContain('spam');
    await write(one, `home/${BOB}/.forward`, 'carol');
    await write(one, 'home/carol@harbor.example/.forward', 'bob');
    await one.letter(BOB);
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('mail forwarding loop for');
  });

  test('can be written into people’s folders and nowhere else', async () => {
    const one = await open({});
    for (const path of ['spool/active/x', 'home/x', 'home/../x/y', '/home/a/b', 'home/a/..', 'mail/a/b']) {
      await expect(write(one, path, 'x')).rejects.toThrow('only files');
    }
    const person = await Person.open(one, MAIL);
    expect(await person.type('echo x > log/maillog')).toBe('echo: log/maillog: Permission denied\n');
    expect(await person.type('echo a b')).toBe('a b\n');
  });
});

describe('a letter without SMTP', () => {
  test('says which user it came from, and is completed', async () => {
    const one = await open({});
    const person = await Person.open(one, MAIL);
    await person.type('mail -s Tide carol bob@harbor.example');
    await person.type('High water at nine.');
    await person.type('.');
    await one.lab.settled();
    const [letter = ''] = await one.mailbox(BOB);
    expect(letter).toMatch(
      /\r\nReceived: by mail\.harbor\.example \(Posthorn, from userid 1000\)\r\n\tid \w{10}; Mon, 5 Jan 2026 09:00:00 \+0000 \(UTC\)\r\n/,
    );
    expect(letter).toContain('To: carol@harbor.example, bob@harbor.example\r\nSubject: Tide\r\n');
    expect(letter).toContain('From: you@harbor.example\r\n');
    expect(await one.mailbox('carol@harbor.example')).toHaveLength(1);
    const lines = one.of('log.written').filter((event) => event.host === MAIL);
    expect(lines[0]?.data.program).toMatch(/^posthorn\/pickup\[/);
    expect(lines[0]?.data.line).toMatch(/^\w+: uid=1000 from=<you>$/);
  });

  test('may name its recipients itself, and Bcc stays behind', async () => {
    const one = await open({});
    const person = await Person.open(one, MAIL);
    await person.type('sendmail -t -f bob@harbor.example');
    for (const line of ['From: bob', 'To: carol@harbor.example', 'Bcc: bob@harbor.example', '', 'Hello.'])
      await person.type(line);
    await person.press('end');
    await one.lab.settled();
    const [letter = ''] = await one.mailbox(BOB);
    expect(letter).not.toContain('Bcc');
    expect(letter).toContain('From: bob@harbor.example\r\n');
    expect(await one.mailbox('carol@harbor.example')).toHaveLength(1);
    await person.type('sendmail -t');
    expect(await person.type('.')).toContain('no recipients');
  });
});

describe('what a file names', () => {
  test('is read as people write it', () => {
    expect(readTargets('a, b@c.example\r\n# no\n"|vacation 3, 4"\n\\me\n/home/x/y :\n', 'd.example')).toEqual([
      ...['a@d.example', 'b@c.example', '|vacation 3, 4', 'me@d.example', '/home/x/y :'],
    ]);
    expect(aliasTargetOf('|/usr/bin/vacation bob')).toMatchObject({
      kind: 'program',
      words: ['/usr/bin/vacation', 'bob'],
    });
    expect(aliasTargetOf('bob@a.example\nx')).toMatchObject({ kind: 'bad' });
  });

  test('whatever it is, nothing throws and no path leads out', async () => {
    const home = new Home(new MemoryDisk(), 'hosts/h');
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.array(fc.constantFrom('..', '.', 'a', '\\', '\0', 'C:', '')),
        async (text, parts) => {
          for (const target of readTargets(text, 'd.example')) aliasTargetOf(target);
          const path = `/home/${parts.join('/')}`;
          const { problem } = await home.append(path, new Uint8Array(1));
          expect(problem === undefined).toBe(parts.length >= 2 && parts.every((part) => part === 'a'));
        },
      ),
    );
  });

  test('a mailbox file has as many letters as were appended', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (letters) => {
        const file = letters.map((letter) => mboxEntry(`Subject: x\r\n\r\n${letter}`, 'a@b.example', 0)).join('');
        expect(file.match(/^From /gm)).toHaveLength(letters.length);
      }),
    );
  });
});

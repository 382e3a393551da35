// Programs that we didn't write send a letter through every hop and read it back, byte for byte.

import fs from 'node:fs';
import path from 'node:path';

import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { splitMessage } from '../../mail/fields.ts';
import { LabProcess } from '../support/lab-process.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';

let lab: LabProcess;
/** The file in Bob's Maildir. */
let letter: Buffer;

const doors = [587, 465].map((port) => `laptop:submit:${port}`);

beforeAll(async () => {
  if (missing('swaks')) return;
  lab = await LabProcess.start(...doors.flatMap((door) => ['--door', door]));
  const sent = await runProgram(programPath('swaks'), [
    ...['--server', `127.0.0.1:${lab.door('submit', 587)}`, '--tls', '--auth', 'PLAIN'],
    ...['--auth-user', 'alice@campus.example', '--auth-password', 'wonderland', '--ehlo', 'laptop.campus.example'],
    ...['--from', 'alice@campus.example', '--to', 'bob@harbor.example'],
    ...['--header', 'Subject: From swaks', '--body', 'One line.\\n.dot first\\nLast line.'],
  ]);
  expect(sent.code, sent.stdout.toString()).toBe(0);
  await lab.send('lab.settled');
  const dir = path.join(lab.ready.dir, 'hosts/mail.harbor.example/mail/bob@harbor.example/new');
  const [file = ''] = fs.readdirSync(dir);
  letter = fs.readFileSync(path.join(dir, file));
});
afterAll(async () => {
  await lab?.stop();
  if (lab) fs.rmSync(lab.ready.dir, { recursive: true, force: true });
});

describe.skipIf(missing('swaks', 'curl', 'python3'))('a letter by swaks', () => {
  test('has one Received a hop, newest first, ESMTPSA at the MSA', () => {
    const received = splitMessage(letter.toString('latin1')).fields.filter((field) => field.name === 'Received');
    expect(received.map((field) => /\sby (\S+) .*with (\S+) id/.exec(field.value)?.slice(1))).toEqual([
      ['mail.harbor.example', 'ESMTP'],
      ['mx1.harbor.example', 'ESMTP'],
      ['relay.campus.example', 'ESMTP'],
      ['submit.campus.example', 'ESMTPSA'],
    ]);
  });

  test.each([
    ['imap', 143, '/INBOX;UID=1'],
    ['imaps', 993, '/INBOX;UID=1'],
    ['pop3', 110, '/1'],
    ['pop3s', 995, '/1'],
  ])('is read back by curl over %s, bytes equal to the file', async (scheme, port, where) => {
    const authority = path.join(lab.ready.dir, 'authority.pem');
    const read = await runProgram(programPath('curl'), [
      ...['--silent', '--show-error', '--user', 'bob@harbor.example:builder'],
      ...(scheme.endsWith('s') ? ['--cacert', authority] : []),
      `${scheme}://127.0.0.1:${lab.door('mail', port)}${where}`,
    ]);
    expect(read.stderr).toBe('');
    expect(read.stdout.equals(letter)).toBe(true);
  });

  test.each([
    ['STARTTLS', 143, `c=imaplib.IMAP4('127.0.0.1',PORT); c.starttls(ssl_context=ctx)`],
    ['implicit TLS', 993, `c=imaplib.IMAP4_SSL('127.0.0.1',PORT,ssl_context=ctx)`],
  ])('is read back by Python over %s, with search and flags', async (_name, port, open) => {
    const script = `
import imaplib,ssl,sys
ctx=ssl.create_default_context(cafile=sys.argv[1])
PORT=int(sys.argv[2])
${open}
c.login('bob@harbor.example','builder')
c.select()
print(c.search(None,'SUBJECT','"from swaks"')[1], c.search(None,'SUBJECT','nothing')[1], file=sys.stderr)
c.store('1','+FLAGS','\\\\Flagged')
print(c.fetch('1','(FLAGS)')[1], file=sys.stderr)
sys.stdout.buffer.write(c.fetch('1','(BODY.PEEK[])')[1][0][1])
c.logout()
`;
    const authority = path.join(lab.ready.dir, 'authority.pem');
    const read = await runProgram(programPath('python3'), ['-c', script, authority, String(lab.door('mail', port))]);
    expect(read.stderr).toContain("[b'1'] [b'']");
    expect(read.stderr).toContain('\\Flagged');
    expect(read.stdout.equals(letter)).toBe(true);
  });

  test('is read back by imapflow, which also hears of the next letter while it idles', async () => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: lab.door('mail', 993),
      secure: true,
      tls: { ca: fs.readFileSync(path.join(lab.ready.dir, 'authority.pem')) },
      auth: { user: 'bob@harbor.example', pass: 'builder' },
      logger: false,
    });
    await client.connect();
    const lock = await client.getMailboxLock('INBOX');
    const { content } = await client.download('1');
    const chunks: Buffer[] = [];
    for await (const chunk of content ?? []) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(letter)).toBe(true);
    const exists = new Promise<number>((resolve) =>
      client.once('exists', ({ count }: { count: number }) => resolve(count)),
    );
    const idling = client.idle();
    await lab.send('mail.send', {
      from: 'alice@campus.example',
      to: ['bob@harbor.example'],
      subject: 'While you idle',
    });
    expect(await exists).toBe(2);
    lock.release();
    await client.logout();
    await idling;
  });
});

describe.skipIf(missing('swaks'))('relaying for strangers', () => {
  test.each([
    'x@elsewhere.example',
    '@harbor.example:x@elsewhere.example',
    'x%elsewhere.example@harbor.example',
    '"x@elsewhere.example"@harbor.example',
  ])('is denied for %s', async (recipient) => {
    const sent = await runProgram(programPath('swaks'), [
      ...['--server', `127.0.0.1:${lab.door('mx1', 25)}`, '--ehlo', 'visitor.example', '--quit-after', 'RCPT'],
      ...['--from', 'a@visitor.example', '--to', recipient],
    ]);
    expect(sent.stdout.toString()).toMatch(/<\*\* 554 5\.7\.1 <.*>: Relay access denied/);
  });
});

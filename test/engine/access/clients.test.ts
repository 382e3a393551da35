// Programs that we didn't write read mail from our servers: imapflow, Python's imaplib and poplib, curl.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { afterEach, describe, expect, it } from 'vitest';
import { imapMachine } from '../../../engine/access/imap/machine.ts';
import type { AccessContext, AccessMachine } from '../../../engine/access/machine.ts';
import { pop3Machine } from '../../../engine/access/pop3/machine.ts';
import type { MemoryMailbox } from '../../../engine/store/memory.ts';
import { missing, programPath } from '../../support/programs.ts';
import { ENCODED, mailboxWith, MULTIPART, PLAIN, START_MS } from './letters.ts';
import { serve, type TinyServer } from './tiny-server.ts';

const run = promisify(execFile);
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function start(make: (context: AccessContext) => AccessMachine, mailbox: MemoryMailbox): Promise<TinyServer> {
  const server = await serve(make, mailbox);
  open.push(server);
  return server;
}

async function flow(port: number): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'bob', pass: 'secret' },
    logger: false,
  });
  await client.connect();
  open.push({ close: () => client.logout() });
  return client;
}

const seen = (mailbox: MemoryMailbox, uid: number): boolean =>
  mailbox
    .letters()
    .find((letter) => letter.uid === uid)
    ?.flags.has('Seen') === true;

describe('imapflow', () => {
  it('lists, opens and reads the mailbox', async () => {
    const mailbox = mailboxWith();
    const client = await flow((await start(imapMachine, mailbox)).port);
    expect((await client.list()).map(({ path }) => path)).toEqual(['INBOX']);
    expect(await client.status('INBOX', { messages: true, unseen: true, uidNext: true })).toMatchObject({
      messages: 3,
      unseen: 3,
      uidNext: 4,
    });
    const opened = await client.mailboxOpen('INBOX');
    expect(opened).toMatchObject({ exists: 3, uidNext: 4, uidValidity: 77n, readOnly: false });

    const all = await client.fetchAll('1:*', {
      envelope: true,
      bodyStructure: true,
      flags: true,
      internalDate: true,
      size: true,
    });
    expect(all.map(({ envelope }) => envelope?.subject)).toEqual([
      'Lunch at noon',
      'Grüße aus Köln',
      'With "quotes" and a \\ in it',
    ]);
    expect(all[0]?.envelope?.from).toEqual([{ name: 'Alice Example', address: 'alice@campus.example' }]);
    expect(all[0]?.size).toBe(PLAIN.length);
    expect(all[0]?.internalDate).toEqual(new Date(START_MS));
    const structure = all[2]?.bodyStructure;
    expect(structure?.childNodes?.map(({ type }) => type)).toEqual([
      'multipart/alternative',
      'application/pdf',
      'message/rfc822',
    ]);
    expect(structure?.childNodes?.[1]).toMatchObject({
      disposition: 'attachment',
      dispositionParameters: { filename: 'report.pdf' },
      encoding: 'base64',
      id: '<pdf@campus.example>',
    });
  });

  it('gets the very octets, whole and by part', async () => {
    const mailbox = mailboxWith();
    const client = await flow((await start(imapMachine, mailbox)).port);
    await client.mailboxOpen('INBOX');
    const sources = await client.fetchAll('1:*', { source: true });
    expect(sources.map(({ source }) => source)).toEqual(
      [PLAIN, ENCODED, MULTIPART].map((octets) => Buffer.from(octets)),
    );
    const read = async ({ content }: Awaited<ReturnType<ImapFlow['download']>>) =>
      Buffer.concat((await content?.toArray()) ?? []);
    expect(await read(await client.download('1'))).toEqual(Buffer.from(PLAIN));
    const part = await client.download('3', '2');
    expect(part.meta).toMatchObject({ contentType: 'application/pdf', filename: 'report.pdf' });
    expect((await read(part)).toString()).toBe('%PDF-1.4\n');
  });

  it('searches, flags, copies, appends and deletes', async () => {
    const mailbox = mailboxWith();
    const client = await flow((await start(imapMachine, mailbox)).port);
    await client.mailboxOpen('INBOX');
    expect(await client.search({ subject: 'lunch' })).toEqual([1]);
    expect(await client.search({ subject: 'grüße' })).toEqual([2]);
    expect(await client.search({ body: 'vom Rhein' })).toEqual([2]);
    expect(await client.search({ or: [{ from: 'zoe' }, { header: { 'message-id': '3@campus' } }] })).toEqual([2, 3]);
    expect(await client.messageFlagsAdd('1', ['\\Seen', '\\Flagged'])).toBe(true);
    expect(await client.search({ seen: true, flagged: true }, { uid: true })).toEqual([1]);
    expect(await client.append('INBOX', 'Subject: appended\r\n\r\nx\r\n', ['\\Draft'])).toMatchObject({ uid: 4 });
    expect(await client.messageCopy('1', 'INBOX')).toMatchObject({ uidMap: new Map([[1, 5]]) });
    expect(await client.messageDelete('2:3')).toBe(true);
    expect(mailbox.letters().map(({ uid }) => uid)).toEqual([1, 4, 5]);
  });

  it('hears of a letter that arrives while it idles', async () => {
    const mailbox = mailboxWith([PLAIN]);
    const server = await start(imapMachine, mailbox);
    const client = await flow(server.port);
    await client.mailboxOpen('INBOX');
    const heard = new Promise((resolve) => client.once('exists', resolve));
    const idle = client.idle();
    await client.noop(); // breaks the IDLE, so it was there
    await idle;
    const again = client.idle();
    await mailbox.deliver(ENCODED, START_MS);
    expect(await heard).toMatchObject({ path: 'INBOX', count: 2, prevCount: 1 });
    await client.noop();
    await again;
    expect(server.events).toContain('imap.idle');
  });

  it('is told what is wrong with the password', async () => {
    const server = await start(imapMachine, mailboxWith());
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'bob', pass: 'wrong' },
      logger: false,
    });
    await expect(client.connect()).rejects.toMatchObject({ authenticationFailed: true });
    expect(server.events).toEqual(['auth.failed', 'imap.login']);
  });
});

describe.skipIf(missing('python3'))("Python's libraries", () => {
  const python = async (script: string, port: number): Promise<unknown> => {
    const { stdout } = await run(programPath('python3'), ['-c', script, String(port)]);
    return JSON.parse(stdout) as unknown;
  };

  it('imaplib reads, searches and expunges', async () => {
    const mailbox = mailboxWith();
    const { port } = await start(imapMachine, mailbox);
    const result = await python(
      `
import imaplib, json, sys
m = imaplib.IMAP4('127.0.0.1', int(sys.argv[1]))
m.login('bob', 'secret')
out = {'list': m.list()[1][0].decode(), 'select': m.select('INBOX')[1][0].decode()}
out['whole'] = m.fetch('1', '(BODY[])')[1][0][1].decode('latin1')
out['peek'] = m.fetch('2', '(FLAGS BODY.PEEK[TEXT])')[1][0][1].decode('latin1')
out['header'] = m.uid('FETCH', '3', '(RFC822.HEADER)')[1][0][1].decode('latin1')
out['search'] = m.search(None, 'SUBJECT', '"Lunch"')[1][0].decode()
m.literal = 'Grüße'.encode()
out['utf8'] = m.search('UTF-8', 'SUBJECT')[1][0].decode()
out['store'] = m.store('3', '+FLAGS', '(\\\\Deleted)')[1][0].decode()
out['expunge'] = m.expunge()[1][0].decode()
out['noop'] = m.noop()[0]
out['append'] = m.append('INBOX', '(\\\\Seen)', None, b'Subject: a\\r\\n\\r\\nb\\r\\n')[0]
out['create'] = m.create('Sent')[0]
m.logout()
print(json.dumps(out))
`,
      port,
    );
    const text = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');
    expect(result).toEqual({
      list: '(\\HasNoChildren) "/" INBOX',
      select: '3',
      whole: text(PLAIN),
      peek: text(ENCODED).slice(text(ENCODED).indexOf('\r\n\r\n') + 4),
      header: text(MULTIPART).slice(0, text(MULTIPART).indexOf('\r\n\r\n') + 4),
      search: '1',
      utf8: '2',
      store: '3 (FLAGS (\\Deleted \\Recent))',
      expunge: '3',
      noop: 'OK',
      append: 'OK',
      create: 'OK',
    });
    expect([seen(mailbox, 1), seen(mailbox, 2), seen(mailbox, 4)]).toEqual([true, false, true]);
  });

  it('poplib goes from login to quit', async () => {
    const mailbox = mailboxWith();
    const server = await start(pop3Machine, mailbox);
    const result = await python(
      `
import poplib, json, sys
m = poplib.POP3('127.0.0.1', int(sys.argv[1]))
out = {'welcome': m.getwelcome().decode(), 'capa': sorted(m.capa())}
m.user('bob'); m.pass_('secret')
out['stat'] = m.stat()
out['list'] = [one.decode() for one in m.list()[1]]
out['uidl'] = [one.decode().split(' ')[0] for one in m.uidl()[1]]
out['retr'] = b'\\r\\n'.join(m.retr(1)[1]).decode('latin1') + '\\r\\n'
out['top'] = [one.decode('latin1') for one in m.top(1, 2)[1]][-3:]
m.dele(1); m.dele(2); m.rset(); m.dele(3)
out['after'] = m.stat()[0]
m.quit()
print(json.dumps(out))
`,
      server.port,
    );
    expect(result).toEqual({
      welcome: '+OK mail.harbor.example POP3 server ready',
      capa: ['AUTH-RESP-CODE', 'IMPLEMENTATION', 'PIPELINING', 'RESP-CODES', 'SASL', 'TOP', 'UIDL', 'USER'],
      stat: [3, PLAIN.length + ENCODED.length + MULTIPART.length],
      list: [`1 ${PLAIN.length}`, `2 ${ENCODED.length}`, `3 ${MULTIPART.length}`],
      uidl: ['1', '2', '3'],
      retr: Buffer.from(PLAIN).toString('latin1'),
      top: ['', 'Hello Bob,', '.a line with a dot'],
      after: 2,
    });
    expect(mailbox.letters().map(({ uid }) => uid)).toEqual([1, 2]);
    expect(server.events).toEqual(['auth.succeeded', 'pop3.login', 'pop3.retrieved', 'pop3.committed']);
  });
});

describe.skipIf(missing('curl'))('curl', () => {
  const curl = async (...args: string[]): Promise<Buffer> => {
    const options = { encoding: 'buffer' as const };
    const { stdout } = await run(
      programPath('curl'),
      ['-sS', '--max-time', '20', '-u', 'bob:secret', ...args],
      options,
    );
    return stdout;
  };

  it('reads IMAP: mailboxes, a letter by uid and by number, a section, a search', async () => {
    const mailbox = mailboxWith();
    const { port } = await start(imapMachine, mailbox);
    const url = `imap://127.0.0.1:${port}`;
    expect((await curl(`${url}/`)).toString()).toBe('* LIST (\\HasNoChildren) "/" INBOX\r\n');
    expect(await curl(`${url}/INBOX;UID=2`)).toEqual(Buffer.from(ENCODED));
    expect(await curl(`${url}/INBOX;MAILINDEX=1`)).toEqual(Buffer.from(PLAIN));
    expect((await curl(`${url}/INBOX;UID=3;SECTION=2`)).toString()).toBe('JVBERi0xLjQK');
    expect((await curl(`${url}/INBOX?SUBJECT%20lunch`)).toString()).toBe('* SEARCH 1\r\n');
    expect((await curl(`${url}/INBOX`, '-X', 'STORE 1 +FLAGS \\Flagged')).toString()).toContain('* 1 FETCH (FLAGS (');
    expect(mailbox.letters()[0]?.flags.has('Flagged')).toBe(true);
  });

  it('reads POP3: the list and a letter', async () => {
    const { port } = await start(pop3Machine, mailboxWith());
    expect((await curl(`pop3://127.0.0.1:${port}/`)).toString()).toBe(
      `1 ${PLAIN.length}\r\n2 ${ENCODED.length}\r\n3 ${MULTIPART.length}\r\n`,
    );
    expect(await curl(`pop3://127.0.0.1:${port}/1`)).toEqual(Buffer.from(PLAIN));
  });
});

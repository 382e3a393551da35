// The policies that look into a letter, at mx1: patterns, and attachments by name, type and beginning.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readContentTable } from '../../../engine/policy/content-table.ts';
import { TestLab } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';

let lab: TestLab;
beforeEach(async () => (lab = await TestLab.open()));
afterEach(() => lab.close());

const set = (policy: string, value: Record<string, unknown> = {}) =>
  lab.send('config.patch', { host: MX, path: `/policies/${policy}`, value: { enabled: true, ...value } });

/** What mx1 says to a letter. */
async function send(...lines: string[]): Promise<string> {
  const telnet = await Telnet.open(lab.door(MX, 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask('MAIL FROM:<me@visitor.example>');
  await telnet.ask('RCPT TO:<bob@harbor.example>');
  await telnet.ask('DATA');
  const reply = await telnet.ask([...lines, '.'].join('\r\n'));
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.lab.settled();
  return reply;
}

const arrived = async () => (await lab.mailbox('bob@harbor.example')).length;
const last = () => lab.of('policy.decided').at(-1)?.data;

test('what a policy asks the DNS stands for what the client said last', async () => {
  await set('sender-domain');
  await set('spf');
  await send('Subject: Lunch', '', 'x');
  const asked = lab.of('dns.asked').filter(({ host, data }) => host === MX && /spf|sender domain/.test(data.purpose));
  expect(asked.length).toBeGreaterThan(1);
  const said = (seq: number | undefined) => lab.of('wire.line').find((one) => one.seq === seq)?.data.bytes;
  expect(new Set(asked.map(({ data, cause }) => `${data.purpose}: ${said(cause)?.slice(0, 4)}`))).toEqual(
    new Set(['sender domain: MAIL', 'spf: RCPT']),
  );
});

describe('header and body checks', () => {
  test('a field that fits is refused in the row’s words, also when it is folded', async () => {
    await set('content-checks', { header: '# games\n/^Subject: .*lottery/ REJECT No lotteries here' });
    expect(await send('Subject: You won', '\tthe LOTTERY', '', 'Hello')).toBe('550 5.7.1 No lotteries here');
    expect(last()).toMatchObject({
      stage: 'header',
      reasons: [{ code: 'content.header', params: { pattern: '/^Subject: .*lottery/', action: 'REJECT' } }],
      otherwise: [{ code: 'content.header' }],
    });
    expect(await send('Subject: Lunch', '', 'the lottery')).toMatch(/^250 /);
  });

  test('what the header settles is read no further', async () => {
    await set('dkim', {});
    await set('content-checks', { header: '/^Subject: junk/ REJECT\n/^Subject: drop/ DISCARD\n/^Subject: odd/ WARN' });
    expect(await send('Subject: junk', '', 'x')).toMatch(/^550 /);
    expect(await send('Subject: drop', '', 'x')).toMatch(/^250 /);
    const asked = () => lab.of('policy.decided').map(({ data }) => `${data.policy} ${data.stage}`);
    expect(asked()).toEqual(['content-checks header', 'content-checks header']);
    expect(await send('Subject: odd', '', 'x')).toMatch(/^250 /);
    expect(asked().slice(2)).toEqual(['content-checks header', 'dkim message', 'content-checks message']);
  });

  test('a line of the body that fits is dropped, kept back or only noted', async () => {
    const body = '/^buy now/ DISCARD\n/^invoice/ HOLD\n/^hello/ WARN';
    await set('content-checks', { header: '', body });
    expect(await send('Subject: 1', '', 'Buy now!')).toMatch(/^250 /);
    expect(await send('Subject: 2', '', 'Invoice below')).toMatch(/^250 /);
    expect(await arrived()).toBe(0);
    const { items } = await lab.send('queue.list', { host: MX });
    expect(items.map(({ held }) => held)).toEqual([true]);
    expect(await send('Subject: 3', '', 'Hello')).toMatch(/^250 /);
    expect(await arrived()).toBe(1);
    expect(last()?.reasons.map(({ code }) => code)).toEqual(['content.body']);
  });

  test('a table that can’t be read is refused with its line, and nothing has changed', async () => {
    await expect(set('content-checks', { header: '/ok/ REJECT\n/(/ REJECT' })).rejects.toThrow(
      'line 2: a ( that never closes',
    );
    await expect(set('content-checks', { body: '/ok/ EAT' })).rejects.toThrow('line 1: EAT is none of REJECT');
    await expect(set('content-checks', { body: 'ok REJECT' })).rejects.toThrow('line 1: must be /pattern/ ACTION');
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        try {
          readContentTable(text);
        } catch (error) {
          expect((error as Error).name).toBe('ContentTableError');
        }
      }),
    );
  });

  test('a hostile pattern holds nobody up', async () => {
    await set('content-checks', { header: '', body: '/(a+)+$/ REJECT found\n/(a|aa)+b/ REJECT found' });
    const line = 'a'.repeat(900) + '!';
    expect(await send('Subject: x', '', ...Array.from({ length: 50 }, () => line))).toMatch(/^250 /);
  });
});

describe('attachments', () => {
  const letter = (...part: string[]) =>
    send(
      'Subject: files',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Hello',
      '--b',
      ...part,
      '--b--',
    );
  const refused = '550 5.7.1 attachment of a type that is not accepted here';

  test.each([
    ['an ending', ['Content-Disposition: attachment; filename="photo.jpg.EXE"', '', 'x'], 'attachment.extension'],
    [
      'an ending with dots after it',
      ['Content-Disposition: attachment; filename="a.scr. ."', '', 'x'],
      'attachment.extension',
    ],
    ['an encoded name', ['Content-Type: image/png; name="=?utf-8?Q?a=2Eexe?="', '', 'x'], 'attachment.extension'],
    [
      'a name in pieces',
      ["Content-Disposition: attachment; filename*0*=utf-8''a; filename*1=.vbs", '', 'x'],
      'attachment.extension',
    ],
    ['a type', ['Content-Type: application/x-msdownload', '', 'x'], 'attachment.type'],
    [
      'a program with a harmless name',
      ['Content-Type: image/png; name=a.png', 'Content-Transfer-Encoding: base64', '', 'TVqQAAMAAAAEAAAA//8AALgAAAA='],
      'attachment.program',
    ],
  ])('known by %s', async (_how, part, code) => {
    await set('attachments');
    expect(await letter(...part)).toBe(refused);
    expect(last()?.reasons.at(-1)?.code).toBe(code);
  });

  test('others pass, and what is found may be set aside', async () => {
    await set('attachments', { onFound: 'hold' });
    expect(await letter('Content-Type: text/plain; name=executive.txt', '', 'MZ is no program here')).toMatch(/^250 /);
    expect(await arrived()).toBe(1);
    expect(await letter('Content-Type: x/y; name=a.exe', '', 'x')).toMatch(/^250 /);
    expect(await arrived()).toBe(1);
    expect((await lab.send('queue.list', { host: MX })).items).toHaveLength(1);
  });
});

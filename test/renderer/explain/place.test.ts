// Which command a line answers, who decided, and how long a line was held: from events as an engine writes them.

import { describe, expect, it } from 'vitest';

import { decisionsOn } from '../../../renderer/explain/decision.ts';
import { explainItem } from '../../../renderer/explain/index.ts';
import { placeOf } from '../../../renderer/explain/place.ts';
import type { Dialog, DialogLine } from '../../../renderer/store/dialog.ts';
import { foldDialogs, noDialogs } from '../../../renderer/store/dialogs.ts';
import { t } from '../../../renderer/text/t.ts';
import { Script, TOPOLOGY } from '../store/events.ts';

function fold(script: Script): Dialog {
  const dialogs = noDialogs();
  for (const event of script.events) foldDialogs(dialogs, event);
  const dialog = dialogs.byId.get('a#1');
  if (!dialog) throw new Error('no dialog');
  return dialog;
}

const lines = (dialog: Dialog): DialogLine[] => dialog.items.filter((item) => item.kind === 'line');
const answered = (dialog: Dialog): (string | undefined)[] => lines(dialog).map((line) => placeOf(dialog, line).command);

describe('the place of a line', () => {
  it('is found for pipelined commands, a login in pieces and the dot', () => {
    const script = new Script();
    script.open('a#1', 'a', 'b');
    for (const [from, bytes] of [
      ['server', '220 b ESMTP'],
      ['client', 'EHLO a'],
      ['server', '250-b'],
      ['server', '250 PIPELINING'],
      ['client', 'AUTH LOGIN'],
      ['server', '334 VXNlcm5hbWU6'],
      ['client', 'YQ=='],
      ['server', '235 2.7.0 yes'],
      ['client', 'MAIL FROM:<a@a>'],
      ['client', 'RCPT TO:<b@b>'],
      ['server', '250 2.1.0 Ok'],
      ['server', '250 2.1.5 Ok'],
    ] as const) {
      script.line('a#1', from, `${bytes}\r\n`);
    }
    const ref = { at: 0, length: 10 };
    script.add('wire.bulk', 'a', { from: 'client', kind: 'mailData', ref, tls: false }, { conn: 'a#1' });
    script.line('a#1', 'server', '250 2.0.0 Ok: queued\r\n');
    const dialog = fold(script);
    const none = undefined;
    expect(answered(dialog)).toEqual([
      ...[none, none, 'EHLO', 'EHLO', none, 'AUTH', none, 'AUTH', none, none, 'MAIL', 'RCPT', '.'],
    ]);
    expect(placeOf(dialog, lines(dialog)[6] as DialogLine).isMore).toBe(true);
  });

  it('is found by tag in IMAP, and after a dot in POP3', () => {
    const imap = new Script();
    const at = { address: '192.0.2.1', port: 143 };
    const open = { client: { host: 'a', ...at }, server: { host: 'b', ...at }, door: false };
    imap.add('conn.opened', 'a', { ...open, protocol: 'imap' }, { conn: 'a#1' });
    imap.line('a#1', 'server', '* OK ready\r\n');
    imap.line('a#1', 'client', 'x SELECT INBOX\r\n');
    imap.line('a#1', 'server', '* 3 EXISTS\r\n');
    imap.line('a#1', 'server', 'x OK done\r\n');
    expect(answered(fold(imap))).toEqual([undefined, undefined, 'SELECT', 'SELECT']);
    const pop3 = new Script();
    pop3.add('conn.opened', 'a', { ...open, protocol: 'pop3' }, { conn: 'a#1' });
    for (const [from, bytes] of [
      ['server', '+OK ready'],
      ['client', 'LIST'],
      ['server', '+OK'],
      ['server', '1 120'],
      ['server', '.'],
      ['client', 'QUIT'],
      ['server', '+OK bye'],
    ] as const) {
      pop3.line('a#1', from, `${bytes}\r\n`);
    }
    expect(answered(fold(pop3))).toEqual([undefined, undefined, 'LIST', 'LIST', 'LIST', undefined, 'QUIT']);
  });
});

describe('who decided', () => {
  it('is told from the policy’s reasons, at the command and at its answer', () => {
    const script = new Script();
    script.open('a#1', 'a', 'in.b.example');
    script.line('a#1', 'server', '220 b\r\n');
    script.line('a#1', 'client', 'RCPT TO:<ben@b.example>\r\n');
    const conn = { conn: 'a#1' };
    const reasons = [{ code: 'greylist.first', params: { network: '192.0.2.0', delay_s: 300 } }];
    script.add('policy.decided', 'b', { policy: 'greylisting', stage: 'rcpt', verdict: 'defer', reasons }, conn);
    script.line('a#1', 'server', '450 4.2.0 later\r\n');
    const dialog = fold(script);
    const [, command, answer] = lines(dialog) as [DialogLine, DialogLine, DialogLine];
    const say = (line: DialogLine) => decisionsOn(dialog, line, TOPOLOGY).map(({ key, params }) => t(key, params));
    expect(say(command)).toEqual([
      'in’s policy Greylisting wants the client to come back later.',
      'It has never seen this sender and recipient from 192.0.2.0; a real server comes back after 300 s.',
    ]);
    expect(say(answer)).toEqual(say(command));
  });

  it('is read from the host’s settings where no policy was asked', () => {
    const script = new Script();
    script.open('a#1', 'a', 'in.b.example');
    script.line('a#1', 'server', '220 b\r\n');
    script.line('a#1', 'client', 'RCPT TO:<ben@b.example>\r\n');
    const reply = { code: 250, enhanced: '2.1.5', text: 'Ok' };
    script.add('smtp.rcpt', 'b', { forwardPath: 'ben@b.example', accepted: true, reply }, { conn: 'a#1' });
    script.line('a#1', 'server', '250 2.1.5 Ok\r\n');
    const dialog = fold(script);
    const [, command] = lines(dialog) as [DialogLine, DialogLine];
    const [why] = decisionsOn(dialog, command, TOPOLOGY);
    expect(why && t(why.key, why.params)).toBe('in said yes because it keeps the mailboxes of b.example.');
  });
});

it('tells that a line was held, and for how long, and that it was changed', () => {
  const script = new Script();
  script.open('a#1', 'a', 'b');
  const conn = { conn: 'a#1' };
  script.add('wire.held', 'a', { from: 'client', bytes: 6, rule: 'stop' }, { ...conn, mono_us: 5000 });
  script.add('wire.released', 'a', { from: 'client', changed: true, rule: 'stop' }, conn);
  script.line('a#1', 'client', 'NOOP\r\n', { mono_us: 47_000 });
  script.line('a#1', 'client', 'QUIT\r\n');
  expect(lines(fold(script))).toMatchObject([{ changed: true, held_ms: 42 }, { changed: false }]);
  expect(lines(fold(script))[1]).not.toHaveProperty('held_ms');
});

it('explains where TLS starts, with what anybody could read of it', () => {
  const script = new Script();
  script.open('a#1', 'a', 'b');
  script.line('a#1', 'client', 'STARTTLS\r\n');
  const data = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', servername: 'b.example' };
  script.add('tls.started', 'b', data, { conn: 'a#1' });
  const dialog = fold(script);
  const item = dialog.items.at(-1);
  expect(item && explainItem(dialog, item)).toMatchObject({
    rfc: 'RFC 3207 §4.2',
    parts: [{ text: 'TLSv1.3' }, { text: 'TLS_AES_256_GCM_SHA384' }, { text: 'b.example' }],
  });
});

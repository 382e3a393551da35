// Dialogs out of events: whose line, which letter, which DNS question, and no password.

import { describe, expect, it } from 'vitest';

import { foldDialogs, lookupsOf, noDialogs } from '../../../renderer/store/dialogs.ts';
import { SCREEN_LIMITS } from '../../../renderer/store/limits.ts';
import { opened, Script } from './events.ts';

function fold(script: Script) {
  const dialogs = noDialogs();
  for (const event of script.events) foldDialogs(dialogs, event);
  return dialogs;
}

const answer = { rcode: 'NOERROR', cached: false };

describe('dialogs', () => {
  it('keeps every line in order, with its side, and marks refusals', () => {
    const script = new Script();
    script.open('a#1', 'a', 'b');
    script.line('a#1', 'server', '220 b ESMTP\r\n');
    script.line('a#1', 'client', '550 is what a client may say too\r\n');
    script.line('a#1', 'server', '550 5.1.1 no such user\r\n');
    script.add('conn.closed', 'a', { by: 'client', fromClient: 1, fromServer: 1 }, { conn: 'a#1' });
    const dialog = fold(script).byId.get('a#1');
    expect(dialog?.items).toMatchObject([
      { from: 'server', bytes: '220 b ESMTP\r\n', refused: false },
      { from: 'client', refused: false },
      { from: 'server', refused: true },
    ]);
    expect(dialog).toMatchObject({ opened_us: 1000, closed_us: 5000 });
  });

  it('never holds a password', () => {
    const script = new Script();
    script.open('a#1', 'a', 'b');
    const bytes = 'AUTH PLAIN AGFsaWNl\r\n';
    script.add('wire.line', 'a', { from: 'client', bytes, tls: true, secret: { start: 11, end: 19 } }, { conn: 'a#1' });
    const dialog = fold(script).byId.get('a#1');
    expect(dialog?.items[0]).toMatchObject({ bytes: 'AUTH PLAIN ********\r\n', secret: { start: 11, end: 19 } });
    expect(JSON.stringify(dialog)).not.toContain('AGFs');
  });

  it('marks where TLS starts and what a person changed on the wire', () => {
    const script = new Script();
    script.open('a#1', 'a', 'b');
    script.add('tls.started', 'b', { version: 'TLSv1.3', cipher: 'x' }, { conn: 'a#1' });
    script.add('wire.released', 'a', { from: 'client', changed: true, rule: 'r' }, { conn: 'a#1' });
    script.line('a#1', 'server', '220 not this one\r\n');
    script.line('a#1', 'client', 'HELO liar\r\n');
    script.line('a#1', 'client', 'HELO honest\r\n');
    const dialog = fold(script).byId.get('a#1');
    expect(dialog?.tls).toBe(true);
    expect(dialog?.items).toMatchObject([
      { kind: 'tls', version: 'TLSv1.3' },
      { changed: false },
      { changed: true },
      { changed: false },
    ]);
  });

  it('knows its letters: by its lines, and by the attempt it was opened for', () => {
    const script = new Script();
    const queued = { recipients: ['x@b'], to: 'b', attempt: 1 };
    const attempt = script.add('queue.attempted', 'a', queued, { message: 'm1.1' });
    const asked = { name: 'b', type: 'MX', server: 's', transport: 'udp', purpose: 'p' } as const;
    const question = script.add('dns.asked', 'a', asked, { cause: attempt });
    const answers = [{ name: 'b.', type: 'MX', ttl: 1, data: '10 mx.b.' }];
    script.add('dns.answered', 'a', { ...answer, name: 'b', type: 'MX', answers }, { cause: question });
    const conn = script.open('a#1', 'a', 'b', { cause: attempt });
    script.add('dns.asked', 'b', { ...asked, name: '1.2.0.192.in-addr.arpa', type: 'PTR' }, { cause: conn });
    script.line('a#1', 'client', 'MAIL FROM:<>\r\n', { message: 'm1.2' });
    const dialogs = fold(script);
    const dialog = dialogs.byId.get('a#1');
    if (!dialog) throw new Error('no dialog');
    expect(dialog.messages).toEqual(['m1.1', 'm1.2']);
    expect(lookupsOf(dialogs, dialog)).toMatchObject({
      before: [{ host: 'a', type: 'MX', outcome: { rcode: 'NOERROR', answers: ['10 mx.b.'] } }],
      during: [{ host: 'b', type: 'PTR' }],
    });
    expect(lookupsOf(dialogs, dialog).during[0]).not.toHaveProperty('outcome');
  });

  it('finds a question that was asked because of a line', () => {
    const script = new Script();
    script.open('a#1', 'a', 'b');
    const line = script.line('a#1', 'client', 'MAIL FROM:<x@y>\r\n');
    const helo = script.add('smtp.mail', 'b', { reversePath: 'x@y' }, { cause: line });
    const asked = { name: 'y', type: 'TXT', server: 's', transport: 'udp', purpose: 'spf' } as const;
    script.add('dns.asked', 'b', asked, { cause: helo });
    const question = script.events.length;
    script.add('fault.struck', 'b', { rule: 'r', deed: 'delayed', from: 'client', ms: 70 }, { cause: question });
    const dialogs = fold(script);
    const dialog = dialogs.byId.get('a#1');
    expect(dialog && lookupsOf(dialogs, dialog).during).toMatchObject([
      { name: 'y', type: 'TXT', strikes: [{ deed: 'delayed', from: 'client', ms: 70 }] },
    ]);
    // It isn't told of the dialog's lines, which nothing disturbed.
    expect(dialog?.strikes).toEqual([]);
  });

  it('drops the oldest lines and dialogs beyond its bounds, and counts them', () => {
    const script = new Script();
    script.open('long#1', 'a', 'b');
    for (let i = 0; i < SCREEN_LIMITS.linesPerDialog + 3; i += 1) script.line('long#1', 'client', `NOOP ${i}\r\n`);
    const dialogs = fold(script);
    const dialog = dialogs.byId.get('long#1');
    expect(dialog).toMatchObject({ dropped: 3 });
    expect(dialog?.items).toHaveLength(SCREEN_LIMITS.linesPerDialog);
    const many = new Script();
    for (let i = 0; i <= SCREEN_LIMITS.dialogs; i += 1) many.open(`a#${i}`, 'a', 'b');
    expect([...fold(many).byId.keys()].slice(0, 1)).toEqual(['a#1']);
  });

  it('begins anew with a new run', () => {
    const script = new Script();
    script.open('a#1', 'a', 'b');
    opened(script);
    expect(fold(script).byId.size).toBe(0);
  });
});

describe('what a person sees beside the lines', () => {
  it('is remarked on where a person speaks, and not where programs do', () => {
    const script = new Script();
    opened(script);
    script.open('a#1', 'a', 'b', {}, true);
    script.open('c#1', 'c', 'b');
    for (const conn of ['a#1', 'c#1']) {
      script.line(conn, 'server', '220 b\r\n');
      script.line(conn, 'client', 'MAIL FROM:alice@a.example\r\n');
    }
    const { items } = fold(script).feedback;
    expect(items['a#1']?.map((one) => one.code)).toEqual(['missing-brackets']);
    expect(items['c#1']).toBeUndefined();
  });

  it('tells a connection that was refused, with its letter', () => {
    const script = new Script();
    const data = { client: 'a', address: '192.0.2.9', port: 25, problem: 'refused' } as const;
    script.add('conn.refused', 'a', data, { message: 'm1' });
    expect(fold(script).refused).toMatchObject([{ client: 'a', port: 25, message: 'm1' }]);
  });
});

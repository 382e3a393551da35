// What the inspector makes of a letter: stages with their differences, the trust line, the lines a field came from, who
// says what, and where envelope and letter differ.

import { describe, expect, it } from 'vitest';

import { foldEvent } from '../../../contract/fold/fold.ts';
import { emptyState, type MessageState } from '../../../contract/fold/state.ts';
import { compare } from '../../../renderer/inspector/differences.ts';
import { identitiesOf } from '../../../renderer/inspector/identities.ts';
import { comesFrom, sourcesOf } from '../../../renderer/inspector/sources.ts';
import { changesOf, stagesOf } from '../../../renderer/inspector/stages.ts';
import { defaultTrust, lineBelow, trustAnswers, writersOf } from '../../../renderer/inspector/trust.ts';
import { foldDialogs, noDialogs } from '../../../renderer/store/dialogs.ts';
import { copiesOf } from '../../../renderer/store/letter.ts';
import { Script, TOPOLOGY } from '../store/events.ts';

/** Ann's letter through `out` to `in`, which delivers it; on the way a person changed its Subject. */
function letter() {
  const script = new Script();
  const m = { message: 'm1' };
  const ids: Record<string, number> = {};
  const session = (conn: string, client: string, server: string, secure: boolean) => {
    const at = { ...m, conn };
    script.open(conn, client, server, m);
    ids[`${conn} helo`] = script.line(conn, 'client', `EHLO ${client}\r\n`, m);
    script.add('smtp.helo', server, { verb: 'EHLO', argument: client }, { ...at, cause: ids[`${conn} helo`] ?? 0 });
    if (secure) {
      ids[`${conn} tls`] = script.add('tls.started', server, { version: 'TLSv1.3', cipher: 'x' }, at);
      ids[`${conn} auth`] = script.line(conn, 'client', 'AUTH PLAIN ***\r\n', m);
      const cause = ids[`${conn} auth`] ?? 0;
      script.add('auth.succeeded', server, { mechanism: 'PLAIN', login: 'ann@a.example' }, { ...at, cause });
    }
    ids[`${conn} mail`] = script.line(conn, 'client', 'MAIL FROM:<ann@a.example>\r\n', m);
    script.add('smtp.mail', server, { reversePath: 'ann@a.example' }, { ...at, cause: ids[`${conn} mail`] ?? 0 });
    ids[`${conn} rcpt`] = script.line(conn, 'client', 'RCPT TO:<ben@b.example>\r\n', m);
    const reply = { code: 250, text: 'Ok' };
    script.add(
      'smtp.rcpt',
      server,
      { forwardPath: 'ben@b.example', accepted: true, reply },
      { ...at, cause: ids[`${conn} rcpt`] ?? 0 },
    );
    const ref = { at: 0, length: 9 };
    ids[`${conn} data`] = script.add('wire.bulk', client, { from: 'client', kind: 'mailData', ref, tls: secure }, at);
    return at;
  };
  const taken = (at: { message: string; conn: string }, server: string) => {
    const reply = { code: 250, text: 'Ok: queued' };
    const cause = ids[`${at.conn} data`] ?? 0;
    script.add('smtp.data', server, { accepted: true, reply, octets: 9 }, { ...at, cause });
    ids[`${at.conn} id`] = script.line(at.conn, 'server', '250 2.0.0 Ok: queued as Q\r\n', m);
  };
  const received = (from: string, by: string, how: string) =>
    `Received: from ${from} (x [192.0.2.1])\r\n\tby ${by} (Posthorn) with ${how} id Q\r\n\tfor <ben@b.example>; Mon, 5 Jan 2026 09:00:00 +0000\r\n`;
  const add = (host: string, field: string, name: string, raw: string, head: object) =>
    script.add('field.added', host, { field, name, raw, standing: 'claimed', at: 0 }, head);

  const [desk, out, inn] = ['desk.a.example', 'out.a.example', 'in.b.example'];
  const one = session('desk#1', desk, out, true);
  const cause = ids['desk#1 data'] ?? 0;
  add(desk, 'f1', 'From', 'From: ann@a.example\r\n', { ...one, cause });
  add(desk, 'f2', 'Subject', 'Subject: hi\r\n', { ...one, cause });
  script.add('message.arrived', out, { fields: ['f1', 'f2'], octets: 9 }, { ...one, queueId: 'A' });
  add(out, 'f3', 'Received', received(desk, out, 'ESMTPSA'), { ...one, queueId: 'A' });
  script.add('message.stamped', out, { fields: ['f3', 'f1', 'f2'], octets: 9 }, { ...one, queueId: 'A' });
  taken(one, out);
  const two = session('out#1', out, inn, false);
  script.add(
    'field.changed',
    out,
    { field: 'f4', was: 'f2', name: 'Subject', raw: 'Subject: ho\r\n', standing: 'claimed' },
    { ...two, cause: ids['out#1 data'] ?? 0 },
  );
  script.add('message.arrived', inn, { fields: ['f3', 'f1', 'f4'], octets: 9 }, { ...two, queueId: 'B' });
  add(inn, 'f5', 'Received', received(out, inn, 'ESMTP'), { ...two, queueId: 'B' });
  script.add('message.stamped', inn, { fields: ['f5', 'f3', 'f1', 'f4'], octets: 9 }, { ...two, queueId: 'B' });
  taken(two, inn);
  add(inn, 'f6', 'Return-Path', 'Return-Path: <ann@a.example>\r\n', m);
  const fields = ['f6', 'f5', 'f3', 'f1', 'f4'];
  script.add('store.delivered', inn, { mailbox: 'ben@b.example', uid: 1, file: 'x', octets: 9, fields }, m);

  const lab = emptyState();
  const dialogs = noDialogs();
  for (const event of script.events) {
    foldEvent(lab, event);
    foldDialogs(dialogs, event);
  }
  const message = lab.messages['m1'] as MessageState;
  const [copy] = copiesOf(message);
  if (!copy) throw new Error('not delivered');
  return { message, copy, dialogs: [...dialogs.byId.values()], ids };
}

describe('a letter hop by hop', () => {
  it('is shown as written, after each server, and as delivered, with what each did', () => {
    const { message, copy } = letter();
    const stages = stagesOf(message, copy);
    expect(stages.map(({ kind, host }) => [kind, host])).toEqual([
      ['written', 'desk.a.example'],
      ['stamped', 'out.a.example'],
      ['stamped', 'in.b.example'],
      ['delivered', 'in.b.example'],
    ]);
    const changes = stages.map((stage, at) =>
      changesOf(stage, stages[at - 1])
        .filter(({ change }) => change !== 'kept')
        .map(({ change, line, before }) => [change, line.name, before?.raw]),
    );
    expect(changes).toEqual([
      [],
      [['added', 'Received', undefined]],
      [
        ['added', 'Received', undefined],
        ['changed', 'Subject', 'Subject: hi\r\n'],
      ],
      [['added', 'Return-Path', undefined]],
    ]);
  });

  it('shows what was taken out where it stood', () => {
    const { copy } = letter();
    const [first, , third] = copy.header;
    const shorter = { kind: 'stamped' as const, host: 'x', header: copy.header.filter((line) => line !== third) };
    const lines = changesOf(shorter, { kind: 'stamped', host: 'x', header: copy.header });
    expect(lines.map(({ change }) => change)).toEqual(['kept', 'kept', 'removed', 'kept', 'kept']);
    expect(lines[0]?.line).toBe(first);
  });
});

describe('trust', () => {
  it('is by default the reader’s own organisation’s, and ends at the first stranger', () => {
    const { copy } = letter();
    const writers = writersOf(copy.header);
    expect(writers).toEqual(['in.b.example', 'out.a.example', 'desk.a.example']);
    expect(defaultTrust(writers, TOPOLOGY)).toBe(1);
    expect([0, 1, 2, 3].map((trusted) => lineBelow(copy.header, trusted))).toEqual([0, 2, 3, 5]);
    expect(trustAnswers(writers, TOPOLOGY)).toEqual([
      { trusted: 0, organisations: [] },
      { trusted: 1, organisations: ['B'] },
      { trusted: 3, organisations: ['B', 'A'] },
    ]);
  });

  it('never stands above what one trusts more', () => {
    const { copy } = letter();
    for (let trusted = 1; trusted <= 3; trusted += 1) {
      expect(lineBelow(copy.header, trusted)).toBeGreaterThanOrEqual(lineBelow(copy.header, trusted - 1));
    }
  });
});

describe('where a field came from', () => {
  it('is the transfer for what the client wrote, and the session’s lines for what a server wrote', () => {
    const { message, copy, dialogs, ids } = letter();
    const of = (name: string, nth = 0) => {
      const line = copy.header.filter((one) => one.name === name)[nth];
      if (!line) throw new Error(name);
      return sourcesOf(line, { message, id: 'm1', dialogs });
    };
    expect(of('From').map(({ line }) => line)).toEqual([{ conn: 'desk#1', seq: ids['desk#1 data'] }]);
    expect(of('Return-Path').map(({ line }) => line)).toEqual([{ conn: 'out#1', seq: ids['out#1 mail'] }]);
    expect(of('Received', 1).map(({ part, line }) => [part, line.seq])).toEqual(
      (['helo', 'tls', 'auth', 'rcpt', 'data', 'id'] as const).map((key) => [
        { helo: 'helo', tls: 'tls', auth: 'login', rcpt: 'recipient', data: 'data', id: 'id' }[key],
        ids[`desk#1 ${key}`],
      ]),
    );
    expect(of('Received', 0).map(({ part }) => part)).toEqual(['helo', 'recipient', 'data', 'id']);
    expect(comesFrom(of('Received', 1), { conn: 'desk#1', seq: ids['desk#1 auth'] ?? 0 })).toBe(true);
    expect(comesFrom(of('Received', 0), { conn: 'desk#1', seq: ids['desk#1 auth'] ?? 0 })).toBe(false);
  });
});

it('lists who says what, with who could lie and who checks', () => {
  const { copy, dialogs } = letter();
  const board = identitiesOf({ dialog: dialogs[0], asked: [], header: copy.header, message: 'm1' });
  expect(board.map(({ name, value, lie, checkedBy }) => [name, value, lie, checkedBy])).toEqual([
    ['peer', '192.0.2.1', 'no', 'tcp'],
    ['helo', 'desk.a.example', 'yes', 'nobody'],
    ['login', 'ann@a.example', 'no', 'password'],
    ['mailFrom', 'ann@a.example', 'yes', 'login'],
    ['rcptTo', 'ben@b.example', 'order', 'server'],
    ['from', 'ann@a.example', 'yes', 'nobody'],
    ['returnPath', '<ann@a.example>', 'yes', 'copy'],
  ]);
});

describe('envelope and letter', () => {
  const lines = { from: 'Ann <ann@a.example>', to: 'ben@B.example', cc: '' };

  it('are the same when they name the same people, however written', () => {
    const { reversePath, recipients, named } = compare(
      { reversePath: 'ann@a.example', recipients: ['ben@b.example'] },
      lines,
    );
    expect([reversePath, ...recipients, ...named].some((one) => one.differs)).toBe(false);
  });

  it('differ where one names somebody that the other doesn’t', () => {
    const envelope = { reversePath: 'x@y.example', recipients: ['ben@b.example', 'eve@b.example'] };
    const { reversePath, from, recipients } = compare(envelope, lines);
    expect(reversePath.differs && from[0]?.differs).toBe(true);
    expect(recipients.map((one) => one.differs)).toEqual([false, true]);
  });
});

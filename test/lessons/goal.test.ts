// The matchers on events written by hand: met when they should be, and otherwise with a reason that can be said.

import { describe, expect, test } from 'vitest';

import type { Goal } from '../../contract/lesson.ts';
import type { EventData, EventType, LabEvent } from '../../contract/events.ts';
import { check } from '../../contract/problems.ts';
import type { Protocol } from '../../contract/topology.ts';
import { type Book, emptyBook, observe } from '../../lessons/book/book.ts';
import type { Token } from '../../contract/learner.ts';
import type { Observation } from '../../lessons/book/sighting.ts';
import { GOALS, MATCHER_NAMES } from '../../lessons/goal/index.ts';
import type { Verdict } from '../../lessons/goal/matcher.ts';
import { failure, type ValueTest } from '../../lessons/goal/value.ts';
import { lessonsEn } from '../../lessons/text/en.ts';
import { say } from '../../lessons/text/say.ts';

function goalOf(form: unknown): Goal {
  const checked = check(GOALS.schema, form);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

/** A lab's events, numbered as they are told. */
class Script {
  readonly events: LabEvent[] = [];
  #at_ms = 0;

  tell<T extends EventType>(type: T, data: EventData[T], more: Partial<LabEvent> = {}): this {
    const seq = this.events.length + 1;
    const head = { seq, run: 1, at_ms: this.#at_ms, mono_us: seq, host: 'mx1.harbor.example', ...more };
    this.events.push({ ...head, type, data } as LabEvent);
    return this;
  }

  wait(seconds: number): this {
    this.#at_ms += seconds * 1000;
    return this.tell('clock.advanced', { from_ms: 0, to_ms: this.#at_ms });
  }

  open(conn = 'c#1'): this {
    return this.call('smtp', 25, conn).server('220 hi', conn);
  }

  call(protocol: Protocol, port: number, conn = 'c#1'): this {
    const end = (host: string, at: number) => ({ host, address: '192.0.2.1', port: at });
    const client = end('visitor.example', 49152);
    const server = end('mx1.harbor.example', port);
    return this.tell('conn.opened', { client, server, protocol, door: true }, { conn });
  }

  client(line: string, conn = 'c#1'): this {
    return this.tell('wire.line', { from: 'client', bytes: `${line}\r\n`, tls: false }, { conn });
  }

  server(line: string, conn = 'c#1'): this {
    return this.tell('wire.line', { from: 'server', bytes: `${line}\r\n`, tls: false }, { conn });
  }
}

function judge(form: unknown, script: Script, ...more: Observation[]): Verdict {
  const goal = goalOf(form);
  let state = GOALS.start(goal);
  let book: Book = emptyBook;
  const observations: Observation[] = [...script.events.map((event) => ({ kind: 'event' as const, event })), ...more];
  for (const observation of observations) {
    const seen = observe(book, observation);
    ({ book } = seen);
    for (const sighting of seen.sightings) state = GOALS.fold(goal, state, sighting);
  }
  const verdict = GOALS.verdict(goal, state);
  if (!verdict.met) for (const { key, params } of verdict.why) expect(say(key, params)).not.toMatch(/\{\w+\}/);
  return verdict;
}
const isMet = (form: unknown, script: Script, ...more: Observation[]) => judge(form, script, ...more).met;

test('the matchers of the brief are there', () => {
  const wanted =
    'sees inOrder count not none header standing inMailbox wire stored queued answered decided chosen all any';
  expect(MATCHER_NAMES).toEqual(expect.arrayContaining(wanted.split(' ')));
});

describe('POP3 and IMAP are answered, too', () => {
  const pop = new Script().call('pop3', 110).server('+OK ready').client('LIST').server('+OK 1 messages:');
  pop
    .server('1 120')
    .server('.')
    .client('LIST 1')
    .server('+OK 1 120')
    .client('RETR 9')
    .server("-ERR There's no message 9.");

  test('a list is one answer, whose first line says yes or no', () => {
    expect(isMet({ answered: { verb: 'LIST', class: 2, line: 'LIST', reply: { contains: '1 120' } } }, pop)).toBe(true);
    expect(isMet({ answered: { verb: 'LIST', class: 2, line: 'LIST 1' } }, pop)).toBe(true);
    expect(isMet({ answered: { verb: 'RETR', class: 5 } }, pop)).toBe(true);
    expect(isMet({ answered: { verb: 'CONNECT', class: 2 } }, pop)).toBe(true);
  });

  const imap = new Script().call('imap', 143).server('* OK ready').client('a1 LOGIN bob {7}').server('+ OK');
  imap
    .client(' builder')
    .server('a1 OK Logged in.')
    .client('a2 UID FETCH 7 FLAGS')
    .server('* 1 FETCH (UID 7 FLAGS ())');
  imap.server('a2 OK Fetch completed.').client('a3 IDLE').server('+ idling').server('* 2 EXISTS').client('DONE');
  imap
    .server('a3 OK Idle completed.')
    .client('a4 SELECT Nowhere')
    .server('a4 NO none')
    .client('NOOP')
    .server('NOOP BAD tag');

  test('what stands before the tagged line belongs to its answer', () => {
    expect(isMet({ answered: { verb: 'CONNECT', class: 2 } }, imap)).toBe(true);
    expect(isMet({ answered: { verb: 'LOGIN', class: 2, reply: { contains: 'Logged in' } } }, imap)).toBe(true);
    expect(isMet({ answered: { verb: 'FETCH', class: 2, reply: { contains: 'FLAGS ()' } } }, imap)).toBe(true);
    expect(isMet({ answered: { verb: 'IDLE', class: 2, reply: { contains: '2 EXISTS' } } }, imap)).toBe(true);
    expect(isMet({ answered: { verb: 'SELECT', class: 5 } }, imap)).toBe(true);
    expect(isMet({ answered: { line: 'NOOP', class: 5 } }, imap)).toBe(true);
  });
});

test('in turn: each goal looks at what comes after the one before', () => {
  const form = { inTurn: [{ answered: { verb: 'RETR', class: 2 } }, { answered: { verb: 'STAT', class: 2 } }] };
  const before = new Script().call('pop3', 110).server('+OK ready').client('STAT').server('+OK 1 1');
  expect(isMet(form, before.client('RETR 1').server('+OK 1 octets'))).toBe(false);
  const verdict = judge(form, before.client('STAT').server('+OK 1 1'));
  expect(verdict.met && verdict.quotes.map((quote) => quote.text)).toEqual([
    'RETR 1',
    '+OK 1 octets',
    'STAT',
    '+OK 1 1',
  ]);
});

describe('answered and inOrder', () => {
  const talk = new Script().open().client('MAIL FROM:<a@b.test>').server('503 5.5.1 no').client('EHLO x');
  talk.server('250-mx1').server('250 SIZE 1').client('MAIL FROM:<a@b.test>').server('250 2.1.0 Ok');

  test('a multi-line reply is one answer', () => {
    expect(isMet({ answered: { verb: 'EHLO', class: 2, reply: { contains: 'SIZE' } } }, talk)).toBe(true);
  });
  test('a row may have others between, and is of one connection', () => {
    expect(
      isMet(
        {
          inOrder: {
            steps: [
              { verb: 'MAIL', class: 5 },
              { verb: 'MAIL', class: 2 },
            ],
          },
        },
        talk,
      ),
    ).toBe(true);
    const apart = new Script().open('c#1').open('c#2').client('MAIL', 'c#1').server('503 no', 'c#1');
    apart.client('HELO x', 'c#2').server('250 x', 'c#2');
    expect(
      isMet(
        {
          inOrder: {
            steps: [
              { verb: 'MAIL', class: 5 },
              { verb: 'HELO', class: 2 },
            ],
          },
        },
        apart,
      ),
    ).toBe(false);
  });
  test('what mustn’t stand between breaks it', () => {
    const steps = [
      { verb: 'MAIL', class: 5 },
      { verb: 'MAIL', class: 2 },
    ];
    expect(isMet({ inOrder: { steps, without: [{ verb: 'EHLO' }] } }, talk)).toBe(false);
  });
  test('a group may come in any order', () => {
    const steps = [{ anyOrder: [{ verb: 'EHLO' }, { verb: 'MAIL', class: 5 }] }];
    expect(isMet({ inOrder: { steps } }, talk)).toBe(true);
  });
  test('commands that went out in one go get their own replies', () => {
    const pipelined = new Script().open().client('MAIL FROM:<a@b.test>').client('RCPT TO:<x@y.test>');
    pipelined.server('250 2.1.0 Ok').server('550 5.1.1 no');
    expect(isMet({ answered: { verb: 'RCPT', code: 550 } }, pipelined)).toBe(true);
    expect(isMet({ answered: { verb: 'MAIL', class: 5 } }, pipelined)).toBe(false);
  });
  test('why not: nothing seen, or seen with another answer', () => {
    expect(judge({ answered: { verb: 'QUIT', class: 2 } }, talk)).toMatchObject({ why: [{ key: 'answered.notSeen' }] });
    const other = judge({ answered: { verb: 'MAIL', class: 3 } }, talk);
    expect(other).toMatchObject({ why: [{ key: 'answered.otherwise', params: { reply: '250 2.1.0 Ok' } }] });
  });
});

describe('count, not, none, all, any', () => {
  const twice = new Script().open().client('NOOP').server('250 ok').client('NOOP').server('250 ok');
  const noop = { answered: { verb: 'NOOP', class: 2 } };
  test.each([
    [{ exactly: 2 }, true],
    [{ exactly: 3 }, false],
    [{ atLeast: 2 }, true],
    [{ atMost: 1 }, false],
  ])('count %j', (limit, wanted) => expect(isMet({ count: { of: noop, ...limit } }, twice)).toBe(wanted));
  test('not', () => {
    expect(isMet({ not: noop }, twice)).toBe(false);
    expect(isMet({ not: noop }, new Script().open())).toBe(true);
  });
  test('none needs its time, and starts with what came before it', () => {
    const form = { none: { of: { answered: { verb: 'QUIT' } }, within_s: 60, after: noop } };
    expect(isMet(form, twice)).toBe(false);
    const waited = new Script().open().client('NOOP').server('250 ok').wait(59);
    expect(judge(form, waited)).toMatchObject({ why: [{ key: 'none.waiting', params: { seconds: 1 } }] });
    expect(isMet(form, waited.wait(1))).toBe(true);
    const early = new Script().open().client('NOOP').server('250 ok').client('QUIT').server('221 bye').wait(60);
    expect(isMet(form, early)).toBe(false);
  });
  test('all and any', () => {
    const quit = { answered: { verb: 'QUIT' } };
    expect(isMet({ all: [noop, quit] }, twice)).toBe(false);
    expect(isMet({ any: [noop, quit] }, twice)).toBe(true);
  });
});

describe('decided, sees, queued, chosen', () => {
  const reasons = [{ code: 'greylist.new', params: {} }];
  const refused = new Script().tell('policy.decided', {
    policy: 'greylisting',
    stage: 'rcpt',
    verdict: 'defer',
    reasons,
  });
  test('decided', () => {
    expect(
      isMet({ decided: { policy: 'greylisting', verdict: 'defer', stage: 'rcpt', reason: 'greylist.new' } }, refused),
    ).toBe(true);
    const other = judge({ decided: { policy: 'greylisting', verdict: 'continue' } }, refused);
    expect(other).toMatchObject({ why: [{ key: 'decided.otherwise', params: { verdict: 'defer' } }] });
  });
  test('sees', () => {
    expect(isMet({ sees: { event: 'policy.decided', where: { 'reasons.0.code': 'greylist.new' } } }, refused)).toBe(
      true,
    );
    expect(isMet({ sees: { event: 'policy.decided', host: 'mx2.harbor.example' } }, refused)).toBe(false);
    expect(() => goalOf({ sees: { event: 'policy.decide' } })).toThrow(/did you mean .*policy\.decided/);
  });
  test('queued tells hops apart from mailboxes', () => {
    const reply = { code: 250, text: 'Ok' };
    const letter = { message: 'm1.1', queueId: 'Q' };
    const script = new Script().tell('queue.delivered', { recipients: ['a@b.test'], to: 'mx.b.test', reply }, letter);
    script.tell('queue.delivered', { recipients: ['c@d.test'], to: 'c@d.test', reply }, letter);
    expect(isMet({ queued: { at: 'mx1.harbor.example', nextHops: 1 } }, script)).toBe(true);
    expect(isMet({ queued: { at: 'mx1.harbor.example', nextHops: 2 } }, script)).toBe(false);
    expect(isMet({ queued: { at: 'mx1.harbor.example', outcome: 'deferred' } }, script)).toBe(false);
  });
  test('chosen knows lines and answers', () => {
    const script = new Script().open().client('DATA').server('354 go');
    const choose = (token: Token): Observation => ({ kind: 'chosen', token });
    const form = { chosen: { line: { from: 'server', verb: 'DATA', class: 3 } } };
    expect(isMet(form, script, choose({ kind: 'line', seq: 4 }))).toBe(true);
    expect(judge(form, script, choose({ kind: 'line', seq: 3 }))).toMatchObject({ why: [{ key: 'chosen.other' }] });
    expect(judge(form, script, choose({ kind: 'line', seq: 99 }))).toMatchObject({ why: [{ key: 'chosen.notYet' }] });
    const lookups = { chosen: { answer: { name: 'lookups', value: { atMost: 10 } } } };
    expect(isMet(lookups, script, choose({ kind: 'answer', name: 'lookups', value: '3' }))).toBe(true);
    expect(isMet(lookups, script, choose({ kind: 'answer', name: 'lookups', value: '12' }))).toBe(false);
    const changed = (...values: string[]) => values.map((value) => choose({ kind: 'answer', name: 'lookups', value }));
    expect(isMet(lookups, script, ...changed('3', '12'))).toBe(false);
    expect(isMet(lookups, script, ...changed('12', '3'))).toBe(true);
    expect(isMet({ chosen: { line: { from: 'server', host: 'elsewhere.example' } } }, script)).toBe(false);
  });
});

test('named: an answer is the queue id that a letter has at a host, and the last answer counts', () => {
  const entry = { parents: [], reversePath: 'a@b.test', recipients: ['c@d.test'], octets: 9 };
  const script = new Script()
    .tell('queue.entered', { ...entry, kind: 'submit' }, { message: 'm1', queueId: 'AAA', host: 'mx1.harbor.example' })
    .tell('queue.entered', { ...entry, kind: 'bounce' }, { message: 'm2', queueId: 'BBB', host: 'mx1.harbor.example' });
  const answers = (...values: string[]): Observation[] =>
    values.map((value) => ({ kind: 'chosen', token: { kind: 'answer', name: 'id', value } }));
  const form = { named: { answer: 'id', queueIdAt: 'mx1.harbor.example' } };
  expect(judge(form, new Script())).toMatchObject({ why: [{ key: 'named.noLetter' }] });
  expect(judge(form, script)).toMatchObject({ why: [{ key: 'named.notYet' }] });
  expect(judge(form, script, ...answers('aaa'))).toMatchObject({ met: true, quotes: [{ text: 'aaa' }] });
  expect(judge(form, script, ...answers('AAA', 'ccc'))).toMatchObject({ why: [{ key: 'named.otherwise' }] });
  expect(isMet({ named: { ...form.named, kind: 'bounce' } }, script, ...answers('AAA'))).toBe(false);
  expect(isMet({ named: { ...form.named, recipients: { contains: 'c@d' } } }, script, ...answers('BBB'))).toBe(true);
  expect(isMet({ named: { ...form.named, reversePath: '' } }, script, ...answers('BBB'))).toBe(false);
});

test('standing looks at who wrote a field, not at what it says', () => {
  const letter = { message: 'm1.1' };
  const raw = 'Received: from nowhere\r\n';
  const script = new Script()
    .tell(
      'field.added',
      { field: 'f1', name: 'Received', raw, standing: 'claimed', at: 0 },
      { ...letter, host: 'visitor.example' },
    )
    .tell('store.delivered', { mailbox: 'b@c.test', uid: 1, file: 'x', octets: 9, fields: ['f1'] }, letter);
  const form = (standing: string) => ({ standing: { mailbox: 'b@c.test', is: { field: 'Received', standing } } });
  expect(isMet(form('claimed'), script)).toBe(true);
  expect(judge(form('witnessed'), script)).toMatchObject({ why: [{ key: 'standing.otherwise' }] });
});

test('what is typed in the shell inside a letter is seen before any server sees it', () => {
  const script = new Script();
  script.tell(
    'conn.opened',
    {
      client: { host: 'visitor.example', address: '192.0.2.1', port: 1 },
      server: { host: 'mx1.harbor.example', address: '192.0.2.2', port: 25 },
      protocol: 'smtp',
      door: false,
    },
    { conn: 'c#1' },
  );
  script.server('220 hi').client('DATA').server('354 go');
  script.tell('shell.input', { shell: 's', text: 'bye.\n' }, { host: 'visitor.example' });
  expect(isMet({ typed: { line: 'bye.', inside: 'letter' } }, script)).toBe(true);
  expect(isMet({ typed: { line: 'bye.', inside: 'shell' } }, script)).toBe(false);
});

describe('a value test', () => {
  test.each<[unknown, ValueTest, string | undefined]>([
    ['Bob', 'bob', undefined],
    ['Bob', { contains: 'OB' }, undefined],
    ['Bob', { lacks: 'ob' }, 'value.lacks'],
    ['Bob', { matches: '^b.b$' }, undefined],
    ['Bob', { not: 'bob' }, 'value.not'],
    [undefined, { lacks: 'x' }, 'value.missing'],
    [undefined, { absent: true }, undefined],
    ['x', { absent: true }, 'value.absent'],
    [3, 3, undefined],
    [3, { atLeast: 4 }, 'value.atLeast'],
    [['a', 'b'], { length: 2 }, undefined],
    [['a', 'b'], { contains: 'a, b' }, undefined],
  ])('%j against %j', (value, wanted, key) => expect(failure(value, wanted, 'it')?.key).toBe(key));
});

test('no sentence of the catalogue is empty', () => {
  for (const text of Object.values(lessonsEn)) expect(text.trim()).not.toBe('');
});

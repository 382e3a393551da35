// What there is to look at: letters with their dialogs in hop order, conversations without a letter, latest first.

import { describe, expect, it } from 'vitest';

import type { EventData } from '../../../contract/events.ts';
import { applyEvents, createBenchStore } from '../../../renderer/store/bench-store.ts';
import { durationOf, journeysOf, type KnownJourneys, stopsOf } from '../../../renderer/store/journeys.ts';
import { copiesOf } from '../../../renderer/store/letter.ts';
import { emptyMoment, foldMoment } from '../../../renderer/store/moment.ts';
import { opened, Script } from './events.ts';
import { realRun } from './real-run.ts';

const journeys = (script: Script) => {
  const store = createBenchStore();
  applyEvents(store, script.events, 0);
  return journeysOf(store.getState().moment);
};

const field = (name: string, raw: string): EventData['field.added'] => ({
  field: `f-${name}`,
  name,
  raw: `${name}: ${raw}\r\n`,
  standing: 'claimed',
  at: 0,
});

const entered: EventData['queue.entered'] = {
  kind: 'submit',
  parents: [],
  reversePath: 'ann@a.example',
  recipients: ['ben@b.example'],
  octets: 100,
};

const delivered: EventData['store.delivered'] = {
  mailbox: 'ben@b.example',
  uid: 1,
  file: 'x',
  octets: 120,
  fields: ['f-Received', 'f-Subject'],
};

/** Desk to out to in, with one letter. */
function twoHops(script: Script, message = 'm1.1'): void {
  const head = { message };
  script.open('desk#1', 'desk.a.example', 'out.a.example', head);
  script.add('field.added', 'desk.a.example', field('Subject', '=?utf-8?q?Gr=C3=BC=C3=9Fe?='), { ...head, cause: 1 });
  script.add('queue.entered', 'out.a.example', entered, { ...head, queueId: 'Q1' });
  const taken = { accepted: true, reply: { code: 250, text: 'Ok' }, octets: 100 };
  script.add('smtp.data', 'out.a.example', taken, { ...head, conn: 'desk#1', at_ms: 5000 });
  script.add('conn.closed', 'desk.a.example', { by: 'client', fromClient: 1, fromServer: 1 }, { conn: 'desk#1' });
  script.open('out#1', 'out.a.example', 'in.b.example', head);
  script.add('field.added', 'in.b.example', { ...field('Received', 'by in'), standing: 'witnessed' }, head);
}

describe('journeys', () => {
  it('shows a letter with its dialogs in hop order, its subject decoded, its way and times', () => {
    const script = new Script();
    opened(script);
    twoHops(script);
    const [journey] = journeys(script);
    expect(journey?.dialogs.map((one) => one.id)).toEqual(['desk#1', 'out#1']);
    expect(journey?.letter).toMatchObject({ id: 'm1.1', status: { name: 'travelling' } });
    expect(journey && stopsOf(journey)).toEqual([
      { host: 'desk.a.example' },
      { host: 'out.a.example', taken_ms: 5000 },
      { host: 'in.b.example' },
    ]);
    expect(journey && durationOf(journey)).toBeUndefined();
  });

  it('tells delivery, and has the header of the delivered copy with its writers', () => {
    const script = new Script();
    opened(script);
    twoHops(script);
    script.add('queue.removed', 'out.a.example', { outcome: 'delivered' }, { message: 'm1.1', queueId: 'Q1' });
    script.add('store.delivered', 'in.b.example', delivered, { message: 'm1.1' });
    script.add('conn.closed', 'out.a.example', { by: 'client', fromClient: 1, fromServer: 1 }, { conn: 'out#1' });
    const [journey] = journeys(script);
    expect(journey?.letter?.status).toEqual({ name: 'delivered', mailboxes: ['ben@b.example'] });
    expect(journey?.letter?.subject).toBe('Gr\u00fc\u00dfe');
    expect(journey && durationOf(journey)).toBeGreaterThan(0);
    const copies = journey?.letter ? copiesOf(journey.letter.state) : [];
    expect(copies).toMatchObject([
      {
        mailbox: { address: 'ben@b.example', uid: 1 },
        header: [
          { name: 'Received', host: 'in.b.example', standing: 'witnessed' },
          { name: 'Subject', host: 'desk.a.example', standing: 'claimed' },
        ],
      },
    ]);
  });

  it('tells a letter that waits, where, until when, and what the server was told', () => {
    const script = new Script();
    opened(script);
    twoHops(script);
    const reply = { code: 450, enhanced: '4.2.0', text: 'Greylisted' };
    const deferred = { recipients: ['ben@b.example'], reply, attempt: 1, next_ms: 99_000 };
    script.add('queue.deferred', 'out.a.example', deferred, { message: 'm1.1', queueId: 'Q1' });
    expect(journeys(script)[0]?.letter?.status).toEqual({
      name: 'waiting',
      host: 'out.a.example',
      next_ms: 99_000,
      reply: '450 4.2.0 Greylisted',
    });
  });

  it('tells bounced from partly delivered', () => {
    const script = new Script();
    opened(script);
    twoHops(script);
    script.add('queue.removed', 'out.a.example', { outcome: 'mixed' }, { message: 'm1.1', queueId: 'Q1' });
    expect(journeys(script)[0]?.letter?.status).toEqual({ name: 'bounced', host: 'out.a.example' });
    script.add('store.delivered', 'in.b.example', delivered, { message: 'm1.1' });
    expect(journeys(script)[0]?.letter?.status).toMatchObject({ name: 'partly', mailboxes: ['ben@b.example'] });
  });

  it('shows a conversation that carried no letter, and one whose letter was refused', () => {
    const script = new Script();
    opened(script);
    script.open('far#1', 'far.example', 'in.b.example', {}, true);
    script.line('far#1', 'client', 'HELP\r\n');
    script.open('far#2', 'far.example', 'in.b.example', {}, true);
    script.line('far#2', 'client', 'MAIL FROM:<x@y>\r\n', { message: 'm1.9' });
    expect(journeys(script).map((one) => [one.id, one.letter])).toEqual([
      ['far#2', undefined],
      ['far#1', undefined],
    ]);
  });

  it('puts the latest first, also a notice that no connection carried', () => {
    const script = new Script();
    opened(script);
    twoHops(script);
    script.add('queue.entered', 'in.b.example', { ...entered, kind: 'bounce' }, { message: 'm1.2', queueId: 'Q2' });
    const [notice, letter] = journeys(script);
    expect([notice?.id, letter?.id]).toEqual(['m1.2', 'm1.1']);
    expect(notice?.begun).toBeDefined();
    expect(notice && stopsOf(notice)).toEqual([{ host: 'in.b.example' }]);
  });
});

describe('journeys made before', () => {
  it('are the same objects while nothing happens in them', () => {
    const script = new Script();
    opened(script);
    twoHops(script);
    twoHops(script, 'm1.2');
    const store = createBenchStore();
    applyEvents(store, script.events, 0);
    const known: KnownJourneys = new Map();
    const before = journeysOf(store.getState().moment, known);
    script.add('store.delivered', 'in.b.example', delivered, { message: 'm1.2' });
    applyEvents(store, script.events.slice(-1), 0);
    const after = journeysOf(store.getState().moment, known);
    expect(before.map(({ id }) => id)).toEqual(['m1.2', 'm1.1']);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it('say at every event what journeys made afresh would say', async () => {
    const moment = emptyMoment();
    const known: KnownJourneys = new Map();
    for (const event of await realRun()) {
      foldMoment(moment, event);
      expect(journeysOf(moment, known)).toEqual(journeysOf(moment));
    }
  });
});

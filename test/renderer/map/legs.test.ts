// The legs of a letter's way, out of the dialogs that carried it or tried to.

import { describe, expect, it } from 'vitest';

import { legsOf, takenBy } from '../../../renderer/map/legs.ts';
import { applyEvents, createBenchStore } from '../../../renderer/store/bench-store.ts';
import { journeysOf } from '../../../renderer/store/journeys.ts';
import { opened, Script } from '../store/events.ts';

const head = { message: 'm1.1' };

function legs(script: Script) {
  const store = createBenchStore();
  applyEvents(store, script.events, 0);
  const { moment } = store.getState();
  const [journey] = journeysOf(moment);
  return journey ? legsOf(journey, moment.dialogs) : [];
}

function submitted(): Script {
  const script = new Script();
  opened(script);
  script.open('desk#1', 'desk.a.example', 'out.a.example', head);
  script.add('tls.started', 'out.a.example', { version: 'TLS 1.3', cipher: 'x' }, { conn: 'desk#1' });
  script.add(
    'queue.entered',
    'out.a.example',
    { kind: 'submit', parents: [], reversePath: 'ann@a.example', recipients: ['ben@b.example'], octets: 9 },
    { ...head, queueId: 'Q1' },
  );
  const reply = { code: 250, text: 'Ok' };
  const taken = { ...head, conn: 'desk#1', at_ms: 5000 };
  script.add('smtp.data', 'out.a.example', { accepted: true, reply, octets: 9 }, taken);
  close(script, 'desk#1');
  return script;
}

function close(script: Script, conn: string): void {
  script.add('conn.closed', 'desk.a.example', { by: 'client', fromClient: 1, fromServer: 1 }, { conn });
}

describe('legs', () => {
  it('tells from where to where, when it was taken, and whether in secret', () => {
    expect(legs(submitted())).toMatchObject([
      { from: 'desk.a.example', to: 'out.a.example', outcome: 'taken', taken_ms: 5000, tls: true, refusal: '' },
    ]);
    expect(takenBy(legs(submitted()), 1)).toEqual(new Map([['out.a.example', 5000]]));
  });

  it('is open until the connection ends, and refused if nobody took the letter', () => {
    const script = submitted();
    script.open('out#1', 'out.a.example', 'in.b.example', head);
    script.line('out#1', 'server', '450 4.2.0 later\r\n');
    expect(legs(script)[1]).toMatchObject({ outcome: 'open', refusal: '' });
    close(script, 'out#1');
    expect(legs(script)[1]).toMatchObject({ outcome: 'refused', refusal: '450' });
  });

  it('has the questions that were really asked, and not those that were remembered', () => {
    const script = submitted();
    const data = { to: 'in.b.example', recipients: ['ben@b.example'], attempt: 1 };
    const attempt = script.add('queue.attempted', 'out.a.example', data, { ...head, queueId: 'Q1' });
    const ask = (type: string, cached: boolean) => {
      const question = { name: 'b.example', type };
      const how = { server: '192.0.2.53', transport: 'udp' as const, purpose: 'route' };
      const seq = script.add('dns.asked', 'out.a.example', { ...question, ...how }, { cause: attempt });
      const answer = { ...question, rcode: 'NOERROR', answers: [], cached };
      script.add('dns.answered', 'out.a.example', answer, { cause: seq });
    };
    ask('MX', false);
    ask('A', true);
    script.open('out#1', 'out.a.example', 'in.b.example', { ...head, cause: attempt });
    expect(legs(script)[1]?.questions).toMatchObject([{ host: 'out.a.example', name: 'b.example', type: 'MX' }]);
  });

  it('leaves out whoever only reads the letter', () => {
    const script = submitted();
    const end = { address: '192.0.2.1', port: 143 };
    const client = { ...end, host: 'desk.a.example' };
    const server = { ...end, host: 'in.b.example' };
    const data = { client, server, protocol: 'imap' as const, door: false };
    script.add('conn.opened', 'desk.a.example', data, { ...head, conn: 'desk#2' });
    expect(legs(script)).toHaveLength(1);
  });
});

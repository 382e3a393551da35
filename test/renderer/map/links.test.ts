// Conversations as lines of the map: a pair is one line, its phase and its last word are the liveliest conversation's.

import { describe, expect, it } from 'vitest';

import { linksOf, type MapLink } from '../../../renderer/map/links.ts';
import { applyEvents, createBenchStore } from '../../../renderer/store/bench-store.ts';
import { opened, Script } from '../store/events.ts';

function links(script: Script): MapLink[] {
  const store = createBenchStore();
  applyEvents(store, script.events, 0);
  const { dialogs, lab } = store.getState().moment;
  return linksOf(dialogs, lab.held);
}

const close = (script: Script, conn: string, mono_us?: number) =>
  script.add(
    'conn.closed',
    'desk.a.example',
    { by: 'client', fromClient: 1, fromServer: 1 },
    { conn, ...(mono_us === undefined ? {} : { mono_us }) },
  );

function spoken(): Script {
  const script = new Script();
  opened(script);
  script.open('desk#1', 'desk.a.example', 'out.a.example');
  return script;
}

describe('links', () => {
  it('tells opening, talking and data apart', () => {
    const script = spoken();
    expect(links(script)).toMatchObject([{ client: 'desk.a.example', server: 'out.a.example', phase: 'opening' }]);
    script.line('desk#1', 'server', '220 hello\r\n');
    expect(links(script)).toMatchObject([{ phase: 'talking', open: 1, tls: false, held: false }]);
    script.line('desk#1', 'server', '354 go on\r\n');
    expect(links(script)).toMatchObject([{ phase: 'data' }]);
    close(script, 'desk#1');
    expect(links(script)).toMatchObject([{ phase: 'closed', open: 0 }]);
  });

  it('is one line for any number of conversations of a pair, as lively as the liveliest', () => {
    const script = spoken();
    close(script, 'desk#1');
    for (let count = 2; count < 40; count += 1) script.open(`desk#${count}`, 'desk.a.example', 'out.a.example');
    script.line('desk#2', 'server', '220 hello\r\n');
    expect(links(script)).toMatchObject([{ phase: 'talking', open: 38 }]);
  });

  it('shows a refusal, also behind the farewell, until the server says something better', () => {
    const script = spoken();
    script.line('desk#1', 'server', '450 4.2.0 Greylisted\r\n');
    script.line('desk#1', 'client', 'QUIT\r\n');
    script.line('desk#1', 'server', '221 2.0.0 Bye\r\n');
    expect(links(script)).toMatchObject([{ refusal: '450' }]);
    script.line('desk#1', 'server', '250 Ok\r\n');
    expect(links(script)).toMatchObject([{ refusal: '' }]);
  });

  it('shows TLS, and a line that is held', () => {
    const script = spoken();
    script.add('tls.started', 'out.a.example', { version: 'TLS 1.3', cipher: 'x' }, { conn: 'desk#1' });
    script.add('wire.held', 'out.a.example', { from: 'server', bytes: 8, rule: 'r' }, { conn: 'desk#1' });
    expect(links(script)).toMatchObject([{ tls: true, held: true }]);
  });

  it('fades what was said long ago, and what it was told with it', () => {
    const script = spoken();
    script.line('desk#1', 'server', '550 no\r\n');
    close(script, 'desk#1', 10_000);
    script.open('out#1', 'out.a.example', 'in.b.example', { mono_us: 5_000_000 });
    expect(links(script)).toMatchObject([
      { client: 'desk.a.example', phase: 'past', refusal: '' },
      { client: 'out.a.example', phase: 'opening' },
    ]);
  });
});

// Routes, reports and a postmaster's hand as sentences.

import { describe, expect, it } from 'vitest';

import type { EventData } from '../../../contract/events.ts';
import { explainDecision } from '../../../renderer/explain/on-the-way.ts';
import type { Decision } from '../../../renderer/store/decisions.ts';
import { emptyMoment, foldMoment } from '../../../renderer/store/moment.ts';
import { t } from '../../../renderer/text/t.ts';
import { opened, Script } from '../store/events.ts';

const route: EventData['route.chosen'] = {
  domain: 'harbor.example',
  by: 'mx',
  hops: [
    { name: 'mx1.harbor.example', address: '203.0.113.25', port: 25, preference: 10 },
    { name: 'mx2.harbor.example', address: '203.0.113.26', port: 25, preference: 20 },
  ],
  passedOver: [{ name: 'old.harbor.example', preference: 30, why: 'no address' }],
  mistakes: [{ code: 'mx is an alias', name: 'mx2.harbor.example' }],
};

function saidOf(fill: (script: Script) => void): string[] {
  const script = new Script();
  opened(script);
  fill(script);
  const moment = emptyMoment();
  for (const event of script.events) foldMoment(moment, event);
  const decisions: readonly Decision[] = moment.decisions.get('m1.1') ?? [];
  return decisions.map((one) =>
    explainDecision(one)
      .map(({ key, params }) => t(key, params))
      .join(' '),
  );
}

describe('what is decided on the way', () => {
  it('tells the exchangers in their order, who was left out and what the zone got wrong', () => {
    const [said] = saidOf((script) => script.add('route.chosen', 'relay.a.example', route, { message: 'm1.1' }));
    expect(said).toContain('relay asked DNS for the mail exchangers of harbor.example (MX).');
    expect(said).toContain('In this order it may use mx1.harbor.example (10) and mx2.harbor.example (20).');
    expect(said).toContain('old.harbor.example (30) is left out: the name has no address.');
    expect(said).toContain('names mx2.harbor.example, which is an alias');
  });

  it('tells why there is no way', () => {
    const failure = { code: 550, enhanced: '5.1.2', text: 'no such domain' };
    const lost: EventData['route.chosen'] = {
      ...route,
      by: 'address',
      hops: [],
      passedOver: [],
      mistakes: [],
      failure,
    };
    const [said] = saidOf((script) => script.add('route.chosen', 'relay.a.example', lost, { message: 'm1.1' }));
    expect(said).toMatch(/There is no way: 550 5\.1\.2 no such domain$/);
  });

  it('tells who is told of a failure and why, and what a postmaster did', () => {
    const report: EventData['dsn.decided'] = {
      recipient: 'ben@b.example',
      action: 'failed',
      asked: [],
      told: true,
      why: 'by default',
      to: 'ann@a.example',
    };
    const said = saidOf((script) => {
      script.add(
        'queue.operated',
        'relay.a.example',
        { operation: 'hold', from: 'deferred', to: 'hold' },
        { message: 'm1.1' },
      );
      script.add('dsn.decided', 'relay.a.example', report, { message: 'm1.1' });
    });
    expect(said).toEqual([
      'A postmaster holds it back at relay.',
      'relay gave up on ben@b.example. A report goes to ann@a.example: nothing was asked, and failures and delays are told unasked.',
    ]);
  });
});

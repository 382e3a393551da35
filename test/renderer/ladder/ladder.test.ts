// The ladder of letters of a real run: hosts in their order, turns as arrows, questions, a refusal and the wait after it.

import { beforeAll, describe, expect, it } from 'vitest';

import { ladderOf } from '../../../renderer/ladder/ladder.ts';
import { journeysOf } from '../../../renderer/store/journeys.ts';
import { emptyMoment, foldMoment } from '../../../renderer/store/moment.ts';
import { realRun } from '../store/real-run.ts';

describe('a ladder', () => {
  const moment = emptyMoment();
  const ladder = (place: number, isEveryLine = false) => {
    const [journey] = journeysOf(moment).toReversed().slice(place);
    if (!journey) throw new Error('no such letter');
    return ladderOf({
      journey,
      dialogs: moment.dialogs,
      hostAt: () => undefined,
      nameServer: 'ns.example',
      isEveryLine,
    });
  };

  beforeAll(async () => {
    for (const event of await realRun()) foldMoment(moment, event);
  });

  it('has the hosts in the order of the way, the name server last', () => {
    expect(ladder(0).hosts).toEqual([
      'laptop.campus.example',
      'submit.campus.example',
      'relay.campus.example',
      'mx1.harbor.example',
      'mail.harbor.example',
      'ns.example',
    ]);
  });

  it('draws a turn as one arrow, or every line', () => {
    const [few, all] = [ladder(0), ladder(0, true)];
    const said = ({ rungs }: typeof few) => rungs.filter((rung) => rung.kind === 'say');
    expect(said(few).length + said(few).reduce((sum, rung) => sum + rung.more, 0)).toBe(said(all).length);
    expect(said(all).every((rung) => rung.more === 0)).toBe(true);
    expect(few.rungs.map((rung) => rung.seq)).toEqual(few.rungs.map((rung) => rung.seq).toSorted((a, b) => a - b));
  });

  it('has a refusal, who decided it, and how long the letter waited', () => {
    const { rungs } = ladder(1);
    const refusal = rungs.findIndex((rung) => rung.kind === 'say' && rung.isRefused);
    expect(rungs[refusal]).toMatchObject({ from: 'mx1.harbor.example', text: expect.stringMatching(/^4\d\d /) });
    expect(rungs.some((rung) => rung.kind === 'policy' && rung.policy === 'greylisting')).toBe(true);
    const pause = rungs.findIndex((rung) => rung.kind === 'pause');
    expect(pause).toBeGreaterThan(refusal);
    expect(rungs[pause]).toMatchObject({ ms: expect.any(Number) });
  });

  it('tells where a fault struck and nothing arrived', () => {
    const [journey] = journeysOf(moment).toReversed();
    const [first] = journey?.dialogs ?? [];
    if (!journey || !first) throw new Error('no such letter');
    const strike = { seq: first.openedAt + 1, rule: 'fault-1', deed: 'cut', from: 'server' } as const;
    const dialogs = [{ ...first, strikes: [strike] }];
    const { rungs } = ladderOf({
      journey: { ...journey, dialogs },
      dialogs: moment.dialogs,
      hostAt: () => undefined,
      nameServer: undefined,
      isEveryLine: false,
    });
    const struck = rungs.find((rung) => rung.kind === 'struck');
    expect(struck).toMatchObject({ from: first.server.host, to: first.client.host, strike });
  });
});

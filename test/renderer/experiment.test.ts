// What the place of the experiment makes of settings and tables without React.

import { describe, expect, it } from 'vitest';

import type { ExperimentResult } from '../../contract/experiment.ts';
import { experimentCsv } from '../../renderer/experiment/csv.ts';
import { lettersOf } from '../../renderer/experiment/experiment-store.ts';
import { defencesAt, defencesOf, presetOf } from '../../renderer/experiment/presets.ts';

const offer = (name: string, stage: 'connect' | 'rcpt' | 'message' | 'delivery') => ({
  ...{ name, stage, settings: [], remembers: false },
});

describe('settings', () => {
  it('are known as the preset that they are, in any order, and as none when one setting differs', () => {
    const { spf = {}, dkim = {}, dmarc = {} } = defencesOf('authentication');
    expect(presetOf({ dmarc, dkim, spf })).toBe('authentication');
    expect(presetOf({ dmarc: { onReject: 'mark' }, dkim, spf })).toBeUndefined();
    expect(presetOf({})).toBe('nothing');
  });

  it('of a host are those of its checks that are on', () => {
    const policies = {
      greylisting: { enabled: true, delay_s: 60 },
      dnsbl: { enabled: false },
      'dkim-signing': { enabled: true },
      bayes: { enabled: true },
    };
    const offers = [offer('greylisting', 'rcpt'), offer('dnsbl', 'connect'), offer('dkim-signing', 'message')];
    expect(defencesAt(policies, [...offers, offer('bayes', 'delivery')])).toEqual({ greylisting: { delay_s: 60 } });
  });
});

describe('the table', () => {
  const row = {
    actor: 'patient',
    isHonest: true,
    letters: 2,
    arrived: 1,
    marked: 0,
    stopped: 1,
    median_s: 0,
    worst_s: 0,
  };
  const totals = { letters: 2, caught: 0, missed: 0, falsePositives: 1, median_s: 0, worst_s: 0 };
  const result: ExperimentResult = { rows: [row], totals };

  it('is a line for each sender and setting, and nothing in it is a formula', () => {
    const trial = {
      experiment: 'x',
      defences: { dnsbl: {}, spf: {} },
      status: { state: 'done', known: 2, letters: 2, news: 1 },
    } as const;
    const odd = { ...result, rows: [{ ...row, actor: '=cmd, "quoted"' }] };
    expect(
      experimentCsv([
        { side: 'A', trial, result },
        { side: 'B', trial, result: odd },
      ]),
    ).toBe(
      [
        'setting,checks,sender,wanted,letters,arrived,marked,stopped,median_s,worst_s',
        'A,dnsbl spf,patient,yes,2,1,0,1,0,0',
        `B,dnsbl spf,"'=cmd, ""quoted""",yes,2,1,0,1,0,0`,
        '',
      ].join('\r\n'),
    );
  });

  it('has its letters behind each number', () => {
    const letter = (message: string, actor: string, fate: 'arrived' | 'stopped') => ({
      ...{ message, actor, isHonest: actor === 'patient', from: '', to: '', subject: '', fate, seq: 1, tries: 1 },
    });
    const letters = [
      letter('m1', 'patient', 'arrived'),
      letter('m2', 'patient', 'stopped'),
      letter('m3', 'pool', 'stopped'),
    ];
    expect(
      lettersOf({ side: 'a', actor: 'patient', fates: ['stopped'] }, letters).map(({ message }) => message),
    ).toEqual(['m2']);
    expect(
      lettersOf({ side: 'a', isHonest: false, fates: ['stopped'] }, letters).map(({ message }) => message),
    ).toEqual(['m3']);
  });
});

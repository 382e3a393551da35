// DMARC by RFC 9989: the tree walk, what counts where, and two thousand trees compared with mailauth's strict mode.

import type { DNSResolver } from 'mailauth';
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import { describe, expect, test } from 'vitest';

import { Randomness } from '../../../engine/world/random.ts';
import { checkDmarc, type DmarcOutcome } from '../../../mail/dmarc/check.ts';
import { evaluate, nodeResolver, type Records } from '../../support/dns-in-memory.ts';

const records = (texts: Readonly<Record<string, string>>): Records =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text === '' ? { A: ['192.0.2.1'] } : { TXT: [text] }]),
  );

function check(
  author: string,
  texts: Readonly<Record<string, string>>,
  dkim: string[] = [],
  spf: string[] = [],
): DmarcOutcome {
  const proven = [
    ...spf.map((domain) => ({ method: 'spf' as const, domain })),
    ...dkim.map((domain) => ({ method: 'dkim' as const, domain })),
  ];
  return evaluate(checkDmarc({ authors: [author], proven }), records(texts));
}

describe('the tree walk', () => {
  test('goes up label by label, and over the middle of a long name', () => {
    const names = check('a.b.c.d.e.f.g.h.i.j.example', {}).walk.map(({ name }) => name.replace('_dmarc.', ''));
    expect(names).toEqual([
      'a.b.c.d.e.f.g.h.i.j.example',
      'e.f.g.h.i.j.example',
      'f.g.h.i.j.example',
      'g.h.i.j.example',
      'h.i.j.example',
      'i.j.example',
      'j.example',
      'example',
    ]);
  });

  test('psd=n says where an organisation begins, psd=y one label above it', () => {
    const tree = {
      '_dmarc.shop.example': 'v=DMARC1; p=reject; psd=n',
      '_dmarc.example': 'v=DMARC1; p=none',
      '_dmarc.gov.test': 'v=DMARC1; p=reject; psd=y',
    };
    expect(check('news.shop.example', tree).organisation).toBe('shop.example');
    expect(check('mail.tax.gov.test', tree)).toMatchObject({
      organisation: 'tax.gov.test',
      record: { domain: 'gov.test' },
      result: 'fail',
    });
  });

  test('several records at a name are none', () => {
    const two: Records = { '_dmarc.a.example': { TXT: ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] } };
    const outcome = evaluate(checkDmarc({ authors: ['a.example'], proven: [] }), two);
    expect([outcome.result, outcome.walk[0]?.found]).toEqual(['none', 'several']);
  });
});

describe('alignment', () => {
  const tree = {
    '_dmarc.bank.example': 'v=DMARC1; p=reject; adkim=s',
    '_dmarc.other.bank.example': 'v=DMARC1; p=none; psd=n',
  };

  test('relaxed: the same organisation; strict: the same name', () => {
    expect(check('news.bank.example', tree, [], ['bounce.bank.example']).result).toBe('pass');
    expect(check('news.bank.example', tree, ['bank.example']).result).toBe('fail');
    expect(check('news.bank.example', tree, ['news.bank.example']).result).toBe('pass');
  });

  test('another organisation below the same name isn’t aligned', () => {
    const { result, comparisons } = check('bank.example', tree, [], ['mail.other.bank.example']);
    expect([result, comparisons[0]?.organisation]).toEqual(['fail', 'other.bank.example']);
  });
});

describe('the policy', () => {
  const tree = { '_dmarc.a.example': 'v=DMARC1; p=reject; sp=quarantine; np=none', 'there.a.example': '' };
  test.each([
    ['a.example', 'reject', 'p'],
    ['there.a.example', 'quarantine', 'sp'],
    ['nowhere.a.example', 'none', 'np'],
  ])('of %s is %s, by %s', (author, policy, tag) => expect(check(author, tree)).toMatchObject({ policy, tag }));

  test('on trial is one step milder', () => {
    expect(check('a.example', { '_dmarc.a.example': 'v=DMARC1; p=reject; t=y' }).policy).toBe('quarantine');
  });

  test('that can’t be read is none, and counts only with somebody to report to', () => {
    expect(check('a.example', { '_dmarc.a.example': 'v=DMARC1; p=perhaps' }).result).toBe('none');
    const reports = 'v=DMARC1; p=perhaps; rua=mailto:d@a.example';
    expect(check('a.example', { '_dmarc.a.example': reports })).toMatchObject({ result: 'fail', policy: 'none' });
  });
});

test('a letter with no author’s domain, or with several, can’t be judged', () => {
  const judged = (authors: string[]) => evaluate(checkDmarc({ authors, proven: [] }), {}).problem;
  expect([judged([]), judged(['a.example', 'b.example']), judged(['a b'])]).toEqual([
    'no author domain',
    'several author domains',
    'no author domain',
  ]);
});

test('2,000 generated trees come to mailauth’s result and policy', async () => {
  const stream = new Randomness(9989, 1).stream('test', 'dmarc');
  const pick = <T>(list: readonly T[]): T => list[stream.below(list.length)] as T;
  const NAMES = ['example', 'a.example', 'b.a.example', 'c.b.a.example', 'd.example', 'x.d.example'];
  const tags = () =>
    [
      pick(['p=none', 'p=quarantine', 'p=reject', 'p=REJECT', 'p=odd']),
      pick(['', '', 'sp=none', 'sp=reject', 'sp=odd']),
      pick(['', '', 'np=reject', 'np=quarantine']),
      pick(['', '', 'adkim=s', 'adkim=r']),
      pick(['', '', 'aspf=s']),
      pick(['', '', '', 't=y', 't=n']),
      pick(['', '', '', '', 'psd=y', 'psd=n', 'psd=u']),
      pick(['', '', 'rua=mailto:r@example', 'x']),
    ].filter(Boolean);
  const text = () => `${pick(['v=DMARC1', 'v=DMARC1', 'v=DMARC1 ', 'V = DMARC1', 'v=dmarc1'])}; ${tags().join('; ')}`;
  const differences: unknown[] = [];
  const seen = new Map<string, number>();
  for (let count = 0; count < 2000; count += 1) {
    const tree: Records = Object.fromEntries(
      NAMES.flatMap((name): [string, Records[string]][] => [
        ...(stream.below(3) > 0
          ? []
          : [
              [`_dmarc.${name}`, { TXT: stream.below(12) > 0 ? [text()] : [text(), text()] }] as [
                string,
                Records[string],
              ],
            ]),
        ...(stream.below(2) > 0 ? [] : [[name, { A: ['192.0.2.1'] }] as [string, Records[string]]]),
      ]),
    );
    const author = pick(NAMES.slice(1));
    const dkim = [pick(NAMES)].filter(() => stream.below(2) > 0);
    const spf = [pick(NAMES)].filter(() => stream.below(2) > 0);
    const proven = [
      ...spf.map((domain) => ({ method: 'spf' as const, domain })),
      ...dkim.map((domain) => ({ method: 'dkim' as const, domain })),
    ];
    const ours = evaluate(checkDmarc({ authors: [author], proven }), tree);
    const theirs = await dmarc({
      headerFrom: [`me@${author}`],
      spfDomains: spf,
      dkimDomains: dkim,
      resolver: nodeResolver(tree) as DNSResolver,
      strict: true,
    } as never);
    if (!theirs) throw new Error('mailauth found no author');
    const their = [theirs.status.result, theirs.status.result === 'none' ? 'none' : theirs.policy];
    const our = [ours.result, ours.result === 'none' ? 'none' : ours.policy];
    seen.set(our.join(' '), (seen.get(our.join(' ')) ?? 0) + 1);
    if (our.join(' ') !== their.join(' ')) differences.push({ our, their, author, dkim, spf, tree });
  }
  expect(seen.size).toBe(7);
  expect(differences).toEqual([]);
});

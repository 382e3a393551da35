// ADSP: its records, and what comes of them with and without a signature of the author's own.

import { expect, test } from 'vitest';

import { checkAdsp, parseAdsp } from '../../../mail/adsp.ts';
import type { DnsAnswer } from '../../../mail/dns/asking.ts';

const FOUND: DnsAnswer = { status: 'found', data: ['mx.a.example'] };
const VOID: DnsAnswer = { status: 'void', data: [] };

/** What comes of it when the DNS gives these answers. */
function come(answers: readonly DnsAnswer[], authors = ['a.example'], signers: string[] = []): string[] {
  const asking = checkAdsp(authors, signers);
  let step = asking.next();
  for (const answer of answers) if (step.done !== true) step = asking.next(answer);
  if (step.done !== true) throw new Error(`it asks for ${step.value.name}`);
  return step.value.map(({ result }) => result);
}
const said = (...data: string[]): DnsAnswer => ({ status: 'found', data });

test('a record begins with its practice', () => {
  expect(parseAdsp('dkim=all')).toBe('all');
  expect(parseAdsp('dkim = discardable; x=y')).toBe('discardable');
  expect(parseAdsp('dkim=whatever')).toBe('unknown');
  expect(parseAdsp('x=y; dkim=all')).toBeUndefined();
  expect(parseAdsp('v=spf1 -all')).toBeUndefined();
});

test('each practice has its result', () => {
  expect(come([FOUND, said('dkim=all')])).toEqual(['fail']);
  expect(come([FOUND, said('dkim=discardable')])).toEqual(['discard']);
  expect(come([FOUND, said('dkim=unknown')])).toEqual(['unknown']);
  expect(come([FOUND, VOID])).toEqual(['none']);
  expect(come([FOUND, said('dkim=all', 'dkim=unknown')])).toEqual(['none']);
});

test('a domain that doesn’t exist, and a DNS that is silent', () => {
  expect(come([{ ...VOID, noSuchName: true }])).toEqual(['nxdomain']);
  expect(come([{ status: 'failed', data: [] }])).toEqual(['temperror']);
  expect(come([FOUND, { status: 'failed', data: [] }])).toEqual(['temperror']);
});

test('only a signature of the very domain counts, and nobody is asked then', () => {
  expect(come([], ['a.example'], ['A.example'])).toEqual(['pass']);
  expect(come([FOUND, said('dkim=all')], ['a.example'], ['example', 'list.example'])).toEqual(['fail']);
  expect(come([FOUND, said('dkim=all')], ['a.example', 'b.example'], ['b.example'])).toEqual(['fail', 'pass']);
  expect(come([], [''])).toEqual(['permerror']);
});

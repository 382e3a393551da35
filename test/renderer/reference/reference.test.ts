// The reference: nothing leads nowhere, everything is found by its name, and what a student looks up comes first.

import { describe, expect, it } from 'vitest';

import { RFCS } from '../../../lessons/reference/rfcs.ts';
import { TERMS } from '../../../lessons/reference/terms.ts';
import { findEntries, rfcTarget } from '../../../renderer/reference/find.ts';
import { type Entry, SECTIONS } from '../../../renderer/reference/sections.ts';

const all: Entry[] = SECTIONS.flatMap(({ entries }) => entries());
const first = (query: string) => findEntries(all, query)[0];

describe('the reference', () => {
  it('has words for every entry, and no id twice in a section', () => {
    for (const { section, id, says } of all)
      expect({ section, id, isEmpty: says.trim() === '' }).toMatchObject({ isEmpty: false });
    const ids = all.map(({ section, id }) => `${section}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads nowhere that isn’t there', () => {
    const terms = new Set(TERMS.map(({ id }) => id));
    for (const { see = [] } of all) for (const id of see) expect(terms).toContain(id);
  });

  it('names RFCs that it has, in words and in what a line’s explanation cites', () => {
    const known = new Set(RFCS.flatMap(({ term, also = [] }) => [term, ...also]));
    const cited = all.flatMap(({ rfc }) => /RFC \d+/.exec(rfc ?? '')?.[0] ?? []);
    expect(cited.filter((rfc) => !known.has(rfc))).toEqual([]);
    expect(rfcTarget('RFC 5321 §4.1.1.3')).toBe('rfcs/5321');
    expect(rfcTarget('')).toBeUndefined();
  });

  it('keeps the terms in the order of their ids', () => {
    const ids = TERMS.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it.each([
    ['envelope', 'terms/envelope'],
    ['550', 'replies/550'],
    ['5.1.1', 'enhanced/x.1.1'],
    ['RCPT', 'smtp/rcpt'],
    ['dnsbl', 'terms/blocklist'],
    ['return-path', 'terms/return-path'],
    ['587', 'ports/587'],
    ['rfc 7208', 'rfcs/7208'],
    ['fetchmail', 'programs/fetchmail'],
    ['blind copy', 'terms/bcc'],
  ])('finds %s', (query, wanted) => {
    const entry = first(query);
    expect(`${entry?.section}/${entry?.id}`).toBe(wanted);
  });

  it('finds nothing for what isn’t there', () => {
    expect(findEntries(all, 'zzzz')).toEqual([]);
  });
});

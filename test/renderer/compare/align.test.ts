// Side by side: nothing is lost, equal runs have no difference, and the first difference is really the first.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { align, isDifference, rowsOf } from '../../../renderer/compare/align.ts';
import type { Said, Talk } from '../../../renderer/compare/talk.ts';

const HOSTS = ['laptop', 'relay', 'mx1', 'mail'];

/** A run of some connections whose lines come in any order of the connections. */
const run = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(25, 587)), { minLength: 1, maxLength: 5 })
  .chain((ends) =>
    fc
      .array(
        fc.record({
          talk: fc.nat(ends.length - 1),
          from: fc.constantFrom('client', 'server'),
          text: fc.constantFrom('250 Ok', 'QUIT', 'DATA', 'RCPT TO:<bob@x>', '550 no', 'Subject: x'),
          isLetter: fc.boolean(),
        }),
        { minLength: 1, maxLength: 40 },
      )
      .map((lines) => madeOf(ends, lines)),
  );

interface Line {
  talk: number;
  from: Said['from'];
  text: string;
  isLetter: boolean;
}

function madeOf(ends: [number, number, number][], lines: Line[]): Talk[] {
  const talks = ends.map(([client, server, port], at): Talk => {
    const names = { client: HOSTS[client] ?? '', server: HOSTS[server] ?? '', port };
    return { conn: `c${at}`, ...names, seq: at + 1, at_ms: at, said: [], decisions: [] };
  });
  lines.forEach(({ talk, ...said }, at) => {
    talks[talk]?.said.push({ ...said, seq: ends.length + at + 1, isRefusal: false, isChanged: false });
  });
  return talks;
}

/** The lines in order of time, with where they stand. */
const inTime = (talks: readonly Talk[]) =>
  talks
    .flatMap((talk) => talk.said.map((said, at) => ({ talk, said, at })))
    .toSorted((a, b) => a.said.seq - b.said.seq);

describe('two runs side by side', () => {
  it('have no difference where they are equal', () => {
    fc.assert(
      fc.property(run, (talks) => {
        const { differences, first, pairs } = align(talks, structuredClone(talks));
        expect(differences).toEqual([]);
        expect(first).toBeUndefined();
        expect(pairs).toHaveLength(talks.length);
      }),
    );
  });

  it('differ first where the first line is another, is missing, or came in between', () => {
    const deed = fc.constantFrom('said otherwise', 'ends there', 'comes in between');
    fc.assert(
      fc.property(run, fc.nat(), deed, (talks, nth, what) => {
        const lines = inTime(talks);
        const { talk, said, at } = lines[nth % lines.length] ?? expect.unreachable();
        const other = structuredClone(talks);
        const changed = other[talks.indexOf(talk)] ?? expect.unreachable();
        const line = { ...said, text: `not ${said.text}` };
        if (what === 'said otherwise') changed.said[at] = line;
        else if (what === 'ends there') changed.said = changed.said.slice(0, at);
        else changed.said.splice(at, 0, line);
        // Whatever comes after the change may come otherwise.
        const { first, pairs } = align(talks, other);
        const { one, two } = pairs[first?.pair ?? -1]?.rows[first?.row ?? -1] ?? {};
        expect(Math.min(one?.seq ?? Infinity, two?.seq ?? Infinity)).toBe(said.seq);
      }),
    );
  });

  it('have every line of both, once and in order', () => {
    fc.assert(
      fc.property(run, run, (one, two) => {
        const { pairs } = align(one, two);
        const seqs = (side: 'one' | 'two') =>
          pairs
            .map(({ rows }) => rows.flatMap((row) => row[side]?.seq ?? []))
            .flat()
            .toSorted((a, b) => a - b);
        expect(seqs('one')).toEqual(inTime(one).map(({ said }) => said.seq));
        expect(seqs('two')).toEqual(inTime(two).map(({ said }) => said.seq));
        for (const { rows } of pairs) {
          for (const { kind, one: mine, two: theirs } of rows) {
            expect(kind === 'same').toBe(
              mine !== undefined &&
                mine.text === theirs?.text &&
                mine.from === theirs.from &&
                mine.isLetter === theirs.isLetter,
            );
          }
        }
      }),
    );
  });
});

const says = (from: Said['from'], ...texts: string[]): Said[] =>
  texts.map((text, at) => ({ seq: at, from, text, isLetter: false, isRefusal: false, isChanged: false }));
const letter = (...texts: string[]): Said[] => says('client', ...texts).map((one) => ({ ...one, isLetter: true }));
const kinds = (one: Said[], two: Said[]) => rowsOf(one, two).map(({ kind }) => kind);

describe('lines side by side', () => {
  it('stand beside each other where the same end speaks, and meet again where they are equal', () => {
    const before = [
      ...says('client', 'MAIL', 'RCPT'),
      ...says('server', '250 2.1.5 Ok'),
      ...says('client', 'DATA', 'QUIT'),
    ];
    const after = [...says('client', 'MAIL', 'RCPT'), ...says('server', '450 4.2.0 Later'), ...says('client', 'QUIT')];
    expect(kinds(before, after)).toEqual(['same', 'same', 'other', 'one', 'same']);
  });

  it('are no difference by the id of a queue, a time or a signature alone', () => {
    expect(
      kinds(says('server', '250 2.0.0 Ok: queued as 3FA2'), says('server', '250 2.0.0 Ok: queued as 77B1')),
    ).toEqual(['echo']);
    const received = (id: string, time: string) =>
      letter(`\tby mx1 with ESMTP id ${id}; Sun, 22 Nov 2026 ${time} +0000`);
    expect(kinds(received('A1B2C3D4', '10:00:00'), received('F1B2C3D4', '10:12:00'))).toEqual(['echo']);
    expect(kinds(letter('Subject: at ten'), letter('Subject: at eleven'))).toEqual(['other']);
    expect(isDifference('echo')).toBe(false);
  });
});

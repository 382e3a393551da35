// inOrder: commands with their replies, one after another on one connection; others may stand between them.
// Counterpart: answered, for one. `without` breaks the row; `anyOrder` leaves the order within a group open.
//   inOrder: { at: mx1.harbor.example, steps: [{ verb: MAIL, class: 5 }, { verb: HELO, class: 2 }] }

import { z } from '../../contract/schema.ts';
import type { Exchange } from '../book/sighting.ts';
import { TALKS_COUNT } from '../limits.ts';
import { defineMatcher, met } from './matcher.ts';
import { exchangeSchema, type ExchangePattern, fitsExchange, aboutTheSame, quotesOf, whyNot } from './pattern.ts';

const MOST_STEPS = 12; // a whole transaction has eight

const schema = z.strictObject({
  ...exchangeSchema.pick({ at: true, port: true, by: true, tls: true }).shape,
  steps: z
    .array(z.union([exchangeSchema, z.strictObject({ anyOrder: z.array(exchangeSchema).min(2).max(MOST_STEPS) })]))
    .min(1)
    .max(MOST_STEPS),
  without: z.array(exchangeSchema).max(MOST_STEPS).default([]),
});
type Spec = z.output<typeof schema>;

/** How far a connection has come: the step, which of its group are done, and what was said. */
interface Row {
  at: number;
  done: number[];
  said: Exchange[];
  nearest?: Exchange;
}
interface State {
  rows: Record<string, Row>;
  found?: Exchange[];
  /** The connection that changed last: its state is what is told. */
  latest: string;
}

const FRESH: Row = { at: 0, done: [], said: [] };

export const inOrder = defineMatcher<Spec, State>({
  name: 'inOrder',
  schema: () => schema as unknown as z.ZodType<Spec>,
  start: () => ({ rows: {}, latest: '' }),
  fold(state, sighting, spec) {
    if (state.found || sighting.kind !== 'exchange' || !aboutTheSame(sighting.exchange, common(spec))) return state;
    const { exchange } = sighting;
    const before = state.rows[exchange.conn] ?? FRESH;
    const row = advance(before, exchange, spec);
    if (row.at >= spec.steps.length) return { ...state, found: row.said };
    if (row === before) return state;
    const kept = Object.entries(state.rows).filter(([conn]) => conn !== exchange.conn);
    const rows = Object.fromEntries([...kept, [exchange.conn, row] as const].slice(-TALKS_COUNT));
    return { rows, latest: exchange.conn };
  },
  verdict({ found, rows, latest }, spec) {
    if (found) return met(...found.flatMap(quotesOf));
    const row = rows[latest] ?? FRESH;
    const [next] = openPatterns(row, spec);
    if (!next) return { met: false, why: [] };
    return { met: false, why: [whyNot(row.nearest, { at: spec.at, ...next } as ExchangePattern)] };
  },
});

function common({ at, port, by, tls }: Spec): ExchangePattern {
  return { at, port, by, tls } as ExchangePattern;
}

function advance(row: Row, exchange: Exchange, spec: Spec): Row {
  const isBroken = row.at > 0 && spec.without.some((pattern) => fitsExchange(exchange, pattern));
  const from = isBroken ? FRESH : row;
  const wanted = openPatterns(from, spec);
  const hit = wanted.find((pattern) => fitsExchange(exchange, pattern));
  if (!hit) {
    const isNear = wanted.some((pattern) => aboutTheSame(exchange, pattern));
    return isNear ? { ...from, nearest: exchange } : from;
  }
  const group = groupAt(from.at, spec);
  const done = [...from.done, group.indexOf(hit)];
  const said = [...from.said, exchange];
  return done.length >= group.length ? { at: from.at + 1, done: [], said } : { at: from.at, done, said };
}

function groupAt(at: number, spec: Spec): readonly ExchangePattern[] {
  const step = spec.steps[at];
  if (step === undefined) return [];
  return 'anyOrder' in step ? step.anyOrder : [step];
}

function openPatterns(row: Row, spec: Spec): ExchangePattern[] {
  return groupAt(row.at, spec).filter((_, index) => !row.done.includes(index));
}

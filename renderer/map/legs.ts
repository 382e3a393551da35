// The way of a letter as legs: from which host to which, and what became of it. Counterpart: film.ts paces them,
// way.tsx draws them. Rule: a leg is a connection that carried the letter or tried to; reading it afterwards is none.

import type { ConnId, HostName } from '../../contract/ids.ts';
import type { Dialog, Lookup } from '../store/dialog.ts';
import { type Dialogs, lookupsOf } from '../store/dialogs.ts';
import type { Journey } from '../store/journeys.ts';
import { MAP_LIMITS } from './limits.ts';

export interface Leg {
  conn: ConnId;
  from: HostName;
  to: HostName;
  /** `open`: nobody knows yet. */
  outcome: 'open' | 'taken' | 'refused';
  taken_ms?: number;
  /** The code that it was refused with. */
  refusal: string;
  tls: boolean;
  real_ms: number;
  questions: Question[];
}

/** What a host asks a name server. */
export interface Question {
  seq: number;
  host: HostName;
  name: string;
  type: string;
}

export function legsOf({ dialogs, letter }: Journey, all: Dialogs): Leg[] {
  if (!letter) return [];
  return dialogs
    .filter(({ protocol }) => protocol === 'smtp' || protocol === 'submission' || protocol === 'lmtp')
    .slice(-MAP_LIMITS.legs)
    .map((dialog) => legOf(dialog, letter.id, all));
}

function legOf(dialog: Dialog, message: string, all: Dialogs): Leg {
  const { id: conn, client, server, tls, opened_us, closed_us, items } = dialog;
  const taken_ms = dialog.taken_ms[message];
  const refusal = items.findLast((item) => item.kind === 'line' && item.refused);
  const outcome = taken_ms !== undefined ? 'taken' : closed_us === undefined ? 'open' : 'refused';
  const { before, during } = lookupsOf(all, dialog);
  return {
    conn,
    from: client.host,
    to: server.host,
    outcome,
    ...(taken_ms === undefined ? {} : { taken_ms }),
    refusal: outcome === 'refused' && refusal?.kind === 'line' ? refusal.bytes.slice(0, 3) : '',
    tls,
    real_ms: ((closed_us ?? items.at(-1)?.at_us ?? opened_us) - opened_us) / 1000,
    questions: [...before, ...during].filter(isAsked).map(({ seq, host, name, type }) => ({ seq, host, name, type })),
  };
}

/** What a host remembers it doesn't ask. */
function isAsked({ outcome }: Lookup): boolean {
  return outcome?.cached !== true;
}

/** The host where the letter is after `count` legs. */
export function hostAfter(legs: readonly Leg[], count: number): HostName | undefined {
  const done = legs.slice(0, count).findLast((leg) => leg.outcome === 'taken');
  return done?.to ?? legs[0]?.from;
}

/** The hosts that had the letter after `count` legs, each with the time at which it took it. */
export function takenBy(legs: readonly Leg[], count: number): Map<HostName, number> {
  const taken = new Map<HostName, number>();
  for (const { to, taken_ms } of legs.slice(0, count)) if (taken_ms !== undefined) taken.set(to, taken_ms);
  return taken;
}

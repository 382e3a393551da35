// What faults did to a dialog: stamps on the lines that arrived changed or late, and remarks where nothing arrived.
// Counterpart: `fault.struck` of the contract; faults/ shows it. Rule: a stamp comes right before its line.

import type { FaultDeed, FaultStrike } from '../../contract/faults.ts';
import type { Seq, Side } from '../../contract/ids.ts';

export interface Strike extends Pick<FaultStrike, 'ms' | 'octet' | 'ciphertext'> {
  seq: Seq;
  rule: string;
  deed: FaultDeed;
  from?: Side;
  /** What never arrived, a password blanked; absent where it was bulk. */
  said?: string;
}

/** They are told of the next unit of their side. */
const STAMPS: ReadonlySet<FaultDeed> = new Set(['delayed', 'corrupted', 'answered', 'replaced', 'unheard']);
/** The line isn't what its speaker said. */
const CHANGES: ReadonlySet<FaultDeed> = new Set(['corrupted', 'answered', 'replaced']);

export const isStamp = ({ deed, ciphertext }: Strike) => STAMPS.has(deed) && ciphertext !== true;
export const isChange = ({ deed }: Pick<Strike, 'deed'>) => CHANGES.has(deed);

export function strikeOf(seq: Seq, { rule, deed, from, ms, octet, ciphertext, bytes, secret }: FaultStrike): Strike {
  const said = bytes === undefined ? undefined : secret ? blanked(bytes, secret) : bytes;
  return {
    ...{ seq, rule, deed },
    ...(from === undefined ? {} : { from }),
    ...(ms === undefined ? {} : { ms }),
    ...(octet === undefined ? {} : { octet }),
    ...(ciphertext === undefined ? {} : { ciphertext }),
    ...(said === undefined ? {} : { said: said.replace(/\r?\n$/, '') }),
  };
}

function blanked(bytes: string, { start, end }: { start: number; end: number }): string {
  return bytes.slice(0, start) + '*'.repeat(end - start) + bytes.slice(end);
}

// A run played again beside itself, in an engine of its own, as it was or with one change. Counterpart: engine/replay/
// plays it, renderer/compare/ lays two of them side by side. Rule: exactly one change, so that whatever differs comes of it.

import { z } from './schema.ts';

const seq = z.int().min(1);
const octets = z.string().max(1_000_000);

export const changeSchema = z.discriminatedUnion('kind', [
  /** Other words of a person: what was typed at a door or in a shell, or what went out for a held line. `input` is its event. */
  z.strictObject({ kind: z.literal('said'), input: seq, instead: octets }),
  /** Something that was done isn't: an input. A held line that was edited goes on as it was. */
  z.strictObject({ kind: z.literal('undone'), input: seq }),
  /** A line that nobody touched arrives with other octets, one character each. `line` is its event on the wire. */
  z.strictObject({ kind: z.literal('wire'), line: seq, instead: octets }),
  /** A setting of a host is another one from right after event `after` on; as `config.patch`. */
  z.strictObject({
    kind: z.literal('set'),
    after: z.int().min(0),
    host: z.string().max(253),
    path: z.string().max(1000),
    value: z.unknown().optional(),
  }),
]);
export type Change = z.output<typeof changeSchema>;

export interface RerunStatus {
  state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Between 0 and 1. */
  share: number;
  /** Counts what there was to tell: ask with it to hear what comes next. */
  news: number;
  /** Why it failed: what to do about it, as a sentence. */
  detail?: string;
}

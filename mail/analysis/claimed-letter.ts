// A letter that somebody pasted, as far as it can be read without believing it: its fields, the hops that they claim, who
// claims to have written which. Counterpart: contract/fold/ knows the same of the lab's letters because it saw it happen.
// Rule: nothing here is a fact; whatever the octets, it reads what it can and throws nothing.

import { type ByteString } from '../bytes.ts';
import { type Field, splitMessage } from '../fields.ts';
import { ANALYSIS_LIMITS } from '../limits.ts';
import { type Hop, readHops } from './hops.ts';
import { type LetterKind, kindsOf } from './kinds.ts';
import { writersOf } from './writers.ts';

export interface ClaimedLetter {
  /** In the letter's order. A line that is no field has an empty name. */
  fields: readonly Field[];
  /** From the reader's end, as they stand. */
  hops: readonly Hop[];
  /** For every field the hop whose server claims to have added it; undefined: who sent the letter. */
  writers: readonly (number | undefined)[];
  /** What its fields say that it is. */
  kinds: readonly LetterKind[];
}

export function readClaimedLetter(text: ByteString): ClaimedLetter {
  const fields = readFields(text.slice(0, ANALYSIS_LIMITS.headerOctets));
  const hops = readHops(fields);
  return { fields, hops, writers: writersOf(fields, hops), kinds: kindsOf(fields) };
}

/** The fields, also behind a line that is none: a server would end the header there, a reader wants to see the rest. */
function readFields(header: ByteString): Field[] {
  const fields: Field[] = [];
  let rest = header;
  for (let stray = 0; stray <= ANALYSIS_LIMITS.strayLines; stray += 1) {
    const { fields: read, separator, body } = splitMessage(rest);
    fields.push(...read);
    const end = body.indexOf('\n') + 1;
    if (separator !== '' || end === 0 || fields.length === 0) break;
    const line = body.slice(0, end);
    fields.push({ name: '', raw: line, value: line.trimEnd() });
    rest = body.slice(end);
  }
  // Lines that nothing follows were the body after all.
  while (fields.at(-1)?.name === '') fields.pop();
  return fields.slice(0, ANALYSIS_LIMITS.fields);
}

/** Indices of the fields of a name, in their order. */
export function indicesOf({ fields }: Pick<ClaimedLetter, 'fields'>, name: string): number[] {
  const wanted = name.toLowerCase();
  return fields.flatMap((field, index) => (field.name.toLowerCase() === wanted ? [index] : []));
}

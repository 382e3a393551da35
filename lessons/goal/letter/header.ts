// header: tests on fields of a letter by name, on the first of each name. Counterpart: standing, which asks who wrote it.
//   header: { mailbox: bob@harbor.example, is: { To: { lacks: bob@harbor.example }, Date: { absent: true } } }

import { z } from '../../../contract/schema.ts';
import { splitMessage } from '../../../mail/fields.ts';
import type { FieldFacts } from '../../book/sighting.ts';
import type { Reason } from '../matcher.ts';
import { failure, valueTestSchema } from '../value.ts';
import { defineLetterTest, fieldsOf } from './letter-test.ts';

const schema = z.record(
  z.string().min(1).max(80),
  z.union([valueTestSchema, z.strictObject({ count: z.int().min(0) })]),
);

export const headerTest = defineLetterTest<z.output<typeof schema>>({
  name: 'header',
  schema,
  reads: [],
  failing(letter, copy, spec) {
    const fields = fieldsOf(letter, copy);
    for (const [name, test] of Object.entries(spec)) {
      const named = fieldsNamed(fields, name);
      if (typeof test === 'object' && 'count' in test) {
        if (named.length === test.count) continue;
        return { key: 'header.count', params: { name, seen: named.length, wanted: test.count } } satisfies Reason;
      }
      const why = failure(valueOf(named[0]), test, `${name}:`);
      if (why) return why;
    }
    return undefined;
  },
});

export function fieldsNamed(fields: readonly FieldFacts[], name: string): FieldFacts[] {
  return fields.filter((field) => field.name.toLowerCase() === name.toLowerCase());
}

/** A field's body, unfolded. */
export function valueOf(field: FieldFacts | undefined): string | undefined {
  return field && (splitMessage(field.raw).fields[0]?.value ?? '');
}

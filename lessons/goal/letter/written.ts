// written: how many fields the client itself wrote, of all or of one name. Counterpart: header, which sees all fields.
//   written: { is: { count: 0 } }

import { z } from '../../../contract/schema.ts';
import { passes, valueTestSchema } from '../value.ts';
import { defineLetterTest } from './letter-test.ts';
import { fieldsNamed } from './header.ts';

const schema = z.strictObject({ count: valueTestSchema, name: z.string().max(80).optional() });
type Spec = z.output<typeof schema>;

export const writtenTest = defineLetterTest<Spec>({
  name: 'written',
  schema: schema as unknown as z.ZodType<Spec>,
  reads: [],
  failing(letter, _copy, { count, name }) {
    const written = letter.written.flatMap((id) => letter.fields[id] ?? []);
    const seen = (name === undefined ? written : fieldsNamed(written, name)).length;
    return passes(seen, count) ? undefined : { key: 'written.count', params: { seen, name: name ?? '' } };
  },
});

// envelope: the reverse path and the recipients with which a letter entered the lab. Counterpart: header, the letter's own
// words. (RFC 5321 section 2.3.1 has the two kept apart.)
//   envelope: { is: { from: '', to: { contains: bob } } }

import { z } from '../../../contract/schema.ts';
import { failure, valueTestSchema } from '../value.ts';
import { defineLetterTest } from './letter-test.ts';

const schema = z.strictObject({ from: valueTestSchema.optional(), to: valueTestSchema.optional() });
type Spec = z.output<typeof schema>;

export const envelopeTest = defineLetterTest<Spec>({
  name: 'envelope',
  schema: schema as unknown as z.ZodType<Spec>,
  reads: [],
  failing: ({ reversePath, recipients }, _copy, { from, to }) =>
    (from === undefined ? undefined : failure(reversePath, from, 'MAIL FROM')) ??
    (to === undefined ? undefined : failure(recipients, to, 'RCPT TO')),
});

// wire: what crossed a wire between DATA and its end, as it was said: dots doubled. Counterpart: stored.
//   wire: { by: visitor.example, is: { line: '..' } }

import { z } from '../../../contract/schema.ts';
import { defineLetterTest } from './letter-test.ts';
import { failingText, textShape } from './text.ts';

const schema = z.strictObject({
  ...textShape,
  /** The server that it went to; the first wire when left out. */
  to: z.string().max(253).optional(),
});
type Spec = z.output<typeof schema>;

export const wireTest = defineLetterTest<Spec>({
  name: 'wire',
  schema: schema as unknown as z.ZodType<Spec>,
  reads: ['wire'],
  failing(letter, _copy, { to, ...spec }) {
    const wire = letter.wires.find((one) => to === undefined || one.server === to);
    return wire?.bytes === undefined ? { key: 'text.reading', params: {} } : failingText(wire.bytes, spec);
  },
});

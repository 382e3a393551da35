// stored: what the letter is in the mailbox, after dots were taken off and trace fields put on. Counterpart: wire.
//   stored: { mailbox: bob@harbor.example, is: { line: '.' } }

import { z } from '../../../contract/schema.ts';
import { splitMessage } from '../../../mail/fields.ts';
import { failure, valueTestSchema } from '../value.ts';
import { defineLetterTest } from './letter-test.ts';
import { failingText, textShape } from './text.ts';

const schema = z.strictObject({
  ...textShape,
  /** A test on everything after the blank line. */
  body: valueTestSchema.optional(),
});
type Spec = z.output<typeof schema>;

export const storedTest = defineLetterTest<Spec>({
  name: 'stored',
  schema: schema as unknown as z.ZodType<Spec>,
  reads: ['stored'],
  failing(letter, copy, { body, ...spec }) {
    const bytes = (copy ?? letter.copies.at(-1))?.bytes;
    if (bytes === undefined) return { key: 'text.reading', params: {} };
    const text = splitMessage(bytes).body.replace(/(\r\n)+$/, '');
    return failingText(bytes, spec) ?? (body === undefined ? undefined : failure(text, body, 'body'));
  },
});

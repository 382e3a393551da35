// shown: a field as a mail program shows it, encoded words decoded (RFC 2047). Counterpart: header, the field as written.
//   shown: { mailbox: bob@harbor.example, is: { Subject: Grüße } }

import { z } from '../../../contract/schema.ts';
import { decodeWords } from '../../../mail/words.ts';
import { failure, type ValueTest, valueTestSchema } from '../value.ts';
import { fieldsNamed, valueOf } from './header.ts';
import { defineLetterTest, fieldsOf } from './letter-test.ts';

export const shownTest = defineLetterTest<Record<string, ValueTest>>({
  name: 'shown',
  schema: z.record(z.string().min(1).max(80), valueTestSchema) as unknown as z.ZodType<Record<string, ValueTest>>,
  reads: [],
  failing(letter, copy, spec) {
    const fields = fieldsOf(letter, copy);
    for (const [name, test] of Object.entries(spec)) {
      const value = valueOf(fieldsNamed(fields, name)[0]);
      const why = failure(value && decodeWords(value).trim(), test, `${name}:`);
      if (why) return why;
    }
    return undefined;
  },
});

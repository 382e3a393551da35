// standing: how far a field can be believed, and who wrote it. Counterpart: the engine's provenance; nothing is parsed.
//   standing: { mailbox: bob@harbor.example, is: { field: Received, host: mx1.harbor.example, standing: witnessed } }

import type { Standing } from '../../../contract/events.ts';
import { z } from '../../../contract/schema.ts';
import { defineLetterTest, fieldsOf } from './letter-test.ts';
import { fieldsNamed, valueOf } from './header.ts';
import type { SayParam } from '../../text/say.ts';
import { passes, valueTestSchema } from '../value.ts';

const schema = z.strictObject({
  field: z.string().min(1).max(80),
  standing: z.enum(['witnessed', 'verified', 'claimed']),
  host: z.string().max(253).optional(),
  value: valueTestSchema.optional(),
});

export const standingTest = defineLetterTest<z.output<typeof schema>>({
  name: 'standing',
  schema: schema as unknown as z.ZodType<z.output<typeof schema>>,
  reads: [],
  failing(letter, copy, { field: name, standing, host, value }) {
    const named = fieldsNamed(fieldsOf(letter, copy), name);
    const [first] = named;
    if (!first) return { key: 'value.missing', params: { what: `${name}:` } };
    const hit = named.some(
      (one) => one.standing === standing && (host === undefined || one.host === host) && passes(valueOf(one), value),
    );
    const words = { standing: wordFor(first.standing), wanted: wordFor(standing) };
    return hit ? undefined : { key: 'standing.otherwise', params: { name, host: first.host, ...words } };
  },
});

const wordFor = (standing: Standing): SayParam => ({ names: `standing.is.${standing}` });

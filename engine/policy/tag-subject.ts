// Marks the subject of letters from outside, `[EXTERN] ...`, as many firms do. Counterpart: letter-changes.ts. Rule: the
// first Subject only, once; the field keeps its place, and a signature made before doesn't survive it.

import { z } from '../../contract/schema.ts';
import { foldField } from '../../mail/fields.ts';
import { placement } from './placement.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const tagSubject = definePolicy({
  name: 'tag-subject',
  rfc: 'RFC 5321 section 6.4',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    placement,
    tag: z
      .string()
      .min(1)
      .max(40)
      .regex(/^[\x21-\x7e]+$/, 'must be one word of ASCII')
      .default('[EXTERN]'),
  }),
  stages: {
    message({ message }, { settings: { enabled, tag } }) {
      if (!enabled || !message) return CONTINUE;
      const [subject] = message.fieldsNamed('Subject');
      if (subject?.value.includes(tag))
        return { ...CONTINUE, reasons: [{ code: 'tagSubject.there', params: { tag } }] };
      const is = foldField('Subject', `${tag} ${subject?.value ?? ''}`.trimEnd());
      const change = subject ? { replaces: [{ was: subject.raw, is }] } : { fields: [is] };
      return { ...CONTINUE, ...change, reasons: [{ code: 'tagSubject.marked', params: { tag } }] };
    },
  },
});

// Writes lines below the text of each letter, as firms and virus scanners do. Counterpart: letter-changes.ts. Rule: plain
// text that isn't encoded only, since anything else would have to be taken apart and built anew; a signature made before
// doesn't survive it, which the reasons say.

import { z } from '../../contract/schema.ts';
import { placement } from './placement.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const footer = definePolicy({
  name: 'footer',
  rfc: 'RFC 5321 section 6.4',
  clients: 'everybody',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    placement,
    text: z
      .string()
      .max(500)
      .regex(/^[\x20-\x7e\n]*$/, 'must be plain ASCII')
      .default('Checked by the mail server. No virus was looked for.')
      .meta({ lines: true }),
  }),
  stages: {
    message({ message }, { settings: { enabled, text } }) {
      if (!enabled || !message || text === '') return CONTINUE;
      const { type, subtype, encoding } = message.mime;
      if (type !== 'text' || subtype !== 'plain' || encoding === 'base64' || encoding === 'quoted-printable') {
        return { ...CONTINUE, reasons: [{ code: 'footer.not', params: { type: `${type}/${subtype}`, encoding } }] };
      }
      const { body } = message;
      const below = ['-- ', ...text.split('\n')].map((line) => `${line}\r\n`).join('');
      const grown = `${body}${body === '' || body.endsWith('\r\n') ? '' : '\r\n'}${below}`;
      const signatures = message.fieldsNamed('DKIM-Signature').length;
      const params = { octets: below.length, signatures };
      return { ...CONTINUE, body: grown, reasons: [{ code: 'footer.added', params }] };
    },
  },
});

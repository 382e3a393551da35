// Header and body checks (Postfix: header_checks, body_checks): patterns that a letter is compared with, field by field
// and line by line. Counterpart: content-table.ts reads the rows. Rule: what is compared is what is on the wire; a word
// in base64 isn't seen, which is why nobody fights spam with this alone.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { type ByteString, toByteString } from '../../mail/bytes.ts';
import type { Message } from '../../mail/message.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { type ContentRow, ContentTableError, firstMatch, readContentTable } from './content-table.ts';
import { POLICY_LIMITS } from './limits.ts';
import { placement } from './placement.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

const table = z
  .string()
  .max(POLICY_LIMITS.tableOctets)
  .superRefine((text, context) => {
    try {
      readContentTable(text);
    } catch (error) {
      if (!(error instanceof ContentTableError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  })
  .meta({ lines: true });

export const contentChecks = definePolicy({
  name: 'content-checks',
  rfc: 'RFC 5321 section 7.9',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    placement,
    header: table.default('/^Subject: .*lottery/ REJECT No lotteries here'),
    body: table.default(''),
  }),
  stages: {
    header({ message }, { settings }) {
      if (!settings.enabled || !message) return CONTINUE;
      const found = firstMatch(rowsOf(settings.header), comparedFields(message));
      return found ? conclude('header', found) : CONTINUE;
    },
    message({ message }, { settings }) {
      if (!settings.enabled || !message) return CONTINUE;
      const body = toByteString(message.octets.subarray(message.bodyAt, message.bodyAt + POLICY_LIMITS.bodyOctets));
      const inBody = firstMatch(rowsOf(settings.body), body.split(/\r?\n/));
      if (inBody) return conclude('body', inBody);
      const params = { fields: message.fields.length };
      return { verdict: 'continue', reasons: [{ code: 'content.nothing', params }] };
    },
  },
});

/** As many as there are in the octets that patterns may see. */
function comparedFields({ fields }: Message): ByteString[] {
  let octets = 0;
  return fields
    .filter(({ raw }) => (octets += raw.length) - raw.length < POLICY_LIMITS.bodyOctets)
    .map(({ name, value }) => `${name}: ${value}`);
}

/** Tables as they were last read: the same for every letter until somebody changes them. */
const read = new Map<string, ContentRow[]>();

function rowsOf(text: string): ContentRow[] {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= POLICY_LIMITS.keptTables) read.clear();
  const rows = readContentTable(text);
  read.set(text, rows);
  return rows;
}

function conclude(where: 'header' | 'body', { row, line }: { row: ContentRow; line: ByteString }): Decision {
  const params = { line: line.slice(0, POLICY_LIMITS.shownCharacters), pattern: row.written, action: row.action };
  const reasons: Reason[] = [{ code: `content.${where}`, params }];
  const otherwise: Reason[] = [{ code: `content.${where}`, params }];
  switch (row.action) {
    case 'REJECT': {
      const reply = REPLIES.contentRejected(row.text === '' ? 'message content rejected' : row.text);
      return { verdict: 'reject', reply, reasons, otherwise };
    }
    case 'DISCARD':
      return { verdict: 'discard', reasons, otherwise };
    case 'HOLD':
      return { verdict: 'quarantine', reasons, otherwise };
    case 'WARN':
    case 'DUNNO':
      return { verdict: 'continue', reasons };
  }
}

// vacation [DAYS]: tells whoever writes that nobody is there, once a week. Rule: RFC 3834; never an answer to nobody, to
// a list, to another machine, or to a letter that doesn't name its reader: two of these would talk for ever.

import { addressKey } from '../../../mail/address.ts';
import { isFromMachine } from '../../../mail/auto-answer.ts';
import { formatDate } from '../../../mail/date.ts';
import { type Field, fieldsNamed, firstValue } from '../../../mail/fields.ts';
import { parseMailboxes } from '../../../mail/mailboxes.ts';
import type { LocalProgram } from './program.ts';

const DAY_MS = 86_400_000;

export const vacation: LocalProgram = {
  name: 'vacation',
  run({ words, recipient, reversePath, fields, now_ms, memory }) {
    const days = words.map(Number).find((one) => Number.isInteger(one) && one > 0 && one <= 365) ?? 7;
    const known = `vacation ${addressKey(recipient)} ${addressKey(reversePath)}`;
    if (isFromMachine(reversePath, fields) || !isNamed(recipient, fields) || memory.get(known) !== undefined) {
      return { status: 0 };
    }
    memory.set(known, now_ms, now_ms + days * DAY_MS);
    const subject = (firstValue(fields, 'Subject') ?? 'your letter').slice(0, 200);
    const about = firstValue(fields, 'Message-ID')?.slice(0, 250);
    const header = [
      `From: ${recipient}`,
      `To: ${reversePath}`,
      `Subject: Away: ${subject}`,
      `Date: ${formatDate(now_ms)}`,
      ...(about === undefined ? [] : [`In-Reply-To: ${about}`, `References: ${about}`]),
      'Auto-Submitted: auto-replied',
    ].map((line) => line.replace(/[\r\n]+/g, ' '));
    const text = `${recipient} is away and will read your letter later.`;
    return { status: 0, answer: { to: reversePath, letter: `${header.join('\r\n')}\r\n\r\n${text}\r\n` } };
  },
};

function isNamed(recipient: string, fields: readonly Field[]): boolean {
  return [...fieldsNamed(fields, 'To'), ...fieldsNamed(fields, 'Cc')].some(({ value }) =>
    parseMailboxes(value).some(({ address }) => addressKey(address) === addressKey(recipient)),
  );
}

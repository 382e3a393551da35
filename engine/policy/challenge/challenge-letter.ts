// The letter that asks an unknown sender to show that a person wrote. Counterpart: ../challenge.ts sends it and reads the
// answer. Rule: nothing of the other's letter goes into it but what it is about, or it would carry spam to whoever was
// forged; an answer finds its way by the address or by the subject.

import { splitAddress } from '../../../mail/address.ts';
import type { ByteString } from '../../../mail/bytes.ts';
import { formatDate } from '../../../mail/date.ts';
import { type Field, firstValue, foldField } from '../../../mail/fields.ts';

export interface Challenge {
  mailbox: string;
  to: string;
  token: string;
  /** Between a mailbox and its extension; '' when the host has none. */
  delimiter: string;
  now_ms: number;
  /** Says that a machine wrote it (RFC 3834 section 3.1.7). */
  isMarked: boolean;
}

const ADDRESS_MARK = 'confirm-';

export function challengeLetter(challenge: Challenge, about: readonly Field[]): ByteString {
  const { mailbox, to, token, delimiter, now_ms, isMarked } = challenge;
  const parts = splitAddress(mailbox);
  const answers =
    parts && delimiter !== '' ? `${parts.localPart}${delimiter}${ADDRESS_MARK}${token}@${parts.domain}` : '';
  const id = firstValue(about, 'Message-ID')?.slice(0, 250);
  const fields = [
    foldField('From', mailbox),
    foldField('To', to),
    ...(answers === '' ? [] : [foldField('Reply-To', answers)]),
    foldField('Subject', `Please confirm your letter [confirm ${token}]`),
    foldField('Date', formatDate(now_ms)),
    ...(id === undefined ? [] : [foldField('In-Reply-To', id), foldField('References', id)]),
    ...(isMarked ? [foldField('Auto-Submitted', 'auto-replied')] : []),
  ];
  const text = [
    `Your letter to ${mailbox} is being kept back, because you have`,
    'not written there before. Answer this letter, leaving its subject as it is,',
    'and your letter is handed over.',
    '',
    'If you have not written at all, somebody has used your address. Then leave',
    'this letter alone.',
  ];
  return `${fields.join('')}\r\n${text.join('\r\n')}\r\n`;
}

/** The token that a letter answers with; undefined without one. */
export function answeredToken(recipient: string, delimiter: string, fields: readonly Field[]): string | undefined {
  const local = splitAddress(recipient)?.localPart ?? '';
  const at = delimiter === '' ? -1 : local.indexOf(`${delimiter}${ADDRESS_MARK}`);
  const byAddress = at < 0 ? '' : local.slice(at + delimiter.length + ADDRESS_MARK.length).toUpperCase();
  const bySubject = /\[confirm ([0-9A-Z]{1,40})\]/.exec(firstValue(fields, 'Subject') ?? '')?.[1];
  return /^[0-9A-Z]{1,40}$/.test(byAddress) ? byAddress : bySubject;
}

// What a sender wants to hear about a letter's fate: RET and ENVID on MAIL, NOTIFY and ORCPT on RCPT (RFC 3461).
// Counterpart: smtp/parameters.ts checks their grammar; dsn/report.ts writes the answer. Rule: kept as typed, in
// xtext, so that the next hop is told the same; decoded only where a person or a report reads it.

import type { ByteString } from '../bytes.ts';
import type { Parameter } from '../smtp/parameters.ts';

export const NOTIFY = ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY'] as const;
export type Notify = (typeof NOTIFY)[number];

/** For the whole letter. */
export interface LetterWishes {
  ret?: 'FULL' | 'HDRS';
  envid?: ByteString;
}

/** For one recipient. */
export interface RecipientWishes {
  notify?: Notify[];
  orcpt?: ByteString;
}

/** What a report can say of a recipient: RFC 3464 section 2.3.3. */
export type ReportAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** Reads RET and ENVID. The parameters are checked already. */
export function letterWishes(parameters: readonly Parameter[]): LetterWishes {
  const ret = valueOf(parameters, 'RET')?.toUpperCase();
  const envid = valueOf(parameters, 'ENVID');
  return {
    ...(ret === 'FULL' || ret === 'HDRS' ? { ret } : {}),
    ...(envid === undefined ? {} : { envid }),
  };
}

/** Reads NOTIFY and ORCPT. */
export function recipientWishes(parameters: readonly Parameter[]): RecipientWishes {
  const words = valueOf(parameters, 'NOTIFY')?.toUpperCase().split(',');
  const notify = NOTIFY.filter((word) => words?.includes(word));
  const orcpt = valueOf(parameters, 'ORCPT');
  return { ...(notify.length > 0 ? { notify } : {}), ...(orcpt === undefined ? {} : { orcpt }) };
}

/** The parameters that tell the next hop: `''`, or each with a space before it. */
export function letterParameters({ ret, envid }: LetterWishes): ByteString {
  return `${ret === undefined ? '' : ` RET=${ret}`}${envid === undefined ? '' : ` ENVID=${envid}`}`;
}

export function recipientParameters({ notify, orcpt }: RecipientWishes): ByteString {
  const wanted = notify === undefined || notify.length === 0 ? '' : ` NOTIFY=${notify.join(',')}`;
  return `${wanted}${orcpt === undefined ? '' : ` ORCPT=${orcpt}`}`;
}

/** Whether a recipient's fate is to be reported. Unasked, failures and delays are (RFC 3461 section 4.1). */
export function wantsReport(action: ReportAction, notify: readonly Notify[] | undefined): boolean {
  if (action === 'failed') return notify === undefined || notify.includes('FAILURE');
  if (action === 'delayed') return notify === undefined || notify.includes('DELAY');
  return notify?.includes('SUCCESS') ?? false;
}

/** xtext: RFC 3461 section 4. */
export function encodeXtext(text: ByteString): ByteString {
  return text.replace(/[^\x21-\x2a\x2c-\x3c\x3e-\x7e]/g, (octet) => {
    return `+${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Control characters come out as `?`: what is decoded goes into fields. */
export function decodeXtext(text: ByteString): ByteString {
  return text
    .replace(/\+([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/[^\x20-\x7e\x80-\xff]/g, '?');
}

function valueOf(parameters: readonly Parameter[], keyword: string): ByteString | undefined {
  return parameters.find((parameter) => parameter.keyword === keyword)?.value;
}

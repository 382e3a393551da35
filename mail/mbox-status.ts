// The fields in which mail programs note in a mailbox file what became of a letter. Counterpart: engine/store/mbox.ts.
// Rule: they are the store's and no part of the letter, so what a stranger sends under such a name is put away under
// another one (X-Original-...): nobody's letter comes as read because it says so, and every letter comes out as it went in.
//
//   X-IMAPbase: 1794000000 0000000018   uid validity and the last uid; in the first letter only
//   Status: RO                          R read, O old (no longer new to a mail program)
//   X-Status: AF                        A answered, F flagged, T draft, D deleted
//   X-Keywords: $Forwarded work
//   X-UID: 17

import type { ByteString } from './bytes.ts';

export interface MboxStatus {
  uid?: number;
  /** Letters of Status and X-Status together. */
  letters: string;
  keywords: string[];
  /** Of the mailbox. */
  base?: { validity: number; last: number };
}

const NAMES = 'Status|X-Status|X-Keywords|X-UID|X-IMAPbase';
const OWN = new RegExp(`^(${NAMES})[ \\t]*:(.*(?:\\n[ \\t].*)*)\\n`, 'gim');
const FOREIGN = new RegExp(`^(?=(?:X-Original-)*(?:${NAMES})[ \\t]*:)`, 'gim');
const PUT_AWAY = new RegExp(`^X-Original-(?=(?:X-Original-)*(?:${NAMES})[ \\t]*:)`, 'gim');

/** A letter's own header as it goes into the file; with LF line ends. */
export function putAwayStatus(header: ByteString): ByteString {
  return header.replace(FOREIGN, 'X-Original-');
}

/** A header in the file: what the store noted, and the letter's own. */
export function splitStatus(header: ByteString): { status: MboxStatus; own: ByteString } {
  const status: MboxStatus = { letters: '', keywords: [] };
  const rest = header.replace(OWN, (_field, name: string, value: string) => {
    note(status, name.toLowerCase(), value.trim());
    return '';
  });
  return { status, own: rest.replace(PUT_AWAY, '') };
}

/** The fields with which the header ends. */
export function formatStatus({ uid, letters, keywords, base }: MboxStatus): ByteString {
  const of = (known: string): string => known.replace(/./g, (letter) => (letters.includes(letter) ? letter : ''));
  const last = String(base?.last ?? 0).padStart(10, '0');
  const fields = [
    base && `X-IMAPbase: ${base.validity} ${last}`,
    of('RO') && `Status: ${of('RO')}`,
    of('AFTD') && `X-Status: ${of('AFTD')}`,
    keywords.length > 0 && `X-Keywords: ${keywords.join(' ')}`,
    uid !== undefined && `X-UID: ${uid}`,
  ];
  return fields
    .filter(Boolean)
    .map((field) => `${field}\n`)
    .join('');
}

function note(status: MboxStatus, name: string, value: string): void {
  switch (name) {
    case 'status':
      status.letters += value.replace(/[^RO]/g, '');
      break;
    case 'x-status':
      status.letters += value.replace(/[^AFTD]/g, '');
      break;
    case 'x-keywords':
      status.keywords = value.split(/\s+/).filter(Boolean);
      break;
    case 'x-uid':
      if (/^\d{1,10}$/.test(value)) status.uid = Number(value);
      break;
    case 'x-imapbase': {
      // Some programs write the names of keywords behind the numbers.
      const [, validity, last] = /^(\d{1,10}) +(\d{1,10})\b/.exec(value) ?? [];
      if (validity !== undefined) status.base = { validity: Number(validity), last: Number(last) };
      break;
    }
  }
}

// What a header field is for, and where that is written. Counterpart: text/explain/fields.ts. Rule: one entry a field;
// names compare without regard to case.

import { type Said, said } from './explanation.ts';

const FIELDS = {
  Received: 'RFC 5321 §4.4',
  'Return-Path': 'RFC 5321 §4.4',
  'Delivered-To': 'RFC 9228',
  'X-Original-To': '',
  From: 'RFC 5322 §3.6.2',
  Sender: 'RFC 5322 §3.6.2',
  'Reply-To': 'RFC 5322 §3.6.2',
  To: 'RFC 5322 §3.6.3',
  Cc: 'RFC 5322 §3.6.3',
  Bcc: 'RFC 5322 §3.6.3',
  Subject: 'RFC 5322 §3.6.5',
  Date: 'RFC 5322 §3.6.1',
  'Message-ID': 'RFC 5322 §3.6.4',
  'In-Reply-To': 'RFC 5322 §3.6.4',
  References: 'RFC 5322 §3.6.4',
  'MIME-Version': 'RFC 2045 §4',
  'Content-Type': 'RFC 2045 §5',
  'Content-Transfer-Encoding': 'RFC 2045 §6',
  'Content-Disposition': 'RFC 2183',
  'Authentication-Results': 'RFC 8601',
  'DKIM-Signature': 'RFC 6376 §3.5',
  'Received-SPF': 'RFC 7208 §9.1',
  'ARC-Seal': 'RFC 8617 §4.1.3',
  'ARC-Message-Signature': 'RFC 8617 §4.1.2',
  'ARC-Authentication-Results': 'RFC 8617 §4.1.1',
  'X-Spam-Flag': '',
  'List-Id': 'RFC 2919',
  'List-Unsubscribe': 'RFC 2369',
  'Auto-Submitted': 'RFC 3834 §5',
  Precedence: '',
} as const;
type Known = keyof typeof FIELDS;

export const KNOWN_FIELDS: readonly string[] = Object.keys(FIELDS);

const BY_NAME = new Map<string, Known>((Object.keys(FIELDS) as Known[]).map((name) => [name.toLowerCase(), name]));

export function explainField(name: string): { meaning: Said; rfc: string } {
  const known = BY_NAME.get(name.trim().toLowerCase());
  if (known !== undefined) return { meaning: said(`field.${known}`), rfc: FIELDS[known] };
  return { meaning: said(/^x-/i.test(name) ? 'field.X' : 'field.other'), rfc: '' };
}

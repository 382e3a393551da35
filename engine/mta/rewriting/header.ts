// The addresses in a letter's own fields, rewritten where they stand. Counterpart: envelope.ts; mail/mailboxes.ts finds
// them. Rule: nothing but the addresses changes in a field, so names, comments and folding stay as their author wrote
// them (Postfix lays the field out anew); a letter of a client that may not send anywhere is left alone, as in Postfix.

import type { ByteString } from '../../../mail/bytes.ts';
import { addressSpans } from '../../../mail/mailboxes.ts';
import type { Scope } from '../../scope.ts';
import type { HeaderHistory } from '../provenance.ts';
import type { TellStep } from './envelope.ts';
import { type Step, resultOf } from './steps.ts';

const SENDERS = ['from', 'sender', 'reply-to', 'return-path', 'errors-to'];
const RECIPIENTS = ['to', 'cc', 'bcc', 'apparently-to'];
/** RFC 5322 section 3.6.6: the same once more for whoever sent it on. */
const RESENT = /^resent-/;

export type HeaderSteps = (address: string, role: 'sender' | 'recipient') => Step[];

/** Changes the header in place; each change is two events: the step, and the field that came of it. */
export function rewriteHeader(header: HeaderHistory, steps: HeaderSteps, tell: TellStep, by: Scope): void {
  for (const [at, { raw }] of header.fields.entries()) {
    const role = roleOf(raw);
    if (!role) continue;
    let cause: number | undefined;
    const changed = rewriteField(raw, (address) => {
      const made = steps(address, role);
      const place = nameOf(raw);
      for (const { after, ...step } of made) cause = tell({ ...step, after: [after], place });
      return resultOf(address, made);
    });
    if (changed !== raw) header.change(at, changed, 'claimed', by, cause);
  }
}

/** A raw field with other addresses in it. */
export function rewriteField(raw: ByteString, change: (address: ByteString) => ByteString): ByteString {
  const start = raw.indexOf(':') + 1;
  const value = raw.slice(start);
  let written = raw.slice(0, start);
  let done = 0;
  for (const { address, at, end } of addressSpans(value)) {
    const after = change(address);
    if (after === address) continue;
    written += value.slice(done, at) + after;
    done = end;
  }
  return done === 0 ? raw : written + value.slice(done);
}

function roleOf(raw: ByteString): 'sender' | 'recipient' | undefined {
  const name = nameOf(raw).toLowerCase().replace(RESENT, '');
  if (SENDERS.includes(name)) return 'sender';
  return RECIPIENTS.includes(name) ? 'recipient' : undefined;
}

const nameOf = (raw: ByteString): string => raw.slice(0, Math.max(0, raw.indexOf(':'))).trim();

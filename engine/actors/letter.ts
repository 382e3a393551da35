// The octets of an actor's letter. Counterpart: mua.ts writes those of people. Rule: plain ASCII, as an actor gives it;
// the same letter, octet for octet, at each try.

import { formatDate } from '../../mail/date.ts';
import type { Written } from './actor.ts';

export function letterOctets({ fields, text }: Written, messageId: string, now_ms: number): Uint8Array {
  const header = [
    ...fields,
    ['Date', formatDate(now_ms)],
    ['Message-ID', messageId],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=us-ascii'],
  ].map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...header, '', ...text, ''].join('\r\n'), 'latin1');
}

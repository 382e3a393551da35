// What any item of a dialog means. Counterpart: one file a protocol; text/explain/ has the words. Rule: a new protocol
// is a file and a line here; whatever the octets, there is an explanation.

import { assertNever } from '../../contract/assert-never.ts';
import type { Dialog, DialogBulk, DialogItem, DialogTls } from '../store/dialog.ts';
import { type Explanation, partsOf, type PlacedLine, said } from './explanation.ts';
import { explainImap } from './imap.ts';
import { placeOf } from './place.ts';
import { explainPop3 } from './pop3.ts';
import { explainSmtpReply } from './smtp-reply.ts';
import { explainSmtpCommand } from './smtp.ts';

/** One item of `dialog`. `answers`: the seq of the client's line that it answers. */
export function explainItem(dialog: Dialog, item: DialogItem): Explanation & { answers?: number } {
  switch (item.kind) {
    case 'line': {
      const place = placeOf(dialog, item);
      const { answers } = place;
      return { ...explainLine(place), ...(answers === undefined ? {} : { answers }) };
    }
    case 'tls':
      return explainTls(dialog, item);
    case 'bulk':
      return explainBulk(dialog, item);
    default:
      return assertNever(item);
  }
}

export function explainLine(line: PlacedLine): Explanation {
  switch (line.protocol) {
    case 'smtp':
    case 'submission':
    case 'lmtp':
      return line.from === 'client' ? explainSmtpCommand(line) : explainSmtpReply(line);
    case 'pop3':
      return explainPop3(line);
    case 'imap':
      return explainImap(line);
    case 'raw':
      return { name: said('explain.raw'), meaning: [said('explain.raw.is')], parts: [], rfc: '' };
    default:
      return assertNever(line.protocol);
  }
}

function explainTls({ items }: Dialog, { version, cipher, servername, seq }: DialogTls): Explanation {
  const parts = partsOf(
    { text: version, name: said('tls.part.version') },
    { text: cipher, name: said('tls.part.cipher') },
    { text: servername ?? '', name: said('tls.part.servername') },
  );
  // TLS from the first octet has nothing to forget.
  const isUpgrade = items.some((one) => one.kind === 'line' && one.seq < seq);
  const meaning = [said('tls.start.is'), ...(isUpgrade ? [said('tls.start.forget')] : [])];
  return { name: said('tls.start'), meaning, parts, rfc: isUpgrade ? 'RFC 3207 §4.2' : 'RFC 8314 §3' };
}

const BULK_RFC = { literal: 'RFC 9051 §4.3', multiline: 'RFC 1939 §3', raw: '', line: 'RFC 5321 §4.5.3.1' } as const;

function explainBulk({ protocol }: Dialog, { content }: DialogBulk): Explanation {
  if (content === 'mailData') {
    const meaning = [said('data.letter.is'), ...(protocol === 'smtp' ? [said('data.letter.unread')] : [])];
    return { name: said('data.letter'), meaning, parts: [], rfc: 'RFC 5321 §4.5.2' };
  }
  return {
    name: said(`data.${content}`),
    meaning: [said(`data.${content}.is`)],
    parts: [],
    rfc: BULK_RFC[content],
  };
}

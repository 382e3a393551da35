// A reply as events carry it. Counterpart: mail/smtp/replies.ts, which writes it for the wire.

import type { ReplyText } from '../../contract/events.ts';
import type { Reply } from '../../mail/smtp/replies.ts';

export function replyText(reply: Reply): ReplyText {
  const text = typeof reply.text === 'string' ? reply.text : reply.text.join('\n');
  return { code: reply.code, text, ...(reply.enhanced === undefined ? {} : { enhanced: reply.enhanced }) };
}

// DATA (RFC 5321 section 4.1.1.4): from here to the lone dot everything is the letter.

import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';

export const data = handles(['DATA'], (session) => {
  if (!session.transaction) return { reply: REPLIES.needRcpt };
  if (session.transaction.recipients.length === 0) return { reply: REPLIES.noValidRecipients };
  return { reply: REPLIES.dataGo, next: 'data' };
});

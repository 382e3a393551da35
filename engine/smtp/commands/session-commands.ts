// RSET, NOOP and QUIT (RFC 5321 sections 4.1.1.5, 4.1.1.9, 4.1.1.10): about the session itself.

import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';

export const rset = handles(['RSET'], (session) => {
  session.reset();
  return { reply: REPLIES.ok };
});

export const noop = handles(['NOOP'], () => ({ reply: REPLIES.ok }));

export const quit = handles(['QUIT'], () => ({ reply: REPLIES.bye, next: 'close' }));

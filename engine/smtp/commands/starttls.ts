// STARTTLS (RFC 3207): the promise to speak TLS next.

import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';

export const starttls = handles(['STARTTLS'], (session) => {
  if (session.listener.tls === 'none') return { reply: REPLIES.notImplemented };
  if (session.tls) return { reply: REPLIES.tlsActive };
  return { reply: REPLIES.startTls, next: 'tls' };
});

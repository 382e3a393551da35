// HELO, EHLO (RFC 5321 section 4.1.1.1) and LMTP's LHLO: who the client says it is. Nobody checks it here.

import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';
import { extensions } from '../extensions.ts';

export const helo = handles(['HELO', 'EHLO', 'LHLO'], async (session, command) => {
  const { verb, argument } = command;
  // EHLO in the middle of a transaction ends it, as RSET does (section 4.1.4).
  session.reset();
  session.helo = { verb, argument };
  session.conn.speaker('server').emit('smtp.helo', { verb, argument }, session.conn.last);
  const refusal = await session.decide('helo');
  if (refusal) return { reply: refusal };
  if (verb === 'HELO') return { reply: REPLIES.heloOk(session.hostName) };
  return { reply: REPLIES.ehloOk(session.hostName, extensions(session)) };
});

// MAIL FROM (RFC 5321 section 4.1.1.2): the reverse path, where bounces go.

import { letterWishes } from '../../../mail/dsn/wishes.ts';
import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';
import { isUndeclaredUtf8, parameterRefusal } from '../extensions.ts';
import { senderRefusal } from '../sender-owner.ts';

export const mail = handles(['MAIL'], async (session, command) => {
  const { address } = command.reversePath;
  const size = command.parameters.find((parameter) => parameter.keyword === 'SIZE')?.value;
  const early = parameterRefusal(session, command.parameters) ?? senderRefusal(session, address);
  if (early) return { reply: early };
  const international = command.parameters.some((parameter) => parameter.keyword === 'SMTPUTF8');
  if (isUndeclaredUtf8(address, international)) return { reply: REPLIES.needSmtpUtf8 };
  // RFC 1870 section 6.1: a declared size over the limit is refused before the data is sent.
  if (size !== undefined && Number(size) > session.agent.settings.messageSizeLimit) return { reply: REPLIES.tooBig };
  session.nameLetter();
  session.transaction = {
    reversePath: address,
    recipients: [],
    international,
    wishes: letterWishes(command.parameters),
    wanted: [],
    ...(size === undefined ? {} : { declaredSize: Number(size) }),
  };
  session.conn
    .speaker('server')
    .emit(
      'smtp.mail',
      { reversePath: address, ...(size === undefined ? {} : { size: Number(size) }) },
      session.conn.last,
    );
  const refusal = await session.decide('mail');
  if (!refusal) return { reply: REPLIES.mailOk };
  session.reset();
  return { reply: refusal };
});

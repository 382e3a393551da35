// VRFY, EXPN and HELP: off unless a host is set up otherwise, in the words of a Postfix that has them off
// (RFC 5321 section 7.3 says why a server may: they tell a spammer which addresses exist).

import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';

const NOT_RECOGNIZED = { reply: REPLIES.notRecognized };

export const vrfy = handles(['VRFY'], (session, { argument }) => {
  if (!session.agent.settings.smtp.vrfy) return { reply: REPLIES.vrfyDisabled };
  const address = argument.replace(/^<(.*)>$/, '$1');
  const permission = session.relayPermission;
  // 252: it would be taken, which is less than a promise that somebody reads it (section 3.5.3).
  return { reply: session.agent.refuseRecipient(address, permission !== undefined) ?? REPLIES.vrfyOk(address) };
});

export const expn = handles(['EXPN'], (session, { argument }) => {
  if (!session.agent.settings.smtp.expn) return NOT_RECOGNIZED;
  const destination = session.agent.destination(argument.replace(/^<(.*)>$/, '$1'));
  return {
    reply: destination.kind === 'alias' ? REPLIES.expnOk(...destination.targets) : REPLIES.noSuchList(argument),
  };
});

const HELP_TEXT = [
  'Commands: HELO EHLO MAIL RCPT DATA RSET NOOP QUIT VRFY EXPN HELP ETRN AUTH STARTTLS',
  'A letter: MAIL FROM:<you>, RCPT TO:<somebody>, DATA, header, empty line, text, a dot alone on its line.',
];

export const help = handles(['HELP'], (session) =>
  session.agent.settings.smtp.help ? { reply: REPLIES.help(...HELP_TEXT) } : NOT_RECOGNIZED,
);

export const bdat = handles(['BDAT'], () => NOT_RECOGNIZED);

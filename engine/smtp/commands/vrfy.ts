// VRFY, EXPN, HELP and ETRN: off, in the words of a Postfix that has them off (RFC 5321 section 7.3
// says why a server may: they tell a spammer which addresses exist).

import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';

export const vrfy = handles(['VRFY'], () => ({ reply: REPLIES.vrfyDisabled }));

export const unsupported = handles(['EXPN', 'HELP', 'BDAT'], () => ({ reply: REPLIES.notRecognized }));

export const etrn = handles(['ETRN'], (_session, command) => ({ reply: REPLIES.etrnUnavailable(command.argument) }));

// Every SMTP command the servers know. Adding one: a file, and a line here. AUTH is smtp-server's.

import type { SmtpCommand } from '../../../mail/smtp/command.ts';
import type { Handler } from '../command-handler.ts';
import { data } from './data.ts';
import { etrn } from './etrn.ts';
import { helo } from './helo.ts';
import { mail } from './mail.ts';
import { rcpt } from './rcpt.ts';
import { noop, quit, rset } from './session-commands.ts';
import { starttls } from './starttls.ts';
import { bdat, expn, help, vrfy } from './vrfy.ts';

export const COMMANDS: Readonly<Partial<Record<SmtpCommand['verb'], Handler>>> = {
  HELO: helo,
  EHLO: helo,
  LHLO: helo,
  MAIL: mail,
  RCPT: rcpt,
  DATA: data,
  RSET: rset,
  NOOP: noop,
  QUIT: quit,
  VRFY: vrfy,
  EXPN: expn,
  HELP: help,
  BDAT: bdat,
  ETRN: etrn,
  STARTTLS: starttls,
};

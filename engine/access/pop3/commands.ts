// Every POP3 command by its verb. Counterpart: states.ts says when each may come.
// Rule: a new command is a line here, a line there, and its function.

import { apop, auth, capa, pass, stls, user } from './authorization.ts';
import type { Pop3Command } from './session.ts';
import type { Pop3Verb } from '../../../mail/states/pop3.ts';
import { dele, list, noop, retr, rset, stat, top, uidl } from './transaction.ts';
import { quit } from './update.ts';

export const POP3_COMMANDS: Readonly<Record<Pop3Verb, Pop3Command>> = {
  APOP: apop,
  AUTH: auth,
  CAPA: capa,
  DELE: dele,
  LIST: list,
  NOOP: noop,
  PASS: pass,
  QUIT: quit,
  RETR: retr,
  RSET: rset,
  STAT: stat,
  STLS: stls,
  TOP: top,
  UIDL: uidl,
  USER: user,
};

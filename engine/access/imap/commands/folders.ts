// CREATE, DELETE and RENAME (RFC 3501 sections 6.3.3 to 6.3.5). Counterpart: list.ts. Rule: refused with the reason: a
// person of the lab has an INBOX and nothing else.

import { type ImapCommand, no } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const create = refuse('CREATE', 1);
export const remove = refuse('DELETE', 1);
export const rename = refuse('RENAME', 2);

function refuse(name: string, names: number): ImapCommand {
  return {
    name,
    states: AUTHENTICATED,
    run(_session, args) {
      for (let count = 0; count < names; count += 1) {
        args.space();
        args.astring();
      }
      args.end();
      return no('This server keeps an INBOX for each person and no other mailboxes.', 'CANNOT');
    },
  };
}

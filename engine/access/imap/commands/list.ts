// LIST and LSUB (RFC 3501 sections 6.3.8 and 6.3.9, RFC 3348, RFC 6154). Counterpart: ../folder-list.ts knows the lines.
// Rule: a name that only stands above others is listed too, and can't be selected.

import { type ImapCommand, ok } from '../command.ts';
import { DELIMITER } from '../../../store/folder-name.ts';
import { type Listed, listedNames, subscribedNames } from '../folder-list.ts';
import { listPattern } from '../list-pattern.ts';
import type { ImapSession } from '../session.ts';
import { AUTHENTICATED } from '../states.ts';
import { mailboxName } from '../write.ts';

export const list: ImapCommand = {
  name: 'LIST',
  states: AUTHENTICATED,
  run(session, args) {
    const { reference, pattern } = readWanted(args);
    // An empty pattern asks for the delimiter and the root.
    if (pattern === '') session.untagged(`LIST (\\Noselect) "${DELIMITER}" ""`);
    else tell(session, 'LIST', listedNames(session.account, listPattern(reference + pattern)));
    return ok('List completed.');
  },
};

export const lsub: ImapCommand = {
  name: 'LSUB',
  states: AUTHENTICATED,
  run(session, args) {
    const { reference, pattern } = readWanted(args);
    tell(session, 'LSUB', subscribedNames(session.account, listPattern(reference + pattern)));
    return ok('Lsub completed.');
  },
};

function readWanted(args: Parameters<ImapCommand['run']>[1]): { reference: string; pattern: string } {
  args.space();
  const reference = args.astring();
  args.space();
  const pattern = args.listMailbox();
  args.end();
  return { reference, pattern };
}

function tell(session: ImapSession, response: string, lines: readonly Listed[]): void {
  for (const { name, attributes } of lines) {
    session.untagged(`${response} (${attributes.join(' ')}) "${DELIMITER}" ${mailboxName(name)}`);
  }
}

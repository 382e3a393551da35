// LIST and LSUB (RFC 3501 sections 6.3.8 and 6.3.9). Counterpart: session.ts (INBOX). Rule: one mailbox, so one line or
// none; it is always subscribed.

import type { ByteString } from '../../../../mail/bytes.ts';
import { type ImapCommand, ok } from '../command.ts';
import { INBOX } from '../session.ts';
import { AUTHENTICATED } from '../states.ts';

export const DELIMITER = '/';

export const list = lister('LIST', 'List');
export const lsub = lister('LSUB', 'Lsub');

function lister(name: string, title: string): ImapCommand {
  return {
    name,
    states: AUTHENTICATED,
    run(session, args) {
      args.space();
      const reference = args.astring();
      args.space();
      const pattern = args.listMailbox();
      args.end();
      // An empty pattern asks for the delimiter and the root (RFC 3501 section 6.3.8).
      if (pattern === '' && name === 'LIST') session.untagged(`LIST (\\Noselect) "${DELIMITER}" ""`);
      else if (fits(INBOX, reference + pattern)) session.untagged(`${name} (\\HasNoChildren) "${DELIMITER}" ${INBOX}`);
      return ok(`${title} completed.`);
    },
  };
}

/** `*` stands for anything, `%` for anything on one level. */
function fits(name: string, pattern: ByteString): boolean {
  const wild = pattern.toUpperCase().replace(/[*%]+/g, (run) => (run.includes('*') ? '*' : '%'));
  // More letters than the name has can't fit, and what is left is too short to keep a regular expression busy.
  if (wild.replace(/[*%]/g, '').length > name.length) return false;
  const source = wild.replace(/[^A-Z0-9]/g, (character) => {
    if (character === '*') return '.*';
    return character === '%' ? `[^${DELIMITER}]*` : `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
  return new RegExp(`^${source}$`, 'u').test(name);
}

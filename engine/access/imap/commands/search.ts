// SEARCH and UID SEARCH (RFC 3501 section 6.4.4). Counterpart: ../search/. Rule: reads as few letters as the keys allow;
// words are compared as text, so the charset must be known.

import { decodeCharset } from '../../../../mail/charset.ts';
import { type ImapCommand, no, ok } from '../command.ts';
import { parseSearchKeys } from '../search/keys.ts';
import { matcher } from '../search/match.ts';
import { StoreError } from '../../../store/mailbox.ts';
import { unlessGone } from '../session.ts';
import { SELECTED } from '../states.ts';

const CHARSET = /CHARSET (?:"([^"]{1,40})"|([^\s"(){]{1,40})) /iy;
/** Told to a client that names another one; mail/charset.ts knows them. */
const CHARSETS = ['US-ASCII', 'UTF-8', 'ISO-8859-1', 'ISO-8859-15', 'WINDOWS-1252'];

export const search: ImapCommand = {
  name: 'SEARCH',
  states: SELECTED,
  uid: true,
  keepsNumbers: true,
  run(session, args, { uid }) {
    const { view } = session;
    args.space();
    const named = args.match(CHARSET);
    const charset = (named?.[1] ?? named?.[2] ?? 'UTF-8').toUpperCase();
    if (decodeCharset('', charset) === undefined) return no('Unknown charset.', `BADCHARSET (${CHARSETS.join(' ')})`);
    const key = parseSearchKeys(args, (octets) => decodeCharset(octets, charset) ?? octets);
    args.end();
    const fits = matcher(key, (ofUids) => view.highest(ofUids));
    const found: number[] = [];
    for (const numbered of view.all()) {
      const letter = view.letter(numbered.uid);
      if (!letter) continue;
      const load = () => {
        const loaded = session.load(numbered.uid);
        if (!loaded) throw new StoreError(`letter ${numbered.uid} is gone`);
        return loaded;
      };
      if (unlessGone(view, numbered.uid, () => fits({ numbered, letter, load })))
        found.push(uid ? numbered.uid : numbered.number);
    }
    session.untagged(['SEARCH', ...found].join(' '));
    return ok('Search completed.');
  },
};

// In which state a dialog is after a line. Counterpart: protocols.ts has the states. Rule: told from the lines alone, as
// somebody who listens would; what was dropped from a long dialog's beginning is taken for granted.

import type { Seq } from '../../contract/ids.ts';
import { VerbTracker } from '../../mail/verb-tracker.ts';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import type { Protocol } from './protocols.ts';

/** The state after `until`, or at the dialog's end. */
export function stateAt(dialog: Dialog, protocol: Protocol, until?: Seq): string {
  const isTagged = protocol.name === 'imap';
  let verbs = new VerbTracker(isTagged, true);
  let state = protocol.states[0] ?? '';
  for (const item of dialog.items) {
    if (item.kind === 'tls') {
      // With TLS from the first octet the greeting is still to come; after STARTTLS nothing is.
      verbs = new VerbTracker(isTagged, item === dialog.items[0]);
    } else {
      const text = item.kind === 'line' ? item.bytes : '';
      const secret = item.secret === undefined ? {} : { secret: item.secret };
      const verb = verbs.next(item.from, { kind: item.kind, text, ...secret });
      const answer = item.from === 'server' ? answerIn(text, protocol) : undefined;
      if (answer !== undefined) state = protocol.next(state, verb, answer);
    }
    if (item.seq === until) return state;
  }
  const isOver = dialog.closed_us !== undefined && isLast(dialog.items, until);
  return isOver ? (protocol.states.at(-1) ?? state) : state;
}

const isLast = (items: readonly DialogItem[], until: Seq | undefined) =>
  until === undefined || items.at(-1)?.seq === until;

/** Whether a reply's last line says yes; undefined where the answer isn't over, or is none. */
function answerIn(text: string, { name }: Protocol): boolean | undefined {
  if (name === 'pop3') return text.startsWith('+OK') ? true : text.startsWith('-ERR') ? false : undefined;
  if (name === 'imap') {
    const word = /^[^*+\s]\S* (OK|NO|BAD)\b/i.exec(text)?.[1];
    return word === undefined ? undefined : word.toUpperCase() === 'OK';
  }
  const code = /^([2-5])\d\d(?: |\r|$)/.exec(text)?.[1];
  // 334 asks for more (RFC 4954 section 4).
  return code === undefined || text.startsWith('334') ? undefined : code < '4';
}

// In which state a dialog is after a line. Counterpart: protocols.ts has the states. Rule: told from the lines alone, as
// somebody who listens would; what was dropped from a long dialog's beginning is taken for granted.

import type { Seq } from '../../contract/ids.ts';
import { answerClass, endsAnswer } from '../../mail/answer.ts';
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
      const answer = item.from === 'server' ? answerIn(text, protocol.name) : undefined;
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
function answerIn(text: string, name: Protocol['name']): boolean | undefined {
  const said = endsAnswer(text, name) ? answerClass(text, name) : 0;
  return said === 0 ? undefined : said < 4;
}

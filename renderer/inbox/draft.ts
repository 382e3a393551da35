// A letter begun elsewhere, for the form to go on with. Counterpart: write-form.tsx. Rule: an answer names the letter it
// answers, as RFC 5322 section 3.6.4 asks, and quotes it as people do.

import { parseMailboxes } from '../../mail/mailboxes.ts';
import type { ShownLetter } from './shown-letter.ts';

export interface Draft {
  from: string;
  to: string;
  subject: string;
  text: string;
  inReplyTo?: string;
  /** The letter in a mailbox that this one answers. */
  answers?: { address: string; uid: number };
}

const MESSAGE_ID = /^<[^<>\s]{1,900}>$/;

/** An answer to the letter `uid` of `address`, from the user who has it. */
export function answerTo(letter: ShownLetter, address: string, uid: number): Draft {
  const [sender] = parseMailboxes(letter.replyTo === '' ? letter.from : letter.replyTo);
  const quoted = letter.text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  return {
    from: address,
    to: sender?.address ?? '',
    subject: /^re:/i.test(letter.subject) ? letter.subject : `Re: ${letter.subject}`,
    text: `\n\n${quoted}\n`,
    answers: { address, uid },
    ...(MESSAGE_ID.test(letter.messageId) ? { inReplyTo: letter.messageId } : {}),
  };
}

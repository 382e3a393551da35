// How each protocol's commands and replies are told apart: which word is the command, where a reply ends, whether it was a
// yes. Counterpart: talks.ts asks; mail/answer.ts reads one line. Rule: one entry a protocol.

import { answerClass, endsAnswer } from '../../mail/answer.ts';

export type TalkProtocol = 'smtp' | 'pop3' | 'imap';

/** A command that waits, with what has come for it so far. */
export interface Asked {
  verb: string;
  line: string;
  replies: readonly string[];
}

interface Grammar {
  /** In capitals; '' where the line has none. */
  verbOf(line: string): string;
  /** The client's line goes on with the command that it said last, and begins none. */
  goesOn(asked: Asked | undefined, line: string): boolean;
  /** `text` is the last line of the reply to `asked`. */
  isLast(asked: Asked, text: string): boolean;
  /** 2 to 5 of a whole reply; 0 where it says nothing. */
  classOf(reply: string): number;
}

export const GRAMMARS: Readonly<Record<TalkProtocol, Grammar>> = {
  smtp: {
    // `Subject: x` is `SUBJECT`.
    verbOf: firstWord,
    goesOn: () => false,
    isLast: (_asked, text) => endsAnswer(text, 'smtp'),
    classOf: (reply) => answerClass(lastLine(reply), 'smtp'),
  },
  pop3: {
    verbOf: firstWord,
    goesOn: () => false,
    // A list ends with a dot; the letter that RETR brings is bulk, and the reply to it the line before (RFC 1939 section 3).
    isLast: (asked, text) => {
      if (!endsAnswer(text, 'pop3')) return false;
      return isListed(asked) && (asked.replies.length > 0 || answerClass(text, 'pop3') === 2) ? text === '.' : true;
    },
    classOf: (reply) => answerClass(reply, 'pop3'),
  },
  imap: {
    verbOf: imapVerb,
    // After a literal, after `+`, and DONE (RFC 9051 sections 4.3, 6.2.2 and 6.3.13).
    goesOn: (asked, line) =>
      asked !== undefined &&
      (/\{\d+\+?\}$/.test(asked.line) ||
        asked.verb === 'AUTHENTICATE' ||
        (asked.verb === 'IDLE' && /^done$/i.test(line))),
    isLast: ({ verb }, text) => verb === 'CONNECT' || endsAnswer(text, 'imap'),
    // As a greeting, BYE is a no (RFC 9051 section 7.1.5); as an answer it is none.
    classOf: (reply) => (/^\* BYE\b/i.test(lastLine(reply)) ? 5 : answerClass(lastLine(reply), 'imap')),
  },
};

function firstWord(line: string): string {
  return (/^\s*([A-Za-z]+)/.exec(line)?.[1] ?? '').toUpperCase();
}

/** The word after the tag; `UID FETCH` is a FETCH. */
function imapVerb(line: string): string {
  return (/^\S+ +(?:UID +)?([A-Za-z]+)/i.exec(line)?.[1] ?? '').toUpperCase();
}

/** LIST and UIDL with a number are answered in one line. */
function isListed({ verb, line }: Asked): boolean {
  return verb === 'CAPA' || ((verb === 'LIST' || verb === 'UIDL') && !/\d/.test(line));
}

function lastLine(reply: string): string {
  return reply.slice(reply.lastIndexOf('\n') + 1);
}

// What a view needs of a protocol's states: their order, what may be said in each, and where it leads. Counterpart:
// mail/states has the tables that the servers go by. Rule: no state is described here that isn't in those.

import { IMAP_STATES, IMAP_STEPS, IMAP_VERBS, type ImapState } from '../../mail/states/imap.ts';
import { POP3_STATES } from '../../mail/states/pop3.ts';
import { SMTP_STATES } from '../../mail/states/smtp.ts';
import type { Dialog } from '../store/dialog.ts';

export interface Exit {
  verb: string;
  to: string;
}

export interface Protocol {
  name: 'smtp' | 'pop3' | 'imap';
  /** In the order in which a session usually goes through them; the last is the end. */
  states: readonly string[];
  exits: (state: string) => Exit[];
  /** The state after an answer. */
  next: (state: string, verb: string, isPositive: boolean) => string;
}

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

function fromTable(name: 'smtp' | 'pop3', table: Table): Protocol {
  const exits = (state: string) =>
    Object.entries(table[state] ?? {}).flatMap(([verb, to]) => (to === undefined ? [] : [{ verb, to }]));
  return {
    name,
    states: Object.keys(table),
    exits,
    next: (state, verb, isPositive) => {
      // Whatever a server says to a letter's text, the transaction is over (RFC 5321 section 3.3).
      if (!isPositive && state !== 'text') return state;
      return table[state]?.[verb] ?? state;
    },
  };
}

const imapNext = (state: ImapState, verb: string): ImapState => {
  const step = IMAP_STEPS[verb];
  return (step && IMAP_STATES[state][step]) ?? state;
};

const isImapState = (state: string): state is ImapState => Object.hasOwn(IMAP_STATES, state);

const imap: Protocol = {
  name: 'imap',
  states: Object.keys(IMAP_STATES),
  exits: (state) => (isImapState(state) ? IMAP_VERBS[state].map((verb) => ({ verb, to: imapNext(state, verb) })) : []),
  next: (state, verb, isPositive) => {
    if (!isImapState(state)) return state;
    if (isPositive) return imapNext(state, verb);
    // A SELECT that fails leaves no mailbox selected (RFC 3501 section 6.3.1).
    const isSelect = verb === 'SELECT' || verb === 'EXAMINE';
    return isSelect && state === 'selected' ? 'authenticated' : state;
  },
};

const smtp = fromTable('smtp', SMTP_STATES);

/** SMTP's states, with LMTP's own greeting (RFC 2033 section 4.1) and without a login. */
const lmtp = fromTable(
  'smtp',
  Object.fromEntries(
    Object.entries(SMTP_STATES).map(([state, { EHLO, HELO: _helo, AUTH: _auth, ...exits }]) => [
      state,
      EHLO === undefined ? exits : { LHLO: EHLO, ...exits },
    ]),
  ),
);
const pop3 = fromTable('pop3', POP3_STATES);

/** Undefined: nobody knows what is spoken. */
export function protocolOf({ protocol }: Pick<Dialog, 'protocol'>): Protocol | undefined {
  if (protocol === 'raw') return undefined;
  if (protocol === 'lmtp') return lmtp;
  return protocol === 'imap' ? imap : protocol === 'pop3' ? pop3 : smtp;
}

// SMTP's states as a table: which command may come in which state, and where its positive answer leads (RFC 5321 section
// 4.1.4). Counterpart: the servers of engine/smtp keep their order in order.ts, and a property test holds this table to
// them; renderer/states draws it. Rule: AUTH and what a host switches off aren't states.
//
//   connected --EHLO--> greeted --MAIL--> sender --RCPT--> recipients --DATA--> text --.--> greeted

export type SmtpState = 'connected' | 'greeted' | 'sender' | 'recipients' | 'text' | 'closed';

export type SmtpVerb =
  | 'AUTH'
  | 'DATA'
  | 'EHLO'
  | 'HELO'
  | 'MAIL'
  | 'NOOP'
  | 'QUIT'
  | 'RCPT'
  | 'RSET'
  | 'STARTTLS'
  | 'VRFY'
  | '.';

/** The state after a positive answer; a verb that is missing is out of order there. */
export const SMTP_STATES: Readonly<Record<SmtpState, Readonly<Partial<Record<SmtpVerb, SmtpState>>>>> = {
  connected: {
    EHLO: 'greeted',
    HELO: 'greeted',
    NOOP: 'connected',
    RSET: 'connected',
    VRFY: 'connected',
    STARTTLS: 'connected',
    QUIT: 'closed',
  },
  greeted: {
    MAIL: 'sender',
    AUTH: 'greeted', // RFC 4954 section 4: not within a transaction
    STARTTLS: 'connected', // RFC 3207 section 4.2: what was said before is forgotten
    EHLO: 'greeted',
    HELO: 'greeted',
    NOOP: 'greeted',
    RSET: 'greeted',
    VRFY: 'greeted',
    QUIT: 'closed',
  },
  sender: {
    RCPT: 'recipients',
    RSET: 'greeted',
    EHLO: 'greeted',
    HELO: 'greeted',
    NOOP: 'sender',
    VRFY: 'sender',
    QUIT: 'closed',
  },
  recipients: {
    DATA: 'text',
    RCPT: 'recipients',
    RSET: 'greeted',
    EHLO: 'greeted',
    HELO: 'greeted',
    NOOP: 'recipients',
    VRFY: 'recipients',
    QUIT: 'closed',
  },
  text: { '.': 'greeted' },
  closed: {},
};

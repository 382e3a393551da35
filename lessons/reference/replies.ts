// What is behind an answer of an SMTP server, and what to do about it: diagnosis and treatment, for those that somebody
// must do something about. Counterpart: mail/smtp/reply-codes.ts knows the codes, the screen has their plain meaning.
// Rule: the cause that is usual first; the cure for whoever sent.

export interface ReplyHelp {
  cause: string;
  cure: string;
}

export const REPLY_HELP: Readonly<Record<number, ReplyHelp>> = {
  220: {
    cause: 'A connection was opened, or STARTTLS was agreed to.',
    cure: 'Greet with EHLO; after STARTTLS begin the handshake.',
  },
  221: { cause: 'The client said QUIT.', cure: 'Nothing: this is how it should end.' },
  235: { cause: 'Name and password fit.', cure: 'Go on with MAIL FROM.' },
  250: {
    cause: 'What was asked is done. After the dot: the letter is on the server\u2019s disk.',
    cure: 'Go on. A 250 to RCPT isn\u2019t delivery yet.',
  },
  251: { cause: 'The user has moved and the server knows where to.', cure: 'Nothing now; note the new address.' },
  252: { cause: 'VRFY was asked and the server keeps its users to itself.', cure: 'Send the letter: RCPT tells more.' },
  334: { cause: 'AUTH is under way.', cure: 'Answer in base64, or give up with a lone star.' },
  354: { cause: 'DATA was accepted.', cure: 'Send header, empty line, body, and a dot alone.' },
  421: {
    cause: 'The server stops, is overloaded, or was kept waiting too long; also after too many mistakes.',
    cure: 'Queue, and come back later.',
  },
  450: {
    cause: 'Greylisting most often; else a mailbox in use or a name server that doesn\u2019t answer.',
    cure: 'Queue and try again: a quarter of an hour is usual. Nobody need be told.',
  },
  451: {
    cause: 'Trouble on the server\u2019s side: disk, name service, a filter that is down.',
    cure: 'Queue and try again. If it goes on for hours, tell their postmaster.',
  },
  452: {
    cause: 'No room on the disk, a full mailbox, or too many recipients at once.',
    cure: 'Queue; send the rest of the recipients in another transaction.',
  },
  454: {
    cause: 'TLS or login is out of order for now.',
    cure: 'Try again. Don\u2019t fall back to the clear if TLS was required.',
  },
  455: { cause: 'A parameter can\u2019t be served at the moment.', cure: 'Try again, or without the parameter.' },
  500: {
    cause: 'A mistyped command, or header lines sent before DATA.',
    cure: 'Look at what was sent, octet by octet.',
  },
  501: {
    cause: 'Brackets missing, an address that isn\u2019t one, HELO without a name.',
    cure: 'Mend the argument: <local@domain>.',
  },
  502: { cause: 'The command exists, this server doesn\u2019t do it.', cure: 'Look what EHLO offers and do without.' },
  503: {
    cause: 'The order is wrong: RCPT before MAIL, DATA before RCPT, MAIL twice, no HELO.',
    cure: 'Give the missing command first, or RSET and begin anew.',
  },
  504: {
    cause:
      'A mechanism or parameter that this server doesn\u2019t have; with Postfix also a name that isn\u2019t whole.',
    cure: 'Choose another, or use a fully qualified name.',
  },
  521: {
    cause: 'This host takes no mail by design, or refuses this client before the first word.',
    cure: 'Try another MX, if there is one.',
  },
  530: { cause: 'A login, or TLS, is required first.', cure: 'STARTTLS, then AUTH.' },
  535: { cause: 'Wrong name or password, or the account is locked.', cure: 'Ask the person; don\u2019t try for ever.' },
  538: { cause: 'The password would go in the clear.', cure: 'STARTTLS first.' },
  550: {
    cause:
      'No such mailbox, or a policy said no: read the text and the enhanced code before you conclude that the address is dead.',
    cure: '5.1.1: mend the address. 5.7.x: mend what the policy names (SPF, list, name), or ask their postmaster.',
  },
  551: { cause: 'The user has moved, and the server doesn\u2019t forward.', cure: 'Send to the address in the text.' },
  552: {
    cause: 'Larger than the server or the mailbox allows.',
    cure: 'Send less, or a link. EHLO\u2019s SIZE says how much goes.',
  },
  553: {
    cause: 'The address isn\u2019t written right, or the sender isn\u2019t the login\u2019s own.',
    cure: 'Mend the address, or send as yourself.',
  },
  554: {
    cause: 'Relaying denied, a listed client, a refused letter, or no recipients left.',
    cure: 'Read the text. Relaying: use your own submission server, with a login.',
  },
  555: {
    cause: 'A parameter of MAIL or RCPT that the server doesn\u2019t know.',
    cure: 'Send only what EHLO offered.',
  },
  556: {
    cause: 'The domain has a null MX: it takes no mail.',
    cure: 'Don\u2019t try again; the address can\u2019t be right.',
  },
};

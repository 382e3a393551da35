// IMAP's frames: lines, and literals as bulk, in both directions (RFC 9051 sections 2.2 and 4.3). Counterpart: framing.ts.
// Rule: a client's `{n}` waits for the server's `+` before octets count, `{n+}` doesn't; after a literal the same
// command goes on, so the arguments of LOGIN are counted across them.
//
//   C: a1 LOGIN bob {9}\r\n   -> line
//   S: + go on\r\n            -> line, and nine octets of the client become a literal, here a secret
//   C: swordfish\r\n          -> bulk (9), line (the rest of the command)

import type { Framer, SecretRange } from '../framing.ts';
import { LITERAL_DIGITS } from '../limits.ts';
import { Cutter, type Line } from './cutter.ts';

const LITERAL = new RegExp(`\\{(\\d{1,${LITERAL_DIGITS}})(\\+?)\\}\\r?\\n$`);

export function imapFramer(): Framer {
  let waiting: { octets: number; secret: boolean } | undefined; // a client's literal that the server hasn't asked for
  let continued = false; // the next client line goes on with a command
  let loginArguments: number | undefined; // how many of LOGIN's two have been seen; undefined outside LOGIN
  let authenticating = false;
  let inResponse = false; // the server's line goes on with a response that had a literal

  const client = new Cutter((line) => {
    let secret: SecretRange | undefined;
    if (line.first) {
      if (authenticating) secret = wholeLine(line);
      else secret = commandLine(line.text);
    }
    if (line.last && !authenticating) announceLiteral(line.tail);
    return secret;
  });

  /** Reads a command's line, or the piece of one that follows a literal. */
  function commandLine(text: string): SecretRange | undefined {
    let at = 0;
    if (!continued) {
      const command = /^\S+ +(LOGIN|AUTHENTICATE)(?: +|\r?\n?$)/i.exec(text);
      loginArguments = undefined;
      if (!command) return undefined;
      at = command[0].length;
      if (command[1]?.toUpperCase() === 'AUTHENTICATE') {
        authenticating = true;
        const mechanism = /^\S+ */.exec(text.slice(at));
        return { start: at + (mechanism?.[0].length ?? 0), end: text.trimEnd().length };
      }
      loginArguments = 0;
    }
    return loginArguments === undefined ? undefined : passwordIn(text, at);
  }

  /** Where LOGIN's second argument stands in the rest of a line: an atom, a quoted string, or whatever was typed. */
  function passwordIn(text: string, from: number): SecretRange | undefined {
    const end = text.replace(LITERAL, '').replace(/\r?\n$/, '').length;
    let at = from;
    if (loginArguments === 0) {
      const user = /^ *(?:"(?:[^"\\]|\\.)*"|[^\s"{]+)/.exec(text.slice(at, end));
      if (!user) return undefined;
      loginArguments = 1;
      at += user[0].length;
    }
    while (text[at] === ' ' && at < end) at += 1;
    if (at >= end || loginArguments !== 1) return undefined;
    loginArguments = 2;
    const quoted = /^"((?:[^"\\]|\\.)*)" *$/.exec(text.slice(at, end));
    return quoted ? { start: at + 1, end: at + 1 + (quoted[1]?.length ?? 0) } : { start: at, end };
  }

  function announceLiteral(tail: string): void {
    const literal = LITERAL.exec(tail);
    continued = literal !== null;
    if (!literal) return;
    const secret = loginArguments === 1;
    if (loginArguments !== undefined) loginArguments += 1;
    const octets = Number(literal[1]);
    if (literal[2] === '+') client.expectOctets(octets, 'literal', secret);
    else waiting = { octets, secret };
  }

  const server = new Cutter((line) => {
    if (line.first && /^\+(?: |\r|\n)/.test(line.text)) {
      const asked = waiting;
      waiting = undefined;
      if (asked) client.expectOctets(asked.octets, 'literal', asked.secret);
      return undefined;
    }
    if (line.first && !line.text.startsWith('*') && !inResponse) {
      authenticating = false; // a tagged answer ends the exchange, and refuses a literal that was announced
      if (waiting) continued = false;
      waiting = undefined;
    }
    if (!line.last) return undefined;
    const literal = LITERAL.exec(line.tail);
    inResponse = literal !== null;
    if (literal) server.expectOctets(Number(literal[1]), 'literal');
    return undefined;
  });

  return {
    fromClient: (bytes) => client.push(bytes),
    fromServer: (bytes) => server.push(bytes),
    end: () => ({ client: client.end(), server: server.end() }),
  };
}

/** A client line inside an AUTHENTICATE exchange, except the `*` that gives it up. */
function wholeLine(line: Line): SecretRange | undefined {
  return line.text.trim() === '*' ? undefined : { start: 0, end: line.text.trimEnd().length };
}

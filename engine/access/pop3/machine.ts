// A POP3 server's session (RFC 1939): bytes in, replies and events out. Counterpart: access/serve.ts owns
// the socket; states.ts is the protocol as a table. Rule: one line in, one answer out, in order, so that
// a client may send ahead (RFC 2449 section 6.6).

import { ACCESS_LIMITS } from '../limits.ts';
import { LineBuffer } from '../line-buffer.ts';
import type { AccessContext, AccessMachine, Output } from '../machine.ts';
import { Outputs } from '../outputs.ts';
import { continueAuth } from './authorization.ts';
import { POP3_COMMANDS } from './commands.ts';
import { dotStuff } from './dot-stuff.ts';
import type { Pop3Reply, Pop3Session } from './session.ts';
import { POP3_STATES, type Pop3Verb } from '../../../mail/states/pop3.ts';

/** A POP3 session on a host; one for each connection. */
export function pop3Machine(context: AccessContext): AccessMachine {
  return new Pop3Machine(context);
}

class Pop3Machine implements AccessMachine {
  readonly #out = new Outputs();
  readonly #lines = new LineBuffer(ACCESS_LIMITS.pop3LineOctets);
  readonly #session: Pop3Session;
  #badCommands = 0;
  /** STLS was agreed: what comes until `secured` was typed too early and is dropped (RFC 2595 section 4). */
  #awaitingTls = false;

  constructor(context: AccessContext) {
    this.#session = {
      context,
      out: this.#out,
      state: 'AUTHORIZATION',
      secure: context.secure,
      failedLogins: 0,
      challenge: context.apop ? context.challenge() : '',
      letters: [],
      deleted: new Set(),
    };
  }

  greet(): Output[] {
    const { context, challenge } = this.#session;
    // A time stamp in angle brackets offers APOP (RFC 1939 section 7).
    this.#out.reply(`+OK ${context.hostName} POP3 server ready${challenge === '' ? '' : ` ${challenge}`}\r\n`);
    return this.#out.take();
  }

  receive(bytes: Uint8Array): Output[] {
    for (let at = 0; at < bytes.length && this.#session.state !== 'CLOSED' && !this.#awaitingTls;) {
      const cut = this.#lines.take(bytes, at);
      at = cut.at;
      if (cut.tooLong) this.#giveUp('Input line too long.');
      else if (cut.line !== undefined) this.#line(cut.line);
    }
    return this.#out.take();
  }

  secured(): void {
    this.#awaitingTls = false;
    this.#session.secure = true;
    this.#session.user = undefined;
    this.#lines.clear();
  }

  watched(): undefined {
    return undefined;
  }

  changed(): Output[] {
    return []; // POP3 has nothing to tell unasked
  }

  closed(): void {
    this.#session.state = 'CLOSED';
    this.#unlock();
  }

  #line(line: string): void {
    const { exchange } = this.#session;
    if (exchange) {
      this.#answer(continueAuth(this.#session, exchange, line), 'AUTH');
      return;
    }
    const space = line.indexOf(' ');
    const verb = (space < 0 ? line : line.slice(0, space)).toUpperCase();
    const argument = space < 0 ? '' : line.slice(space + 1);
    if (!isVerb(verb)) this.#answer({ kind: 'err', text: 'Unknown command.', bad: true });
    else if (POP3_STATES[this.#session.state][verb] === undefined) {
      this.#answer({ kind: 'err', text: `${verb} is not allowed in the ${this.#session.state} state.`, bad: true });
    } else {
      this.#session.files?.begin();
      const reply = POP3_COMMANDS[verb](this.#session, argument);
      this.#tellFiles(verb);
      this.#answer(reply, verb);
    }
  }

  #tellFiles(verb: Pop3Verb): void {
    const { files, mailbox } = this.#session;
    const work = files?.end();
    if (work && mailbox) this.#out.event('store.files', { mailbox: mailbox.name, action: `POP3 ${verb}`, ...work });
  }

  #answer(reply: Pop3Reply, verb?: Pop3Verb): void {
    if (reply.kind === 'challenge') this.#out.reply(`+ ${reply.base64}\r\n`);
    if (reply.kind === 'err') this.#refuse(reply);
    if (reply.kind === 'ok') {
      this.#badCommands = 0;
      this.#out.reply(`+OK${reply.text === '' ? '' : ` ${reply.text}`}\r\n`);
      if (reply.body) this.#out.reply(dotStuff(reply.body));
      if (verb) this.#session.state = POP3_STATES[this.#session.state][verb] ?? this.#session.state;
      if (reply.after === 'startTls') {
        this.#awaitingTls = true;
        this.#out.startTls();
      }
    }
    // UPDATE is over when its answer is given; a QUIT ends the session also when it says -ERR.
    if (verb === 'QUIT') this.#close();
  }

  #refuse(reply: Extract<Pop3Reply, { kind: 'err' }>): void {
    this.#out.reply(`-ERR ${reply.code ? `[${reply.code}] ` : ''}${reply.text}\r\n`);
    if (reply.bad) this.#badCommands += 1;
    if (this.#badCommands >= ACCESS_LIMITS.badCommands) this.#giveUp('Too many bad commands.');
    else if (this.#session.failedLogins >= ACCESS_LIMITS.failedLogins) this.#giveUp('Too many failed logins.');
  }

  #giveUp(text: string): void {
    this.#out.reply(`-ERR ${text}\r\n`);
    this.#close();
  }

  #close(): void {
    this.#session.state = 'CLOSED';
    this.#unlock();
    this.#out.close();
  }

  #unlock(): void {
    this.#session.lock?.dispose();
    this.#session.lock = undefined;
  }
}

function isVerb(verb: string): verb is Pop3Verb {
  return Object.hasOwn(POP3_COMMANDS, verb);
}

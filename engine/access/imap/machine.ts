// An IMAP server's session (RFC 3501): bytes in, replies and events out. Counterpart: access/serve.ts owns the
// socket; commands/ does the work. Rule: one command at a time, in order; what the mailbox did meanwhile is
// told before the tagged answer, and while the client idles.

import type { ByteString } from '../../../mail/bytes.ts';
import { FolderError } from '../../store/account.ts';
import { type Mailbox, StoreError } from '../../store/mailbox.ts';
import { ACCESS_LIMITS } from '../limits.ts';
import type { AccessContext, AccessMachine, Output } from '../machine.ts';
import { Outputs } from '../outputs.ts';
import { bad, type Completion, type ImapCommand, no, type Prompt } from './command.ts';
import { IMAP_COMMANDS } from './commands/index.ts';
import { CommandReader, type GatheredCommand, type ReaderEvent } from './reader.ts';
import { Scanner, SyntaxProblem } from './scanner.ts';
import { ImapSession } from './session.ts';

/** An IMAP session on a host; one for each connection. */
export function imapMachine(context: AccessContext): AccessMachine {
  return new ImapMachine(context);
}

class ImapMachine implements AccessMachine {
  readonly #out = new Outputs();
  readonly #session: ImapSession;
  readonly #reader = new CommandReader((text) => this.#literalLimit(text));
  /** The command that is being done. */
  #name = '';
  /** A command that waits for a line of the client. */
  #waiting: { tag: string; prompt: Prompt } | undefined;
  #badCommands = 0;
  /** STARTTLS was agreed: what comes until `secured` was typed too early and is dropped. */
  #awaitingTls = false;

  constructor(context: AccessContext) {
    this.#session = new ImapSession(context, this.#out);
  }

  greet(): Output[] {
    const { context } = this.#session;
    this.#out.reply(`* OK [${this.#session.capabilities()}] ${context.hostName} IMAP server ready\r\n`);
    return this.#out.take();
  }

  receive(bytes: Uint8Array): Output[] {
    for (let at = 0; at < bytes.length && this.#session.state !== 'logout' && !this.#awaitingTls;) {
      if (this.#waiting) {
        const cut = this.#reader.takeAnswer(bytes, at);
        at = cut.at;
        if (cut.tooLong) this.#giveUp('Line too long.');
        else if (cut.line !== undefined) this.#answered(cut.line);
      } else {
        const { at: next, event } = this.#reader.take(bytes, at);
        at = next;
        if (event) this.#read(event);
      }
    }
    return this.#out.take();
  }

  secured(): void {
    this.#awaitingTls = false;
    this.#session.secure = true;
    this.#reader.clear();
  }

  watched(): Mailbox | undefined {
    return this.#session.selected;
  }

  changed(): Output[] {
    if (this.#session.selected?.closed) {
      // RFC 2180 section 3.3: nothing that this client knows is true any more.
      this.#giveUp('The selected mailbox was deleted.');
      return this.#out.take();
    }
    // Between commands nothing may be said; the next one tells it (RFC 3501 section 7.4.1).
    if (!this.#waiting?.prompt.idle) return [];
    this.#session.catchUp(true);
    return this.#out.take();
  }

  closed(): void {
    this.#waiting = undefined;
    if (this.#session.state !== 'logout') this.#session.logOut();
  }

  #read(event: ReaderEvent): void {
    switch (event.kind) {
      case 'command':
        if (event.text !== '') this.#command(event); // some clients end a literal with one line end too many
        break;
      case 'literalWanted':
        this.#out.reply('+ OK\r\n');
        break;
      case 'literalTooBig':
        this.#complete(tagOf(event.text), no('The literal is larger than this server takes.', 'TOOBIG'));
        break;
      case 'tooLong':
        this.#giveUp('Command too long.');
        break;
    }
  }

  #command(gathered: GatheredCommand): void {
    this.#session.files?.begin();
    const args = new Scanner(gathered);
    let tag = '*';
    let command: ImapCommand | undefined;
    let uid = false;
    try {
      tag = args.tag();
      args.space();
      let name = args.keyword();
      if (name === 'UID') {
        uid = true;
        args.space();
        name = args.keyword();
      }
      command = this.#find(tag, name, uid);
      this.#name = uid ? `UID ${name}` : name;
      this.#proceed(tag, command.run(this.#session, args, { uid }), !command.keepsNumbers || uid);
    } catch (error) {
      this.#complete(tag, completionOf(error, command?.name), false);
    }
  }

  #find(tag: string, name: string, uid: boolean): ImapCommand {
    const command = IMAP_COMMANDS.get(name);
    if (!command || (uid && !command.uid)) {
      const hint = IMAP_COMMANDS.has(tag.toUpperCase()) ? `; ${tag} was taken for the tag` : '';
      throw new SyntaxProblem(`unknown command ${uid ? 'UID ' : ''}${name.slice(0, 32)}${hint}`);
    }
    const { state } = this.#session;
    if (command.states.includes(state)) return command;
    if (state === 'notAuthenticated') throw new SyntaxProblem('please log in first');
    if (command.states.includes('selected')) throw new SyntaxProblem('no mailbox selected');
    throw new SyntaxProblem(`${name} is not for those who are logged in already`);
  }

  #answered(line: ByteString): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting) return;
    this.#session.files?.begin();
    try {
      this.#proceed(waiting.tag, waiting.prompt.next(line), true);
    } catch (error) {
      this.#complete(waiting.tag, completionOf(error, undefined), false);
    }
  }

  #proceed(tag: string, result: Completion | Prompt, expunge: boolean): void {
    if (result.kind !== 'prompt') {
      this.#complete(tag, result, expunge);
      return;
    }
    this.#waiting = { tag, prompt: result };
    this.#out.reply(`+ ${result.text}\r\n`);
    if (result.idle) this.#session.catchUp(true);
  }

  #complete(tag: string, completion: Completion, expunge = false): void {
    // What a wrong command missed, the next right one tells.
    if (completion.kind !== 'BAD') this.#session.catchUp(expunge);
    const { kind, code, text, after } = this.#kept(completion);
    this.#out.reply(`${tag} ${kind} ${code ? `[${code}] ` : ''}${text}\r\n`);
    this.#badCommands = kind === 'BAD' ? this.#badCommands + 1 : 0;
    if (after === 'startTls') {
      this.#awaitingTls = true;
      this.#out.startTls();
    } else if (after === 'close') this.#close();
    else if (this.#badCommands >= ACCESS_LIMITS.badCommands) this.#giveUp('Too many invalid commands.');
    else if (this.#session.failedLogins >= ACCESS_LIMITS.failedLogins) this.#giveUp('Too many failed logins.');
  }

  /** What a command did is on disk before the client hears OK. */
  #kept(completion: Completion): Completion {
    try {
      // Who leaves is heard of before the files are told.
      if (completion.after === 'close') this.#session.selected?.rest();
      this.#session.sync();
      return completion;
    } catch (error) {
      return completionOf(error, undefined);
    } finally {
      this.#session.tellFiles(this.#name);
    }
  }

  #giveUp(reason: string): void {
    this.#out.reply(`* BYE ${reason}\r\n`);
    this.#close();
  }

  #close(): void {
    if (this.#session.state !== 'logout') this.#session.logOut();
    this.#out.close();
  }

  #literalLimit(text: string): number {
    const isAppend = /^\S+ APPEND /i.test(text) && this.#session.state !== 'notAuthenticated';
    return isAppend ? ACCESS_LIMITS.appendOctets : ACCESS_LIMITS.literalOctets;
  }
}

function tagOf(text: string): string {
  try {
    return new Scanner({ text, literals: [] }).tag();
  } catch {
    return '*';
  }
}

function completionOf(error: unknown, command: string | undefined): Completion {
  if (error instanceof SyntaxProblem) {
    return bad(`Error in IMAP command${command ? ` ${command}` : ''}: ${error.message}.`);
  }
  // The store's own words name files of the lab; the client gets what it can use.
  if (error instanceof FolderError) return no(error.message, error.problem);
  if (error instanceof StoreError) return no('The mailbox could not be read or written; try again.', 'UNAVAILABLE');
  throw error;
}

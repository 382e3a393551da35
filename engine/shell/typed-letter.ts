// A letter that a person types for `sendmail` or `mail`, line by line, until a dot alone or the end (Ctrl-D). Counterpart:
// commands/sendmail.ts and mail.ts. Rule: it is handed to the host's own mail server, without SMTP; what comes of it is
// in the queue and the log.

import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { HOME_LIMITS, LOCAL_USERS } from '../limits.ts';
import type { MailServer } from '../mta/mail-server.ts';
import type { Job, NoteInput, Program } from './command.ts';

/** Name of the person at a shell, as `whoami` gives it. */
export const PERSON = 'you';

export interface TypedEnvelope {
  reversePath: string;
  recipients: readonly string[];
  octets: string;
}

export class TypedLetter implements Program {
  readonly prompt = '';
  readonly mode = 'line';
  readonly #job: Job;
  readonly #mail: MailServer;
  /** Makes a letter of what was typed; a text is what is wrong with it. */
  readonly #finish: (lines: readonly string[]) => TypedEnvelope | string;
  readonly #lines: string[] = [];

  constructor(job: Job, mail: MailServer, finish: (lines: readonly string[]) => TypedEnvelope | string) {
    this.#job = job;
    this.#mail = mail;
    this.#finish = finish;
  }

  line(text: string, note: NoteInput): void {
    note(text);
    if (text === '.' || this.#lines.length >= HOME_LIMITS.typedLines) this.#end();
    else this.#lines.push(toByteString(new TextEncoder().encode(text)));
  }

  bytes(): void {
    // Only lines are typed here.
  }

  signal(signal: 'interrupt' | 'end'): void {
    if (signal === 'end') this.#end();
    else this.#job.leave();
  }

  dispose(): void {
    // Nothing is held.
  }

  #end(): void {
    const letter = this.#finish(this.#lines);
    if (typeof letter === 'string') {
      this.#job.print(`${letter}\n`);
      this.#job.leave();
      return;
    }
    const work = this.#job.lab.run.context.work.begin(() => false);
    const { reversePath, recipients, octets } = letter;
    void this.#mail
      .submitHere({ user: PERSON, uid: LOCAL_USERS.person, reversePath, recipients }, fromByteString(octets), {
        cause: this.#job.cause,
      })
      .then((reply) => {
        if (reply.code >= 400) this.#job.print(`${reply.code} ${[reply.text].flat().join(' ')}\n`);
      })
      .catch((error: unknown) => this.#job.print(`${String(error)}\n`))
      .finally(() => {
        this.#job.leave();
        work.dispose();
      });
  }
}

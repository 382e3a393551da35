// Writes the mail logs of a run: a `log.written` event a line, and the line in the host's log/maillog.
// Counterpart: maillog.ts, which makes the lines of events; shell/ shows the file. Rule: one
// subscriber a run; a log that is full goes on as events only.

import type { Host } from '../contract/topology.ts';
import type { LabEvent } from '../contract/events.ts';
import { encodeName } from './encode-name.ts';
import type { Disposable } from './disposable.ts';
import { SHELL_LIMITS } from './limits.ts';
import type { EventLog } from './log.ts';
import { maillogFileLine, maillogLines, programTag } from './maillog.ts';
import { type MaillogLine, MaillogMemory } from './maillog-memory.ts';
import type { AppendFile, World } from './world.ts';

interface LogFile {
  file: AppendFile;
  /** Place of its host in the topology. */
  at: number;
  /** Lines that aren't in the file yet. */
  waiting: string;
}

export class MaillogWriter {
  readonly #log: EventLog;
  readonly #files: ReadonlyMap<string, LogFile>;
  readonly #later: (run: () => void) => void;
  readonly #memory = new MaillogMemory();
  readonly #encoder = new TextEncoder();
  readonly #subscription: Disposable;

  private constructor(log: EventLog, files: ReadonlyMap<string, LogFile>, world: Pick<World, 'later'>) {
    this.#log = log;
    this.#later = (run) => world.later(run);
    this.#files = files;
    this.#subscription = log.subscribe((event) => this.#take(event));
  }

  /** Opens the logs of the hosts that have a mail server; their directories are there. */
  static async open(
    log: EventLog,
    world: Pick<World, 'disk' | 'later'>,
    hosts: readonly Host[],
  ): Promise<MaillogWriter> {
    const files = new Map<string, LogFile>();
    for (const [at, host] of hosts.entries()) {
      if (!host.mta) continue;
      files.set(host.name, {
        file: await world.disk.appendTo(`hosts/${encodeName(host.name)}/log/maillog`),
        at,
        waiting: '',
      });
    }
    return new MaillogWriter(log, files, world);
  }

  /** The host's log so far, with lines that the disk may not have yet. */
  file(host: string): AppendFile | undefined {
    const log = this.#files.get(host);
    if (log) this.#spill(log);
    return log?.file;
  }

  async flush(): Promise<void> {
    for (const log of this.#files.values()) {
      this.#spill(log);
      await log.file.flush();
    }
  }

  async close(): Promise<void> {
    this.#subscription.dispose();
    for (const log of this.#files.values()) {
      this.#spill(log);
      await log.file.close();
    }
  }

  #take(event: LabEvent): void {
    if (event.type === 'log.written') return;
    for (const line of maillogLines(this.#memory, event)) this.#write(event, line);
  }

  #write(event: LabEvent, { host, program, text }: MaillogLine): void {
    const log = this.#files.get(host);
    if (!log) return;
    const { conn, message, queueId } = event;
    const tag = programTag(program, log.at);
    this.#log.append(
      'log.written',
      { program: tag, line: text },
      {
        host,
        cause: event.seq,
        ...(conn === undefined ? {} : { conn }),
        ...(message === undefined ? {} : { message }),
        ...(queueId === undefined ? {} : { queueId }),
      },
    );
    if (log.file.length() > SHELL_LIMITS.maillogOctets) return;
    if (log.waiting === '') this.#later(() => this.#spill(log));
    log.waiting += maillogFileLine(event.at_ms, host, tag, text);
  }

  #spill(log: LogFile): void {
    if (log.waiting !== '') log.file.append(this.#encoder.encode(log.waiting));
    log.waiting = '';
  }
}

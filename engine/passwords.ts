// Stars in place of passwords in what leaves the lab as a file, each as long as what it hides, so
// that offsets stay true and a replay of the file still logs in. Counterpart: session.ts.
// Rule: the spans come from the record of the wire; base64 is opened, starred and closed again.

import type { LabEvent, LabEventOf } from '../contract/events.ts';
import type { Seq } from '../contract/ids.ts';
import type { Topology } from '../contract/topology.ts';

/** The topology with every password starred. */
export function starTopology(topology: Topology): Topology {
  const users = topology.users.map((user) => ({ ...user, password: stars(user.password) }));
  return { ...topology, users };
}

/** Stars the events of one run: all are learnt first, then starred. */
export class EventStarrer {
  /** Names that aren't secret where a name is asked. */
  readonly #logins: ReadonlySet<string>;
  /** What came through a door stands twice: as the input, and as the line that it caused. */
  readonly #secretInputs = new Map<Seq, string>();
  /** What shells showed of what was typed, by the command that typed it: stars are in it already. */
  readonly #typed = new Map<Seq, string>();
  /** The command behind each input of a shell, and the line of a dialog that it became, with its stars. */
  readonly #commands = new Map<Seq, Seq>();
  readonly #said = new Map<Seq, string>();

  constructor(logins: ReadonlySet<string>) {
    this.#logins = logins;
  }

  learn(event: LabEvent): void {
    if (event.cause === undefined) return;
    if (event.type === 'shell.input') {
      this.#typed.set(event.cause, (this.#typed.get(event.cause) ?? '') + event.data.text);
      this.#commands.set(event.seq, event.cause);
    }
    const said = event.type === 'wire.line' || event.type === 'fault.struck' ? event.data : undefined;
    if (said?.bytes === undefined) return;
    const shown = said.secret ? this.#starLine(said.bytes, said.secret) : said.bytes;
    if (said.secret) this.#secretInputs.set(event.cause, shown);
    const command = this.#commands.get(event.cause);
    if (command !== undefined && event.type === 'wire.line' && event.data.from === 'client') {
      this.#said.set(command, shown.replace(/\r?\n$/, ''));
    }
  }

  /** The event as it may be shown. */
  star(event: LabEvent): LabEvent {
    switch (event.type) {
      case 'lab.opened':
        return { ...event, data: { ...event.data, topology: starTopology(event.data.topology) } };
      case 'wire.line':
        if (!event.data.secret) return event;
        return { ...event, data: { ...event.data, bytes: this.#starLine(event.data.bytes, event.data.secret) } };
      case 'fault.struck': {
        const { bytes, secret } = event.data;
        if (!secret || bytes === undefined) return event;
        return { ...event, data: { ...event.data, bytes: this.#starLine(bytes, secret) } };
      }
      case 'input.bytes': {
        const bytes = this.#secretInputs.get(event.seq);
        return bytes === undefined ? event : { ...event, data: { ...event.data, bytes } };
      }
      case 'input.command':
        return this.#starTyped(event);
      case 'tls.keys':
        // With them the ciphertext would tell what the stars hide.
        return { ...event, data: { lines: [] } };
      default:
        return event;
    }
  }

  /** A line typed into a shell stands twice as well. */
  #starTyped(event: LabEventOf<'input.command'>): LabEvent {
    const { command } = event.data;
    const shown = this.#typed.get(event.seq)?.replace(/\n$/, '');
    if (shown === undefined || !shown.includes('*')) return event;
    // As it went out: starred inside base64 it still opens the door, and what was no password after all needs no stars.
    const said = this.#said.get(event.seq);
    if (command === 'shell.submit' && said?.length === shown.length) return withArgs(event, { line: said });
    const starred = command === 'shell.submit' ? { line: shown } : command === 'shell.bytes' ? { bytes: shown } : {};
    return withArgs(event, starred);
  }

  #starLine(line: string, { start, end }: { start: number; end: number }): string {
    return line.slice(0, start) + this.#starSecret(line.slice(start, end)) + line.slice(end);
  }

  #starSecret(secret: string): string {
    const decoded = Buffer.from(secret, 'base64').toString('latin1');
    const isBase64 = secret.length >= 4 && Buffer.from(decoded, 'latin1').toString('base64') === secret;
    if (!isBase64) return stars(secret);
    if (this.#logins.has(decoded)) return secret;
    const password = decoded.lastIndexOf('\0') + 1;
    const starred = decoded.slice(0, password) + stars(decoded.slice(password));
    return Buffer.from(starred, 'latin1').toString('base64');
  }
}

function withArgs(event: LabEventOf<'input.command'>, change: object): LabEvent {
  return { ...event, data: { ...event.data, args: { ...(event.data.args as object), ...change } } };
}

function stars(text: string): string {
  return '*'.repeat(text.length);
}

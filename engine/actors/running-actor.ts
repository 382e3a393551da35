// An actor at work: writes a letter at each of its times, tries to hand it over, waits as is its way, and stops when
// nothing is left to do. Counterpart: desk.ts starts and stops it. Rule: it waits on the lab clock only, so it stands
// still when that does, and a queue of five days passes in the time that somebody takes to press a key.

import type { ActorEnd, ActorSettings } from '../../contract/actors.ts';
import type { Host } from '../../contract/topology.ts';
import type { Disposable } from '../disposable.ts';
import type { RunContext } from '../run.ts';
import type { Scope } from '../scope.ts';
import type { RandomStream } from '../world.ts';
import type { Actor } from './actor.ts';
import { letterOctets } from './letter.ts';
import { tryToSend } from './try.ts';

/** A letter that isn't over yet. */
interface Pending {
  number: number;
  message: string;
  from: string;
  to: string;
  octets: Uint8Array;
  begun_ms: number;
  attempt: number;
  wait_s: number;
}

export interface RunningParts {
  actor: Actor;
  settings: ActorSettings;
  /** At least one. */
  hosts: readonly [Host, ...Host[]];
  context: RunContext;
  /** Called once, when it has ended by itself. */
  onEnd: () => void;
}

const MESSAGE_ID_LETTERS = 16; // as many as the app's own mail program puts there

export class RunningActor {
  readonly #parts: RunningParts;
  readonly #scope: Scope;
  readonly #random: RandomStream;
  readonly #started: number;
  readonly #timers = new Set<Disposable>();
  #written = 0;
  #pending = 0;
  #isOver = false;

  constructor(parts: RunningParts) {
    const { actor, settings, hosts, context } = parts;
    this.#parts = parts;
    this.#scope = context.scope.about({ host: hosts[0].name });
    this.#random = context.random(hosts[0].name, `actor ${actor.name} ${settings.seed}`);
    this.#started = this.#scope.emit('actor.started', { actor: actor.name, settings });
    this.#after(0, () => this.#write());
  }

  /** No more letters and no more tries; one that is under way ends by itself. */
  stop(why: ActorEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const timer of this.#timers) timer.dispose();
    this.#scope.emit('actor.stopped', { actor: this.#parts.actor.name, why });
  }

  /** The run is over; nothing is told any more. */
  cut(): void {
    this.#isOver = true;
    for (const timer of this.#timers) timer.dispose();
  }

  #write(): void {
    const { actor, settings, context } = this.#parts;
    const { to: addresses, letters, every_s, domain } = settings;
    const number = this.#written;
    const to = addresses[number % addresses.length] ?? '';
    const written = actor.write({ number, to, domain, random: this.#random });
    const begun_ms = context.clock.now_ms();
    const messageId = `<${this.#random.id(MESSAGE_ID_LETTERS).toLowerCase()}@${domain}>`;
    const message = context.newMessage();
    this.#written += 1;
    this.#pending += 1;
    if (this.#written < letters) this.#after(every_s, () => this.#write());
    void this.#try({
      ...{ number, message, to, begun_ms },
      from: written.from,
      octets: letterOctets(written, messageId, begun_ms),
      attempt: 0,
      wait_s: actor.manners.patience?.first_s ?? 0,
    });
  }

  async #try(letter: Pending): Promise<void> {
    const { actor, settings, context } = this.#parts;
    const { message, from, to, octets } = letter;
    const { gate, internet } = context;
    letter.attempt += 1;
    const host = this.#hostFor(letter);
    const isHeld = () => internet.holds.holdsMessage(message);
    const work = context.work.begin(() => isHeld() || gate.isStuck);
    const leave = await gate.enter(isHeld);
    try {
      const { server } = settings;
      const { manners } = actor;
      const offer = { message, from, to, octets, host, server, manners, cause: this.#started };
      const { outcome, reply, conn } = await tryToSend(offer, context);
      if (this.#isOver) return;
      const wait_s = outcome === 'deferred' || outcome === 'unreachable' ? this.#wait_s(letter) : undefined;
      const next_ms = wait_s === undefined ? undefined : context.clock.now_ms() + wait_s * 1000;
      this.#scope.about({ host: host.name, message, ...(conn === undefined ? {} : { conn }) }).emit(
        'actor.tried',
        {
          ...{ actor: actor.name, letter: letter.number, to, attempt: letter.attempt, outcome },
          ...(reply === undefined ? {} : { reply }),
          ...(next_ms === undefined ? {} : { next_ms }),
        },
        this.#started,
      );
      if (wait_s === undefined) this.#finish();
      else this.#after(wait_s, () => void this.#try(letter));
    } catch (error) {
      this.#scope.emit('engine.failed', { problem: 'actor', detail: String(error) });
      if (!this.#isOver) this.#finish();
    } finally {
      leave();
      work.dispose();
    }
  }

  /** How long until the next try; undefined when there is none. */
  #wait_s(letter: Pending): number | undefined {
    const { patience } = this.#parts.actor.manners;
    if (!patience) return undefined;
    const { wait_s } = letter;
    const age_s = (this.#parts.context.clock.now_ms() - letter.begun_ms) / 1000;
    if (age_s + wait_s > patience.lifetime_s) return undefined;
    letter.wait_s = Math.min(patience.most_s, wait_s * 2);
    return wait_s;
  }

  #hostFor({ number, attempt }: Pending): Host {
    const { actor, hosts } = this.#parts;
    const { takesTurns } = actor.manners;
    const turn = takesTurns === 'letter' ? number : takesTurns === 'try' ? number + attempt - 1 : 0;
    return hosts[turn % hosts.length] ?? hosts[0];
  }

  #finish(): void {
    this.#pending -= 1;
    if (this.#pending > 0 || this.#written < this.#parts.settings.letters) return;
    this.stop('done');
    this.#parts.onEnd();
  }

  #after(delay_s: number, run: () => void): void {
    const timer = this.#parts.context.clock.after(delay_s * 1000, () => {
      this.#timers.delete(timer);
      if (!this.#isOver) run();
    });
    this.#timers.add(timer);
  }
}

// The actors of a run: who could act in this lab, who does, and who is to. Counterpart: commands/actor.ts and the shell's
// `actor`. Rule: each acts once at a time; a run that ends leaves none behind, and one that begins says which were lost.

import { type ActorSettings, actorSettingsSchema, type ActorWishes } from '../../contract/actors.ts';
import type { ActorOffer } from '../../contract/answers.ts';
import { check, describeProblems, nearest } from '../../contract/problems.ts';
import type { Host, Topology } from '../../contract/topology.ts';
import { domainOf } from '../mta/transport.ts';
import type { RunContext } from '../run.ts';
import type { Actor } from './actor.ts';
import { ACTORS } from './index.ts';
import { RunningActor } from './running-actor.ts';

/** What an actor does if nobody says anything: few enough to be looked at one by one. */
const USUAL = { letters: 5, every_s: 60, seed: 1 } as const;

/** A wish that can't be met, as a sentence. */
export class ActorProblem extends Error {
  override name = 'ActorProblem';
}

export class ActorDesk {
  readonly #context: RunContext;
  readonly #running = new Map<string, RunningActor>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** Tells which actors of an earlier run are at work no more. */
  tellLost(): void {
    for (const [actor, { ended, hosts }] of Object.entries(this.#context.log.state.actors ?? {})) {
      if (ended !== undefined) continue;
      this.#context.scope.about({ host: hosts[0] ?? '' }).emit('actor.stopped', { actor, why: 'reopened' });
    }
  }

  list(): ActorOffer[] {
    const { topology } = this.#context;
    return ACTORS.map((actor) => {
      const usual = usualSettings(actor, topology);
      return {
        name: actor.name,
        isHonest: actor.isHonest,
        isRunning: this.#running.has(actor.name),
        ...(usual ? { usual } : {}),
      };
    });
  }

  /** Throws ActorProblem. */
  start(name: string, wishes: ActorWishes): ActorSettings {
    const actor = actorNamed(name);
    if (this.#running.has(name)) throw new ActorProblem(`${name} is at work already; stop it first`);
    const { topology } = this.#context;
    const usual = usualSettings(actor, topology);
    const checked = check(actorSettingsSchema, { ...USUAL, ...usual, ...wishes });
    if (!checked.ok) {
      // What is missing isn't a fault of the person, but of the lab.
      const missing = usual ? describeProblems(checked.problems) : 'this lab has nobody for it to write to, or from';
      throw new ActorProblem(`${name}: ${missing}`);
    }
    const settings = checked.value;
    const [first, ...others] = settings.hosts.map((host) => hostNamed(host, topology));
    if (!first) throw new ActorProblem(`${name}: it needs a host`);
    const onEnd = () => this.#running.delete(name);
    const parts = { actor, settings, hosts: [first, ...others] as const, context: this.#context, onEnd };
    this.#running.set(name, new RunningActor(parts));
    return settings;
  }

  /** One of them, or all. Returns the names of those that were at work. */
  stop(name: string | undefined): string[] {
    if (name !== undefined) actorNamed(name);
    const names = [...this.#running.keys()].filter((one) => name === undefined || one === name);
    for (const one of names) {
      this.#running.get(one)?.stop('asked');
      this.#running.delete(one);
    }
    return names;
  }

  /** The run ends. */
  close(): void {
    for (const running of this.#running.values()) running.cut();
    this.#running.clear();
  }
}

/** Undefined where the lab has no place for it. */
function usualSettings(actor: Actor, topology: Topology): ActorSettings | undefined {
  const names = new Set(topology.hosts.map((host) => host.name));
  const home = actor.homes(topology).find(({ hosts }) => hosts.every((host) => names.has(host)));
  if (!home) return undefined;
  const { hosts, domain, server, to = readersOf(topology, domain) } = home;
  if (to.length === 0) return undefined;
  return { ...USUAL, hosts: [...hosts], domain, to: [...to], ...(server === undefined ? {} : { server }) };
}

/** Those who have a mailbox, at the domain with the most of them that isn't the writer's own. */
function readersOf({ users }: Topology, domain: string): string[] {
  const byDomain = Map.groupBy(
    users.map(({ address }) => address),
    domainOf,
  );
  byDomain.delete(domain);
  return [...byDomain.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
}

function actorNamed(name: string): Actor {
  const actor = ACTORS.find((one) => one.name === name);
  if (actor) return actor;
  const names = ACTORS.map((one) => one.name);
  const near = nearest(name, names);
  const hint = near === undefined ? `; there are ${names.join(', ')}` : `. Did you mean "${near}"?`;
  throw new ActorProblem(`no actor is called "${name}"${hint}`);
}

function hostNamed(name: string, { hosts }: Topology): Host {
  const host = hosts.find((one) => one.name === name);
  if (!host) throw new ActorProblem(`no host is called "${name}"`);
  return host;
}

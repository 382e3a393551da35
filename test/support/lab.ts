// A lab for a test: disk in memory, clocks by hand, one delivery at a time, doors on free ports.
// Counterpart: engine/engine.ts. Rule: what a test can do, a person can do; nothing reaches inside.

import type { CommandInput, CommandName, CommandReply } from '../../contract/commands.ts';
import type { LabEvent, LabEventOf, EventType } from '../../contract/events.ts';
import type { TopologyName } from '../../contract/topologies.ts';
import type { Topology } from '../../contract/topology.ts';
import { Lab } from '../../engine/engine.ts';
import { soundTopology } from '../../engine/open-lab.ts';
import { TOPOLOGIES } from '../../engine/topologies/index.ts';
import type { World } from '../../engine/world.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { provenanceDifferences } from './provenance.ts';

export interface TestLabOptions {
  world?: World;
  topology?: Topology;
  seed?: number;
  serial?: boolean;
  manual?: boolean;
  /** The two derivations of provenance are compared at the end, unless a test breaks them on purpose. */
  compareProvenance?: boolean;
}

export class TestLab {
  readonly lab: Lab;
  readonly events: LabEvent[];
  readonly #compare: boolean;

  private constructor(lab: Lab, events: LabEvent[], compare: boolean) {
    this.lab = lab;
    this.events = events;
    this.#compare = compare;
  }

  static async open(options: TestLabOptions = {}): Promise<TestLab> {
    const events: LabEvent[] = [];
    const lab = await Lab.open(
      {
        dir: 'test',
        world: options.world ?? manualWorld(),
        topology: options.topology ?? testTopology(),
        seed: options.seed ?? 1,
        manual: options.manual ?? true,
        serial: options.serial ?? true,
      },
      (event) => events.push(event),
    );
    return new TestLab(lab, events, options.compareProvenance ?? true);
  }

  send<C extends CommandName>(command: C, args: CommandInput<C>): Promise<CommandReply[C]> {
    return this.lab.dispatch(command, args);
  }

  /** Alice writes to somebody; resolves when everything has come to rest. */
  async letter(to: string | string[], text = 'Hello there.'): Promise<string> {
    const { reply } = await this.send('mail.send', {
      from: 'alice@campus.example',
      to: typeof to === 'string' ? [to] : to,
      subject: 'A letter',
      text,
    });
    await this.lab.settled();
    return reply;
  }

  /** Local port of a door. */
  door(host: string, port: number): number {
    const door = this.lab.ready.doors.find((one) => one.host.startsWith(host) && one.port === port);
    if (!door) throw new Error(`no door leads to ${host}:${port}`);
    return door.local;
  }

  of<T extends EventType>(type: T): LabEventOf<T>[] {
    // The union is discriminated by `type`; a generic filter can't say so.
    return this.events.filter((event) => event.type === type) as unknown as LabEventOf<T>[];
  }

  /** The letters of a mailbox, as bytes. */
  async mailbox(address: string): Promise<string[]> {
    const { letters } = await this.send('store.list', { address });
    const read = letters.map(({ uid }) => this.send('store.read', { address, uid }));
    return (await Promise.all(read)).map(({ bytes }) => bytes);
  }

  /** The first event of a type that fits, now or when it comes. */
  seen<T extends EventType>(type: T, fits: (event: LabEventOf<T>) => boolean = () => true): Promise<LabEventOf<T>> {
    const known = this.of(type).find(fits);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      const watching = this.lab.subscribe((event) => {
        const [match] = event.type === type ? this.of(type).slice(-1).filter(fits) : [];
        if (!match) return;
        watching.dispose();
        resolve(match);
      });
    });
  }

  async close(): Promise<void> {
    await this.lab.settled();
    const differences = this.#compare ? await provenanceDifferences(this.events, this.lab) : [];
    await this.lab.close('test');
    if (differences.length > 0) throw new Error(`provenance differs:\n${differences.join('\n')}`);
  }
}

/** `two-domains` with every door on any free port, so that tests run side by side. */
export function testTopology(change: (topology: Topology) => void = () => undefined): Topology {
  const topology = shippedTopology('two-domains');
  change(topology);
  return topology;
}

/** A shipped lab, its doors on any free ports. */
export function shippedTopology(name: TopologyName): Topology {
  const topology = soundTopology(TOPOLOGIES[name], name);
  for (const door of topology.doors) door.local = 0;
  topology.dnsDoor = 0;
  return topology;
}

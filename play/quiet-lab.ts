// A lab without a screen: disk in memory, clocks by hand. Counterpart: engine/engine.ts; test/support/lab.ts has more for
// tests. Rule: what is done here a person can do; nothing reaches inside.

import type { CommandInput, CommandName, CommandReply } from '../contract/commands.ts';
import type { EventType, LabEvent, LabEventOf } from '../contract/events.ts';
import type { TopologyName } from '../contract/topologies.ts';
import type { Topology } from '../contract/topology.ts';
import { Lab } from '../engine/engine.ts';
import { soundTopology } from '../engine/open-lab.ts';
import { TOPOLOGIES } from '../engine/topologies/index.ts';
import type { World } from '../engine/world.ts';
import { manualWorld } from '../engine/world/manual-world.ts';

export interface QuietLabOptions {
  topology: Topology;
  world?: World;
  seed?: number | undefined;
  serial?: boolean;
  manual?: boolean;
}

export class QuietLab {
  readonly lab: Lab;
  readonly events: LabEvent[];

  protected constructor(lab: Lab, events: LabEvent[]) {
    this.lab = lab;
    this.events = events;
  }

  static async open(options: QuietLabOptions): Promise<QuietLab> {
    const { lab, events } = await QuietLab.bringUp(options);
    return new QuietLab(lab, events);
  }

  protected static async bringUp({ topology, world, seed, serial, manual }: QuietLabOptions) {
    const events: LabEvent[] = [];
    const settings = { dir: 'test', world: world ?? manualWorld(), topology, seed: seed ?? 1 };
    const lab = await Lab.open({ ...settings, manual: manual ?? true, serial: serial ?? false }, (event) =>
      events.push(event),
    );
    return { lab, events };
  }

  send<C extends CommandName>(command: C, args: CommandInput<C>): Promise<CommandReply[C]> {
    return this.lab.dispatch(command, args);
  }

  of<T extends EventType>(type: T): LabEventOf<T>[] {
    // The union is discriminated by `type`; a generic filter can't say so.
    return this.events.filter((event) => event.type === type) as unknown as LabEventOf<T>[];
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
    await this.lab.close('test');
  }
}

/** A shipped lab, its doors on any free ports. */
export function shippedTopology(name: TopologyName): Topology {
  const topology = soundTopology(TOPOLOGIES[name], name);
  for (const door of topology.doors) door.local = 0;
  topology.dnsDoor = 0;
  return topology;
}

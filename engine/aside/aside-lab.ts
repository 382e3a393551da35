// One lab beside the open one. Counterpart: aside-desk.ts keeps them, commands/aside.ts asks. Rule: memory for a disk, clocks by
// hand, no doors; waits pass by themselves, so nobody waits for a greeting's second half.

import type { CommandName } from '../../contract/commands.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { Topology } from '../../contract/topology.ts';
import { cloneJson } from '../../contract/clone.ts';
import type { Lab, OpenLab } from '../engine.ts';
import { UnattendedWorld } from '../unattended-world.ts';
import { ASIDE_LIMITS } from './limits.ts';

export class AsideLab {
  readonly lab: Lab;
  readonly #world: UnattendedWorld;
  readonly #heard: LabEvent[];

  private constructor(lab: Lab, world: UnattendedWorld, heard: LabEvent[]) {
    this.lab = lab;
    this.#world = world;
    this.#heard = heard;
  }

  static async open(openLab: OpenLab, shipped: Topology, seed: number): Promise<AsideLab> {
    const world = new UnattendedWorld(ASIDE_LIMITS.stuck_us);
    const topology = cloneJson(shipped);
    topology.doors = [];
    topology.dnsDoor = 0;
    const heard: LabEvent[] = [];
    const settings = { dir: 'aside', world: world.world, topology, seed, manual: true, serial: false };
    const lab = await openLab(settings, (event) => {
      if (heard.length < ASIDE_LIMITS.events) heard.push(event);
    });
    return new AsideLab(lab, world, heard);
  }

  /** Runs a command and waits for rest. Rejects with CommandProblem. */
  async obey(command: CommandName, args: unknown): Promise<{ reply: unknown; events: LabEvent[] }> {
    let isOver = false;
    const attending = this.#world.attend(this.lab, () => isOver);
    try {
      const reply = await this.lab.dispatch(command, args);
      if (this.lab.isOpen) await this.lab.settled();
      return { reply, events: this.#heard.splice(0) };
    } finally {
      isOver = true;
      await attending;
    }
  }

  close(): Promise<void> {
    return this.lab.close('aside');
  }
}

// The labs beside the open one. Counterpart: commands/aside.ts. Rule: few at a time; what closes the open lab closes them.

import type { Topology } from '../../contract/topology.ts';
import { CommandProblem } from '../commands/problem.ts';
import type { OpenLab } from '../engine.ts';
import { AsideLab } from './aside-lab.ts';
import { ASIDE_LIMITS } from './limits.ts';

export class AsideDesk {
  readonly #openLab: OpenLab;
  readonly #open = new Map<string, AsideLab>();
  #count = 0;

  constructor(openLab: OpenLab) {
    this.#openLab = openLab;
  }

  /** Returns its name. */
  async open(topology: Topology, seed: number): Promise<string> {
    if (this.#open.size >= ASIDE_LIMITS.labs) {
      throw new CommandProblem('too many', `${ASIDE_LIMITS.labs} labs are open beside this one; close one first`);
    }
    const name = `aside-${(this.#count += 1)}`;
    this.#open.set(name, await AsideLab.open(this.#openLab, topology, seed));
    return name;
  }

  get(name: string): AsideLab {
    const lab = this.#open.get(name);
    if (!lab) throw new CommandProblem('unknown lab', `no lab beside this one is called "${name}"`);
    return lab;
  }

  async drop(name: string): Promise<void> {
    const lab = this.#open.get(name);
    this.#open.delete(name);
    await lab?.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((name) => this.drop(name)));
  }
}

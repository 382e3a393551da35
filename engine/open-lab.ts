// A lab on the real machine, from a name: what the entries (lab.ts, host.ts) share.
// Counterpart: engine.ts. Rule: what comes from outside is checked before anything is opened.

import fs from 'node:fs';

import { describeProblems, nearest } from '../contract/problems.ts';
import type { Topology } from '../contract/topology.ts';
import { checkTopology } from '../contract/topology-check.ts';
import { Lab, type LabOptions } from './engine.ts';
import { TOPOLOGIES } from './topologies/index.ts';
import { realWorld } from './world/real-world.ts';

export class TopologyError extends Error {
  override name = 'TopologyError';
}

/** A shipped lab by name, or one from a JSON file. Throws TopologyError. */
export function readTopology(name: string): Topology {
  let input: unknown = Object.hasOwn(TOPOLOGIES, name) ? TOPOLOGIES[name] : undefined;
  if (input === undefined) {
    if (!fs.existsSync(name)) {
      const near = nearest(name, Object.keys(TOPOLOGIES));
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
      throw new TopologyError(`no topology is called "${name}", and no such file is there.${hint}`);
    }
    try {
      input = JSON.parse(fs.readFileSync(name, 'utf8'));
    } catch (error) {
      throw new TopologyError(`${name}: ${(error as Error).message}`);
    }
  }
  return soundTopology(input, name);
}

/** Checks a topology from anywhere. Throws TopologyError with every defect. */
export function soundTopology(input: unknown, name: string): Topology {
  const checked = checkTopology(input);
  if (!checked.ok) throw new TopologyError(`topology ${name}:\n${describeProblems(checked.problems)}`);
  return checked.value;
}

/** Opens a lab in a directory of this machine. */
export function openRealLab(options: Omit<LabOptions, 'world'>): Promise<Lab> {
  fs.mkdirSync(options.dir, { recursive: true });
  return Lab.open({ ...options, world: realWorld(options.dir, { manual: options.manual }) });
}

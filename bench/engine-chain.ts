// The chain as the engine runs it: in this process, on a real directory, everything captured.
// Counterpart: bare-chain.ts, its floor. Rule: nothing is switched off for the measurement.

import { Lab } from '../engine/engine.ts';
import { soundTopology } from '../engine/open-lab.ts';
import { realWorld } from '../engine/world/real-world.ts';
import type { TopologyInput } from '../contract/topology.ts';
import type { Chain } from './chain.ts';
import { chainTopology } from './chain-topology.ts';

/** Opens a lab as `npm run lab` does. */
export function openLab(topology: TopologyInput, dir: string): Promise<Lab> {
  return Lab.open({
    dir,
    world: realWorld(dir, { manual: false }),
    topology: soundTopology(structuredClone(topology), topology.name),
    seed: 1,
    manual: false,
    serial: false,
  });
}

export async function openEngineChain(dir: string): Promise<Chain> {
  const lab = await openLab(chainTopology, dir);
  const [door] = lab.ready.doors;
  const chain: Chain = { port: door?.local ?? 0, onDelivered: () => undefined, close: () => lab.close() };
  lab.subscribe((event) => {
    if (event.type === 'store.delivered') chain.onDelivered();
  });
  return chain;
}

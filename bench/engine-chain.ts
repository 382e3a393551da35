// The chain as the engine runs it: in this process, on a real directory, everything captured.
// Counterpart: bare-chain.ts, its floor. Rule: nothing is switched off for the measurement.

import { Lab } from '../engine/engine.ts';
import { soundTopology } from '../engine/open-lab.ts';
import { realWorld } from '../engine/world/real-world.ts';
import type { TopologyInput } from '../contract/topology.ts';
import type { Chain } from './chain.ts';
import { CHAIN_PASSWORD, CHAIN_RECIPIENT, CHAIN_SEED, chainTopology, fullPathTopology } from './chain-topology.ts';
import { defendedTopology } from './defended-topology.ts';
import { signedLetter } from './signed-letter.ts';

/** Opens a lab as `npm run lab` does. */
export function openLab(topology: TopologyInput, dir: string): Promise<Lab> {
  return Lab.open({
    dir,
    world: realWorld(dir, { manual: false }),
    topology: soundTopology(structuredClone(topology), topology.name),
    seed: CHAIN_SEED,
    manual: false,
    serial: false,
  });
}

export async function openEngineChain(dir: string): Promise<Chain> {
  return chainOf(await openLab(chainTopology, dir));
}

/** The same four hops for letters that are signed. */
export async function openSignedChain(dir: string): Promise<Chain> {
  return chainOf(await openLab(chainTopology, dir), { letter: await signedLetter() });
}

/** For signed letters too, the last hop with every defence that there is. */
export async function openDefendedChain(dir: string): Promise<Chain> {
  return chainOf(await openLab(defendedTopology, dir), { letter: await signedLetter() });
}

/** The same four hops with STARTTLS on each, and AUTH at the first. */
export async function openFullPath(dir: string): Promise<Chain> {
  const lab = await openLab(fullPathTopology, dir);
  const submission = {
    servername: lab.ready.doors[0]?.host ?? '',
    authority: lab.run.context.certificates.authorityPem,
    login: CHAIN_RECIPIENT,
    password: CHAIN_PASSWORD,
  };
  return chainOf(lab, { submission });
}

function chainOf(lab: Lab, more: Pick<Chain, 'letter' | 'submission'> = {}): Chain {
  const [door] = lab.ready.doors;
  const chain: Chain = {
    port: door?.local ?? 0,
    onDelivered: () => undefined,
    close: () => lab.close(),
    ...more,
  };
  lab.subscribe((event) => {
    if (event.type === 'store.delivered') chain.onDelivered();
  });
  return chain;
}

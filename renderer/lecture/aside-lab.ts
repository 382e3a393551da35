// A lab beside the open one, for the pre-flight check. Counterpart: engine/aside/; lessons/playlists/preflight.ts plays in it.

import type { CommandReply, Dispatch } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import type { CutScene } from '../../lessons/playlists/cut.ts';
import { type OwnNames, rename } from '../../lessons/playlists/own-names.ts';
import type { AsideLab } from '../../lessons/playlists/preflight.ts';

export interface NamedAside extends AsideLab {
  name: string;
}

export async function openAside(
  dispatch: Dispatch,
  { start }: CutScene,
  names: OwnNames | undefined,
): Promise<NamedAside> {
  const { topology: shipped } = await dispatch('labs.read', { topology: start.topology });
  const topology = names ? rename<Topology>(shipped, names) : shipped;
  const { aside } = await dispatch('aside.open', { topology, seed: start.seed });
  return {
    name: aside,
    send: async (command, args) => {
      const { reply, events } = await dispatch('aside.do', { aside, command, args });
      return { reply: reply as CommandReply[typeof command], events };
    },
    close: async () => {
      await dispatch('aside.close', { aside });
    },
  };
}

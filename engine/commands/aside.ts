// aside.*: labs beside the open one. Counterpart: aside/.

import type { CommandName } from '../../contract/commands.ts';
import { describeProblems } from '../../contract/problems.ts';
import type { Topology } from '../../contract/topology.ts';
import { checkTopology } from '../../contract/topology-check.ts';
import { packSession } from '../session.ts';
import { TOPOLOGIES } from '../topologies/index.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

/** What reaches beyond the lab itself: the person's shelf, what they have learned, the stage; or another lab beside it. */
const BEYOND = /^(?:labs|progress|lecture|aside|experiment|rerun|session)\./;

export const asideCommands: Group<'aside'> = {
  'aside.open': async (lab, { topology, seed }) => ({ aside: await lab.asides.open(topologyOf(topology), seed) }),
  'aside.do': (lab, { aside, command, args }) => {
    if (BEYOND.test(command)) throw new CommandProblem('not there', `a lab beside the open one has no ${command}`);
    return lab.asides.get(aside).obey(command as CommandName, args);
  },
  'aside.pack': (lab, { aside }) => ({ packing: lab.run.packings.begin(packSession(lab.asides.get(aside).lab)) }),
  'aside.close': async (lab, { aside }) => {
    await lab.asides.drop(aside);
    return {};
  },
};

function topologyOf(given: unknown): Topology {
  const isShipped = typeof given === 'string' && Object.hasOwn(TOPOLOGIES, given);
  const checked = checkTopology(isShipped ? TOPOLOGIES[given] : given);
  if (!checked.ok) throw new CommandProblem('bad topology', describeProblems(checked.problems));
  return checked.value;
}

// lab.*: its state, its rest, its end, and moments to come back to.

import { stateHash } from '../../contract/fold/hash.ts';
import { atRest } from '../at-rest.ts';
import { fork } from '../replay/fork.ts';
import { loadCheckpoint, storeCheckpoint } from '../checkpoint.ts';
import { LAB_LIMITS } from '../limits.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const labCommands: Group<'lab'> = {
  'lab.state': (lab) => {
    const { log } = lab.run.context;
    return { seq: log.seq, run: log.run, state: log.state, hash: stateHash(log.state) };
  },
  'lab.settled': async (lab) => {
    await lab.settled();
    return { seq: lab.run.context.log.seq };
  },
  'lab.close': async (lab) => {
    await lab.close('lab.close');
    return {};
  },
  'lab.checkpoint': async (lab, { name }) => {
    await atRest(lab);
    const { disk } = lab.options.world;
    const known = await disk.list('checkpoints');
    if (!known.includes(name) && known.length >= LAB_LIMITS.checkpoints) {
      throw new CommandProblem(
        'too many',
        `a lab keeps ${LAB_LIMITS.checkpoints} checkpoints; use one of these names again: ${known.join(', ')}`,
      );
    }
    await storeCheckpoint(disk, name, await lab.checkpoint());
    const seq = lab.run.context.scope.emit('lab.checkpointed', { name });
    return { name, seq };
  },
  'lab.restore': async (lab, { name }) => {
    const checkpoint = await loadCheckpoint(lab.options.world.disk, name);
    if (!checkpoint) throw new CommandProblem('unknown checkpoint', `there is no checkpoint "${name}"`);
    await lab.restore(checkpoint, 'restore');
    return { run: lab.run.options.run };
  },
  'lab.reset': async (lab) => {
    await lab.restore(lab.start, 'reset');
    return { run: lab.run.options.run };
  },
  'lab.fork': async (lab, { seq, instead }) => {
    const replayed = await fork(lab, seq, instead);
    return { run: lab.run.options.run, replayed };
  },
};

// Every command: its arguments are checked, it is written down as an input, then it is done.
// Counterpart: contract/commands.ts (the table). Adding a group: a file, and a line here.

import { type CommandName, type CommandReply, commandArgs } from '../../contract/commands.ts';
import { check, describeProblems, nearest } from '../../contract/problems.ts';
import type { z } from '../../contract/schema.ts';
import type { Lab } from '../engine.ts';
import { actorCommands } from './actor.ts';
import { addressCommands } from './address.ts';
import { asideCommands } from './aside.ts';
import { blocklistCommands } from './blocklist.ts';
import { bytesCommands } from './bytes.ts';
import { clockCommands } from './clock.ts';
import type { CommandHandlers } from './command.ts';
import { configCommands } from './config.ts';
import { dnsCommands } from './dns.ts';
import { experimentCommands } from './experiment.ts';
import { faultCommands } from './fault.ts';
import { filesCommands } from './files.ts';
import { holdCommands } from './hold.ts';
import { inboxCommands } from './inbox.ts';
import { labCommands } from './lab.ts';
import { lectureCommands } from './lecture.ts';
import { lessonCommands } from './lesson.ts';
import { logCommands } from './log.ts';
import { labsCommands } from './labs.ts';
import { mailCommands } from './mail.ts';
import { policyCommands } from './policy.ts';
import { CommandProblem } from './problem.ts';
import { progressCommands } from './progress.ts';
import { queueCommands } from './queue.ts';
import { rerunCommands } from './rerun.ts';
import { sessionCommands } from './session.ts';
import { shellCommands } from './shell.ts';
import { storeCommands } from './store.ts';

const HANDLERS: CommandHandlers = {
  ...actorCommands,
  ...addressCommands,
  ...asideCommands,
  ...blocklistCommands,
  ...bytesCommands,
  ...clockCommands,
  ...configCommands,
  ...dnsCommands,
  ...experimentCommands,
  ...faultCommands,
  ...filesCommands,
  ...holdCommands,
  ...inboxCommands,
  ...labCommands,
  ...lectureCommands,
  ...lessonCommands,
  ...logCommands,
  ...labsCommands,
  ...mailCommands,
  ...policyCommands,
  ...progressCommands,
  ...queueCommands,
  ...rerunCommands,
  ...sessionCommands,
  ...shellCommands,
  ...storeCommands,
};

/** Commands that change the lab: a replay needs them. The rest only ask. */
const STIMULI: ReadonlySet<CommandName> = new Set([
  'actor.start',
  'actor.stop',
  'clock.advance',
  'clock.next',
  'clock.rate',
  'clock.activity',
  'config.patch',
  'dns.forget',
  'fault.set',
  'fault.clear',
  'hold.set',
  'hold.clear',
  'hold.release',
  'inbox.use',
  'inbox.folders',
  'inbox.list',
  'inbox.read',
  'inbox.flag',
  'inbox.move',
  'inbox.remove',
  'inbox.search',
  'inbox.makeFolder',
  'inbox.renameFolder',
  'inbox.removeFolder',
  'inbox.draft',
  'inbox.close',
  'mail.send',
  'policy.forget',
  'policy.admit',
  'blocklist.add',
  'blocklist.dead',
  'blocklist.remove',
  'queue.flush',
  'queue.hold',
  'queue.release',
  'queue.delete',
  'queue.requeue',
  'shell.open',
  'shell.submit',
  'shell.bytes',
  'shell.signal',
  'shell.close',
  'store.fill',
]);

/** Runs `command` with arguments from outside. Rejects with CommandProblem. */
export async function dispatch<C extends CommandName>(lab: Lab, command: C, args: unknown): Promise<CommandReply[C]> {
  if (!Object.hasOwn(commandArgs, command)) {
    const near = nearest(command, Object.keys(commandArgs));
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new CommandProblem('unknown command', `there is no command "${String(command).slice(0, 64)}".${hint}`);
  }
  const checked = check(commandArgs[command] as z.ZodType, args);
  if (!checked.ok) throw new CommandProblem('bad arguments', describeProblems(checked.problems));
  if (STIMULI.has(command)) {
    const { log, scope } = lab.run.context;
    scope.emit('input.command', { after: log.seq, command, args: args ?? {} });
  }
  // The table ties each handler to its own arguments; one lookup by a variable name can't.
  const handler = HANDLERS[command] as (lab: Lab, args: unknown) => CommandReply[C] | Promise<CommandReply[C]>;
  return handler(lab, checked.value);
}

// How a group of commands looks. Counterpart: index.ts checks the arguments and finds the handler.

import type { CommandArgs, CommandName, CommandReply } from '../../contract/commands.ts';
import type { Lab } from '../engine.ts';

export type CommandHandlers = {
  [C in CommandName]: (lab: Lab, args: CommandArgs<C>) => CommandReply[C] | Promise<CommandReply[C]>;
};

/** Commands of one group, typed by the contract. */
export type Group<P extends string> = Pick<CommandHandlers, Extract<CommandName, `${P}.${string}`>>;

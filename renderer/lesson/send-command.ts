// What a lesson wants of the engine, sent. Counterpart: lessons/commands.ts says what; lesson-store.ts when. Rule: one case
// a command, so that each has its own arguments; bytes that were asked for are told.

import type { Dispatch } from '../../contract/commands.ts';
import type { BytesWanted } from '../../lessons/book/sighting.ts';
import type { LessonCommand } from '../../lessons/commands.ts';

export async function sendCommand(
  dispatch: Dispatch,
  command: LessonCommand,
  tell: (wanted: BytesWanted, bytes: string) => void,
): Promise<void> {
  switch (command.command) {
    case 'bytes.read': {
      const { bytes, expired } = await dispatch(command.command, command.args);
      if (!expired) tell(command.wanted, bytes);
      return;
    }
    case 'store.read': {
      const { bytes } = await dispatch(command.command, command.args);
      tell(command.wanted, bytes);
      return;
    }
    case 'hold.set':
      await dispatch(command.command, command.args);
      return;
    case 'hold.clear':
      await dispatch(command.command, command.args);
      return;
    case 'hold.release':
      await dispatch(command.command, command.args);
      return;
    case 'fault.set':
      await dispatch(command.command, command.args);
      return;
    case 'fault.clear':
      await dispatch(command.command, command.args);
      return;
    case 'config.patch':
      await dispatch(command.command, command.args);
      return;
    case 'dns.forget':
      await dispatch(command.command, command.args);
      return;
    case 'clock.advance':
      await dispatch(command.command, command.args);
      return;
    case 'store.fill':
      await dispatch(command.command, command.args);
      return;
    case 'actor.start':
      await dispatch(command.command, command.args);
      return;
    case 'actor.stop':
      await dispatch(command.command, command.args);
      return;
    case 'shell.type': {
      const { shell } = await dispatch('shell.open', { host: command.args.host });
      await dispatch('shell.submit', { shell, line: command.args.line });
      await dispatch('shell.close', { shell });
      return;
    }
  }
}

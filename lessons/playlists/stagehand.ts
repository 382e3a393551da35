// Makes a lab ready for a scene, and does in it what the scene's beats say, without a screen: for the pre-flight check, and for
// all that comes before a scene that is begun in the middle. Counterpart: renderer/lecture/ types the same in front of people.
// Rule: commands of the contract and nothing else; each after the one before has been answered.

import type { CommandInput, CommandName, CommandReply } from '../../contract/commands.ts';
import type { LabState } from '../../contract/fold/state.ts';
import type { Beat } from '../../contract/lecture/playlist.ts';
import type { LessonCommand } from '../commands.ts';
import { startCommands } from '../start.ts';
import type { CutScene } from './cut.ts';

/** A lab that obeys. */
export interface StageLab {
  send: <C extends CommandName>(command: C, args: CommandInput<C>) => Promise<CommandReply[C]>;
}

/** Settings, zones, mailboxes and clock of the scene's start, in a lab that is as its topology begins it. */
async function setUp(lab: StageLab, { start }: CutScene): Promise<void> {
  const { state } = await lab.send('lab.state', {});
  if (!state.topology) return;
  const { now_ms } = await lab.send('clock.get', {});
  const faults = state.faults?.map(({ rule }: NonNullable<LabState['faults']>[number]) => rule);
  const commands = startCommands(start, state.topology, now_ms, state.topology, faults);
  for (const command of commands) await obey(lab, command);
  await lab.send('lab.settled', {});
}

/** Everything that the scenes say is done before this one begins. */
export async function catchUp(lab: StageLab, scene: CutScene): Promise<void> {
  await setUp(lab, scene.after[0] ?? scene);
  for (const one of scene.after) await playBeats(lab, one.beats);
}

/** Types all of it; one shell a host, as on the stage. */
export async function playBeats(lab: StageLab, beats: readonly Beat[]): Promise<void> {
  const shells = new Map<string, string>();
  for (const beat of beats) {
    if (!('type' in beat)) continue;
    const shell = shells.get(beat.as) ?? (await lab.send('shell.open', { host: beat.as })).shell;
    shells.set(beat.as, shell);
    for (const line of linesOf(beat.type)) {
      await lab.send('shell.submit', { shell, line });
      await lab.send('lab.settled', {});
    }
  }
  for (const shell of shells.values()) await lab.send('shell.close', { shell });
}

/** The lines of a beat; an empty one in the middle is typed too. */
export function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

async function obey(lab: StageLab, { command, args }: LessonCommand): Promise<void> {
  if (command === 'shell.type') {
    const { shell } = await lab.send('shell.open', { host: args.host });
    await lab.send('shell.submit', { shell, line: args.line });
    await lab.send('shell.close', { shell });
  } else await lab.send(command, args as never);
}

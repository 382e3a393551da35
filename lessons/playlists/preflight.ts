// Every scene of a cut played on this machine before the hall is there, in an engine of its own. Counterpart: `aside.*` of the
// contract gives the engine; renderer/lecture/preflight-panel.tsx shows how it goes. Rule: each scene in a lab that begins
// afresh, as the rescue key has it; a scene that fails stops nothing but itself.

import type { CommandInput, CommandName, CommandReply } from '../../contract/commands.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { CutScene } from './cut.ts';
import { catchUp, playBeats, type StageLab } from './stagehand.ts';
import { missing } from './verdict.ts';

/** A lab beside the one that is open. Every command is answered when the lab is at rest again. */
export interface AsideLab {
  send: <C extends CommandName>(
    command: C,
    args: CommandInput<C>,
  ) => Promise<{ reply: CommandReply[C]; events: LabEvent[] }>;
  close: () => Promise<void>;
}

export interface SceneCheck {
  scene: string;
  title: string;
  took_ms: number;
  /** What went otherwise than it should; none when all is well. */
  problems: string[];
}

export interface Preflight {
  open: (scene: CutScene) => Promise<AsideLab>;
  now_ms: () => number;
  isCancelled: () => boolean;
  onCheck: (check: SceneCheck) => void;
  /** The scene's lab as it is at its end, before it closes: a recording can be made of it. */
  onPlayed?: (scene: CutScene, lab: AsideLab) => Promise<void>;
}

export async function preflight(scenes: readonly CutScene[], parts: Preflight): Promise<void> {
  for (const scene of scenes) {
    if (parts.isCancelled()) return;
    const begun_ms = parts.now_ms();
    const problems = await checkScene(scene, parts);
    if (parts.isCancelled()) return;
    parts.onCheck({ scene: scene.id, title: scene.title, took_ms: parts.now_ms() - begun_ms, problems });
  }
}

async function checkScene(scene: CutScene, parts: Preflight): Promise<string[]> {
  let lab: AsideLab | undefined;
  try {
    lab = await parts.open(scene);
    const aside = lab;
    let events: LabEvent[] = [];
    const send: StageLab['send'] = async (command, args) => {
      if (parts.isCancelled()) throw new Error('cancelled');
      const done = await aside.send(command, args);
      events.push(...done.events);
      return done.reply;
    };
    await catchUp({ send }, scene);
    // What led here is heard by the checks, but only what the scene itself does can meet them.
    const before = events;
    events = [];
    await playBeats({ send }, scene.beats);
    await parts.onPlayed?.(scene, aside);
    return missing(scene, [...before.filter(({ type }) => type === 'lab.opened'), ...events]);
  } catch (error) {
    return [(error as Error).message];
  } finally {
    await lab?.close();
  }
}

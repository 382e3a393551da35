// A playlist in the time that there is: the scenes of a cut, each with its whole start and with those that it goes on from.
// Counterpart: contract/lecture/playlist.ts. Rule: pure; nothing of another cut's scenes happens in this one.

import type { LessonStart } from '../../contract/lesson.ts';
import type { Cut, Playlist, Scene } from '../../contract/lecture/playlist.ts';

export interface CutScene extends Omit<Scene, 'start'> {
  start: LessonStart;
  /** The scenes whose lab it goes on in, the earliest first; none where it begins afresh. */
  after: CutScene[];
}

export function scenesOf(playlist: Playlist, cut: Cut): CutScene[] {
  const scenes: CutScene[] = [];
  for (const scene of playlist.scenes) {
    if (!scene.cuts.includes(cut)) continue;
    const before = scenes.at(-1);
    const goesOn = scene.begins === 'on' && before !== undefined;
    // A lesson's start names actors and panels; here the shell's seats and the stage say those.
    const start = { actors: [], panels: ['map'], ...playlist.start, ...scene.start } as unknown as LessonStart;
    scenes.push({ ...scene, start, after: goesOn ? [...before.after, before] : [] });
  }
  return scenes;
}

// What the lecture's views read of the desk. Counterpart: lecture-desk.ts, which alone changes it.

import type { LectureStatus } from '../../contract/lecture/commands.ts';
import type { Cut, Playlist } from '../../contract/lecture/playlist.ts';
import type { Stage } from '../../contract/lecture/stage.ts';
import type { CutScene } from '../../lessons/playlists/cut.ts';
import type { OwnNames } from '../../lessons/playlists/own-names.ts';
import type { Voting } from './vote-round.ts';

export interface Running {
  playlist: Playlist;
  cut: Cut;
  scenes: readonly CutScene[];
  names: OwnNames | undefined;
  /** The scene, and how many of its beats are done. */
  at: number;
  beat: number;
  phase: 'preparing' | 'ready' | 'typing' | 'failed';
  panels: readonly Stage['panels'][number][];
  /** One panel has the stage for itself. */
  zoom: Stage['panels'][number] | undefined;
  voting: Voting | undefined;
  isBlack: boolean;
  isSpot: boolean;
  frozen: Stage['frozen'] | undefined;
  began_ms: number;
}

export interface LectureState {
  running: Running | undefined;
  /** What the engine's process knows: followers, their answers, who was refused. */
  status: LectureStatus | undefined;
  failure: string | undefined;
  /** By scene: what it showed when it was checked, or a session of the presenter's own. */
  recordings: ReadonlyMap<string, Blob>;
  /** Notes stand on this screen too. */
  hasNotes: boolean;
}

// What the lecture's views read of the desk. Counterpart: lecture-desk.ts, which alone changes it.

import type { LectureStatus } from '../../contract/lecture/commands.ts';
import type { Cut, Playlist } from '../../contract/lecture/playlist.ts';
import type { Stage, StageThing } from '../../contract/lecture/stage.ts';
import type { CutScene } from '../../lessons/playlists/cut.ts';
import type { OwnNames } from '../../lessons/playlists/own-names.ts';
import type { Source } from '../source/source.ts';
import type { Remembered } from '../store/remembered.ts';
import type { Voting } from './vote-round.ts';

/** A playlist with the text that it was read from, which is what can be kept. */
export interface ChosenPlaylist {
  playlist: Playlist;
  file: string;
}

export interface Running extends ChosenPlaylist {
  cut: Cut;
  scenes: readonly CutScene[];
  names: OwnNames | undefined;
  /** The scene, and how many of its beats are done. */
  at: number;
  beat: number;
  phase: 'preparing' | 'ready' | 'typing' | 'failed';
  panels: readonly Stage['panels'][number][];
  /** The scene's recording stands in the lab's place; its number once followers can have it. */
  isRecorded: boolean;
  recording: number | undefined;
  /** One panel has the stage for itself. */
  zoom: Stage['panels'][number] | undefined;
  voting: Voting | undefined;
  isBlack: boolean;
  isSpot: boolean;
  spot: StageThing | undefined;
  top: StageThing | undefined;
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

/** What the desk has of its page. */
export interface LectureParts {
  wait: (ms: number) => Promise<void>;
  chance: () => number;
  /** Real time. */
  now_ms: () => number;
  isStill: () => boolean;
  /** Where the lecture is, for as long as the window lives. */
  kept: Remembered<unknown>;
  /** A connection of its own. */
  line: () => Source;
  /** The window of the notes; false where there can't be one. */
  openWindow: () => boolean;
}

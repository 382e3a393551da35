// A lecture as it begins: its playlist cut to the time, with one's own names in it. Counterpart: lecture-state.ts. Rule: pure.

import type { Cut } from '../../contract/lecture/playlist.ts';
import { scenesOf } from '../../lessons/playlists/cut.ts';
import { type OwnNames, rename } from '../../lessons/playlists/own-names.ts';
import type { ChosenPlaylist, Running } from './lecture-state.ts';

/** undefined where nothing of it is played in this time. */
export function firstOf(
  { playlist, file }: ChosenPlaylist,
  cut: Cut,
  names: OwnNames | undefined,
  began_ms: number,
): Running | undefined {
  const named = names ? rename(playlist, names) : playlist;
  const scenes = scenesOf(named, cut);
  const [first] = scenes;
  if (!first) return undefined;
  return {
    ...{
      playlist: named,
      file,
      cut,
      scenes,
      names,
      at: 0,
      beat: 0,
      phase: 'preparing',
      panels: first.panels,
      began_ms,
    },
    ...{ zoom: undefined, voting: undefined, isBlack: false, isSpot: false, spot: undefined, top: undefined },
    ...{ frozen: undefined, isRecorded: false, recording: undefined },
  };
}

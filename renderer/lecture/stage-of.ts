// What the hall sees, worked out from where the lecture is and what the presenter looks at. Counterpart: lecture-desk.ts tells it.
// Rule: pure; nothing of the presenter's own is in it.

import type { Stage } from '../../contract/lecture/stage.ts';
import type { BenchState } from '../store/bench-store.ts';
import type { Running } from './lecture-state.ts';
import { voteOf } from './vote-round.ts';

export function stageOf(
  { playlist, scenes, at, panels, zoom, voting, isBlack, frozen, recording, spot, top }: Running,
  { chosen, pointed, cursor }: BenchState,
): Stage {
  return {
    playlist: playlist.title,
    scene: { at: at + 1, of: scenes.length, title: scenes[at]?.title ?? '' },
    panels: zoom === undefined ? [...panels] : [zoom],
    isBlack,
    ...(chosen === undefined ? {} : { journey: chosen }),
    ...(pointed === undefined ? {} : { pointed: { conn: pointed.conn, seq: pointed.seq } }),
    ...(cursor === undefined ? {} : { moment: cursor }),
    ...(spot === undefined ? {} : { spot }),
    ...(top === undefined ? {} : { top }),
    ...(recording === undefined ? {} : { recording }),
    ...(frozen === undefined ? {} : { frozen }),
    ...(voting === undefined ? {} : { vote: voteOf(voting) }),
  };
}

/** The host that it is about: the one that was named last in what was typed, or else where it was typed. */
export function hostOf({ scenes, at, beat }: Running, { live }: BenchState): string | undefined {
  const done = scenes[at]?.beats.slice(0, beat + 1) ?? [];
  const typed = done.flatMap((one) => ('type' in one ? [one] : []));
  const words = typed.flatMap(({ as, type }) => type.split(/[\s:]+/).filter((word) => word !== as));
  const named = live.lab.topology?.hosts.findLast(({ name }) => words.includes(name))?.name;
  return named ?? typed.at(-1)?.as;
}

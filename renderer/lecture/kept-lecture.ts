// Where a lecture is, kept by its window in case the page is loaded again. Counterpart: lecture-desk.ts goes on from it. Rule: the
// playlist is kept as the text of its file and read anew; what doesn't fit counts as never kept.

import { CUTS } from '../../contract/lecture/playlist.ts';
import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import { countsSchema, VOTE_PHASES } from '../../contract/lecture/stage.ts';
import { z } from '../../contract/schema.ts';
import { ownNamesSchema } from '../../lessons/playlists/own-names.ts';
import { readPlaylist } from '../../lessons/playlists/read-playlist.ts';
import type { ChosenPlaylist, Running } from './lecture-state.ts';
import type { Voting } from './vote-round.ts';

const keptSchema = z.strictObject({
  file: z.string().max(LECTURE_LIMITS.playlistOctets),
  cut: z.union(CUTS.map((cut) => z.literal(cut))),
  names: ownNamesSchema.exactOptional(),
  at: z.int().min(0).max(LECTURE_LIMITS.scenes),
  beat: z.int().min(0).max(LECTURE_LIMITS.beats),
  began_ms: z.number(),
  hasNotes: z.boolean(),
  /** The lab that was open before the lecture. */
  home: z.string().max(60).exactOptional(),
  voting: z
    .strictObject({
      number: z.int().min(1),
      phase: z.enum(VOTE_PHASES),
      hands: countsSchema,
      rounds: z.array(countsSchema).max(2),
    })
    .exactOptional(),
});
type Kept = z.output<typeof keptSchema>;

export function keptOf(running: Running, hasNotes: boolean, home: string | undefined): Kept {
  const { file, cut, names, at, beat, began_ms, voting } = running;
  return {
    ...{ file, cut, at, beat, began_ms, hasNotes },
    ...(names === undefined ? {} : { names }),
    ...(home === undefined ? {} : { home }),
    ...(voting === undefined ? {} : { voting: roundsOf(voting) }),
  };
}

/** Its question stands in the playlist. */
function roundsOf({ number, phase, hands, rounds }: Voting): NonNullable<Kept['voting']> {
  return { number, phase, hands, rounds: [...rounds] };
}

export function readKept(kept: unknown): (Omit<Kept, 'file'> & { chosen: ChosenPlaylist }) | undefined {
  const { success, data } = keptSchema.safeParse(kept);
  if (!success) return undefined;
  const { file, ...where } = data;
  const read = readPlaylist('', file);
  return read.ok ? { ...where, chosen: { playlist: read.playlist, file } } : undefined;
}

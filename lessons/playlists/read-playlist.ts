// A playlist's file, read and checked. Counterpart: contract/lecture/playlist.ts has the shape. Rule: never throws; every
// problem has its line, the path of its key and the nearest right name.

import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import { type Playlist, playlistSchema } from '../../contract/lecture/playlist.ts';
import { check } from '../../contract/problems.ts';
import { GOALS } from '../goal/index.ts';
import { PROBLEMS_COUNT } from '../limits.ts';
import type { LessonProblem } from '../source/problem.ts';
import { readYaml } from '../source/yaml.ts';

export type ReadPlaylist = { ok: true; playlist: Playlist } | { ok: false; problems: LessonProblem[] };

const schema = playlistSchema(GOALS.schema);

/** `file` is what problems name. JSON is YAML too. */
export function readPlaylist(file: string, text: string): ReadPlaylist {
  if (text.length > LECTURE_LIMITS.playlistOctets) {
    const message = `a playlist has at most ${LECTURE_LIMITS.playlistOctets} characters`;
    return { ok: false, problems: [{ file, line: 1, message }] };
  }
  const yaml = readYaml(file, { line: 1, text });
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const checked = check(schema, yaml.value);
  if (checked.ok) return { ok: true, playlist: checked.value as Playlist };
  const problems = checked.problems.slice(0, PROBLEMS_COUNT).map(({ path, message, suggestion }) => ({
    file,
    line: yaml.lineOf(path.split('/').slice(1)),
    message: `${path === '' ? '/' : path}: ${message}${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
  }));
  return { ok: false, problems };
}

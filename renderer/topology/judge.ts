// What is wrong with a topology that somebody types, and where. Counterpart: contract/json-source.ts reads, contract/topology-
// check.ts judges; engine/sound-settings.ts has the last word. Rule: pure; each problem has its line.

import { type JsonMistake, type Place, readJson } from '../../contract/json-source.ts';
import { checkTopology } from '../../contract/topology-check.ts';
import type { Topology } from '../../contract/topology.ts';
import { TOPOLOGY_LIMITS } from './limits.ts';

export interface TextProblem {
  at: Place;
  /** JSON Pointer of what is wrong; absent where the text can't be read as JSON. */
  path?: string;
  message?: string;
  suggestion?: string;
  mistake?: JsonMistake;
  /** The text at that place. */
  text?: string;
}

export type Judgement = { topology: Topology } | { problems: TextProblem[]; count: number };

export function judge(text: string): Judgement {
  const read = readJson(text);
  if ('mistake' in read) return { problems: [read], count: 1 };
  const checked = checkTopology(read.value);
  if (checked.ok) return { topology: checked.value };
  const problems = checked.problems.map((problem) => ({ ...problem, at: placeOf(problem.path, read.places) }));
  const sorted = problems.toSorted((one, other) => one.at.line - other.at.line || one.at.column - other.at.column);
  return { problems: sorted.slice(0, TOPOLOGY_LIMITS.shownProblems), count: sorted.length };
}

/** What is missing has no place of its own: it is shown where it should be. */
function placeOf(path: string, places: ReadonlyMap<string, Place>): Place {
  const found = places.get(path);
  if (found) return found;
  return path === '' ? { line: 1, column: 1 } : placeOf(path.slice(0, path.lastIndexOf('/')), places);
}

/** Position in the text. */
export function offsetOf(text: string, { line, column }: Place): number {
  let begin = 0;
  for (let count = 1; count < line; count += 1) begin = text.indexOf('\n', begin) + 1;
  return begin + column - 1;
}

// Where a run that was handed in differs from the same run played again. Counterpart: trace.ts. Rule: pure; each is a
// sentence with the place in it, because an instructor has to be able to look there.

import { MARK_LIMITS } from './limits.ts';
import type { Talk, Trace } from './trace.ts';

/** `handedIn` is what the file says, `replayed` what came of the same inputs. Empty for an honest file. */
export function differences(handedIn: Trace, replayed: Trace): string[] {
  return [...ids(handedIn, replayed), ...talks(handedIn, replayed), ...outcomes(handedIn, replayed)].slice(
    0,
    MARK_LIMITS.differences,
  );
}

/** Ids come of the lab's seed; a log from another lab has others. */
function ids({ queueIds: said }: Trace, { queueIds: made }: Trace): string[] {
  const strange = [...said].filter((id) => !made.has(id));
  if (strange.length * 2 <= said.size) return [];
  return [`${strange.length} of ${said.size} queue ids aren't those of this lab: the log was made in another one`];
}

function talks(handedIn: Trace, replayed: Trace): string[] {
  const found: string[] = [];
  const left = new Map<string, Talk[]>();
  for (const talk of replayed.talks) left.set(talk.between, [...(left.get(talk.between) ?? []), talk]);
  const unmatched: Talk[] = [];
  for (const talk of handedIn.talks) {
    const among = left.get(talk.between) ?? [];
    const at = among.findIndex((one) => fits(talk, one));
    if (at < 0) unmatched.push(talk);
    else among.splice(at, 1);
  }
  for (const talk of unmatched) {
    const among = left.get(talk.between) ?? [];
    const nearest = among.toSorted((one, other) => common(talk, other) - common(talk, one))[0];
    if (nearest) among.splice(among.indexOf(nearest), 1);
    found.push(differing(talk, nearest));
  }
  const extra = [...left.values()].flat().filter(({ seq }) => seq < replayed.lastInput);
  for (const { between, lines } of extra) {
    found.push(`${between}: the file lacks a dialog that these inputs lead to (${quote(lines[0])})`);
  }
  return found;
}

function fits(talk: Talk, other: Talk): boolean {
  const same = common(talk, other);
  if (same === talk.lines.length && same === other.lines.length) return true;
  // What was still said when the file was made comes to its end here.
  const isBegun = (sign: string) => begins(side(other, sign), side(talk, sign));
  return talk.isOpen && isBegun('<') && isBegun('>');
}

function side({ lines }: Talk, sign: string): string[] {
  return lines.filter((line) => line.startsWith(sign));
}

function begins(whole: readonly string[], part: readonly string[]): boolean {
  return part.every((line, at) => line === whole[at]);
}

function common({ lines }: Talk, { lines: others }: Talk): number {
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at < 0 ? lines.length : at;
}

function differing(talk: Talk, nearest: Talk | undefined): string {
  const place = `event ${talk.seq}, ${talk.between}`;
  if (!nearest) return `${place}: these inputs lead to no such dialog`;
  const at = common(talk, nearest);
  return `${place}: the file says ${quote(talk.lines[at])}, these inputs lead to ${quote(nearest.lines[at])}`;
}

function outcomes(handedIn: Trace, replayed: Trace): string[] {
  const made = counted(replayed.outcomes);
  const missing = handedIn.outcomes.filter(({ line }) => !take(made, line));
  const said = counted(handedIn.outcomes);
  const early = replayed.outcomes.filter(({ seq }) => seq < replayed.lastInput);
  const hidden = early.filter(({ line }) => !take(said, line));
  return [
    ...missing.map(({ line, seq }) => `event ${seq}: ${line}; these inputs don't lead to that`),
    ...hidden.map(({ line }) => `the file lacks what these inputs lead to: ${line}`),
  ];
}

function counted(lines: Trace['outcomes']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { line } of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, line: string): boolean {
  const left = counts.get(line) ?? 0;
  if (left > 0) counts.set(line, left - 1);
  return left > 0;
}

function quote(line: string | undefined): string {
  return line === undefined ? 'nothing' : `"${line.slice(0, MARK_LIMITS.quoteChars)}"`;
}

// Where the trust line stands: above it, what servers wrote that the reader trusts; below it, what anybody could have
// written. Counterpart: trust-line.tsx. Rule: a header is read from the top, each server vouching for the next below;
// after the first one that isn't trusted nothing can be told from invention, whoever wrote it.

import type { HostName } from '../../contract/ids.ts';
import type { Topology } from '../../contract/topology.ts';
import type { HeaderLine } from '../store/letter.ts';

/** The hosts that wrote a header, from the reader's end. */
export function writersOf(header: readonly HeaderLine[]): HostName[] {
  return [...new Set(header.map((line) => line.host))];
}

/** How many of the writers are of the organisation that received the letter: its reader trusts them. */
export function defaultTrust(writers: readonly HostName[], topology: Topology | undefined): number {
  const home = organisationOf(writers[0], topology);
  const stranger = writers.findIndex((host) => organisationOf(host, topology) !== home);
  return home === undefined || stranger < 0 ? Math.min(1, writers.length) : stranger;
}

/** The index of the first line that could be invented when the first `trusted` writers are believed. */
export function lineBelow(header: readonly HeaderLine[], trusted: number): number {
  const believed = new Set(writersOf(header).slice(0, trusted));
  const at = header.findIndex((line) => !believed.has(line.host));
  return at < 0 ? header.length : at;
}

/** An answer to “whose servers do you trust?”: organisations from the reader's end, and how many writers that is. */
export interface TrustAnswer {
  trusted: number;
  organisations: string[];
}

export function trustAnswers(writers: readonly HostName[], topology: Topology | undefined): TrustAnswer[] {
  return answersFor(writers.map((host) => organisationOf(host, topology) ?? host));
}

/** `titles`: whose each writer is, from the reader's end. */
export function answersFor(titles: readonly string[]): TrustAnswer[] {
  const answers: TrustAnswer[] = [{ trusted: 0, organisations: [] }];
  titles.forEach((title, index) => {
    const last = answers.at(-1);
    if (!last) return;
    if (last.organisations.at(-1) === title) last.trusted = index + 1;
    else answers.push({ trusted: index + 1, organisations: [...new Set([...last.organisations, title])] });
  });
  return answers;
}

function organisationOf(name: HostName | undefined, topology: Topology | undefined): string | undefined {
  const host = topology?.hosts.find((one) => one.name === name);
  return topology?.organisations.find((one) => one.id === host?.organisation)?.title;
}

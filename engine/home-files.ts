// What hosts' people have in their folders when a lab begins, as files of the lab. Counterpart: mta/home.ts reads them;
// contract/topology.ts says them. Rule: a lab that has begun keeps its own.

import type { Topology } from '../contract/topology.ts';
import { encodeName } from './encode-name.ts';

/** By path in the lab's directory. */
export function homeFiles({ hosts }: Topology): Map<string, Uint8Array> {
  const files = hosts.flatMap(({ name, home = {} }) =>
    Object.entries(home).map(([path, text]) => [`hosts/${encodeName(name)}${path}`, Buffer.from(text)] as const),
  );
  return new Map(files);
}

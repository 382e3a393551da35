// A setting of a host, changed in the folded topology. Counterpart: `config.patch` of the engine sets it in the lab's own.
// Rule: the path is a JSON Pointer (RFC 6901) from a file that may be hostile.

import { cloneJson } from '../clone.ts';
import type { LabEventOf } from '../events.ts';
import type { LabState } from './state.ts';

/** Replays `config.patch`: the path is a JSON Pointer into the host's settings. Its identity tells that it changed. */
export function patchTopology(state: LabState, event: LabEventOf<'config.changed'>): void {
  const { topology } = state;
  if (!topology) return;
  const hosts = topology.hosts.map((host) => {
    if (host.name !== event.host) return host;
    const patched = cloneJson(host);
    setAt(patched, event.data.path, event.data.after);
    return patched;
  });
  state.topology = { ...topology, hosts };
}

/** Sets (or, with undefined, removes) the value at a JSON Pointer (RFC 6901) inside `root`. */
export function setAt(root: object, pointer: string, value: unknown): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  // A hostile file must not reach the prototype of everything.
  if (last === undefined || [...keys, last].includes('__proto__')) return;
  let at = root as Record<string, unknown>;
  for (const key of keys) {
    const next = Object.hasOwn(at, key) ? at[key] : undefined;
    if (typeof next === 'object' && next !== null) at = next as Record<string, unknown>;
    else at = at[key] = {};
  }
  if (value === undefined) delete at[last];
  else at[last] = cloneJson(value);
}

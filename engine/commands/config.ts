// config.get and config.patch: the lab's settings by JSON Pointer, with before and after told, so
// that undo, fork and save are this same command. Rule: a patch that makes the lab unsound is
// refused with the path of what is wrong, and nothing is changed.

import { cloneJson } from '../../contract/clone.ts';
import { setAt } from '../../contract/fold/patch-topology.ts';
import { describeProblems, nearest, pointer } from '../../contract/problems.ts';
import type { Host, Topology } from '../../contract/topology.ts';
import { checkTopology } from '../../contract/topology-check.ts';
import type { Lab } from '../engine.ts';
import { soundSettings } from '../sound-settings.ts';
import { StoreError } from '../store/mailbox.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

/** What may change while the lab runs; names, addresses and ports are what it is built on. */
const PATCHABLE = ['mta', 'policies', 'zones', 'stopped', 'store'];

export const configCommands: Group<'config'> = {
  'config.get': (lab, { host }) => {
    const { topology } = lab.run.context;
    if (host === undefined) return { topology };
    return { topology: { ...topology, hosts: topology.hosts.filter((one) => one.name === host) } };
  },
  'config.patch': async (lab, { host: name, path, value }) => {
    const { topology, scope } = lab.run.context;
    const at = topology.hosts.findIndex((one) => one.name === name);
    const names = topology.hosts.map((one) => one.name);
    if (at < 0) throw new CommandProblem('unknown host', suggest(`no host is called "${name}".`, nearest(name, names)));
    const keys = keysOf(path);
    const target = pointer(keys);
    const [first = ''] = keys;
    if (!PATCHABLE.includes(first)) {
      const message = `"${first}" can't be changed while the lab runs; ${PATCHABLE.join(', ')} can.`;
      throw new CommandProblem('bad path', suggest(message, nearest(first, PATCHABLE)));
    }
    const patched = patch(topology, at, target, value, lab.run.context.seed);
    const live = topology.hosts[at];
    const fresh = patched.hosts[at];
    if (!live || !fresh) throw new CommandProblem('unknown host', name);
    const before = cloneJson(valueAt(live, keys));
    const after = cloneJson(valueAt(fresh, keys));
    const was = { ...live };
    Object.assign(live, fresh);
    if (first === 'store') keepAsSet(lab, live, was);
    scope.about({ host: name }).emit('config.changed', { path: target, before, after });
    // A policy may have something to say in the DNS: a key by which others check what this host signs.
    if (first === 'zones' || first === 'policies') lab.run.dns.reload(topology);
    if (first === 'policies') await lab.run.host(name)?.followPlacement();
    if (first === 'stopped' && !live.stopped.includes('postfix')) lab.run.host(name)?.mail?.queue.wake();
    if (first === 'zones') {
      scope
        .about({ host: name })
        .emit('zone.changed', { zone: keys[1] ?? '', serial: live.zones[keys[1] ?? '']?.soa.serial ?? 0 });
    }
    await lab.persist();
    return { before: before ?? null, after: after ?? null };
  },
};

/** Mailboxes are converted at once; what can't be written leaves all as it was. */
function keepAsSet(lab: Lab, live: Host, was: Host): void {
  try {
    lab.run.host(live.name)?.followFormats();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    Object.assign(live, was);
    throw new CommandProblem('bad value', error.message);
  }
}

/** A copy of the topology with the patch in it, checked. Throws CommandProblem. */
function patch(topology: Topology, at: number, target: string, value: unknown, seed: number): Topology {
  const draft = cloneJson(topology);
  const host = draft.hosts[at];
  if (host) setAt(host, target, value);
  const checked = checkTopology(draft);
  if (!checked.ok) throw new CommandProblem('bad value', describeProblems(checked.problems));
  return soundSettings(checked.value, seed);
}

/** A JSON Pointer, or dotted keys where no key has a dot in it. */
function keysOf(path: string): string[] {
  if (!path.startsWith('/')) return path.split('.');
  return path
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined,
    root,
  );
}

function suggest(message: string, near: string | undefined): string {
  return near === undefined ? message : `${message} Did you mean "${near}"?`;
}

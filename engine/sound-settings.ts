// Are a lab's settings ones that it can run with? What the contract can't say: each policy checks its own, each zone must be
// one that can be served. Counterpart: contract/topology-check.ts, which comes first; config.patch and labs.import ask.
// Rule: policies' defaults are filled in; nothing is changed in place where something is wrong.

import { check, describeProblems, nearest, type Problem } from '../contract/problems.ts';
import type { Topology } from '../contract/topology.ts';
import { CommandProblem } from './commands/problem.ts';
import { zonesOf } from './dns/service.ts';
import { ZoneError } from './dns/zone-data.ts';
import { POLICIES } from './policy/index.ts';
import { publishedTexts } from './policy/published.ts';

/** Throws CommandProblem. */
export function soundSettings(topology: Topology, seed: number): Topology {
  const hosts = topology.hosts.map((host) => {
    const policies = Object.entries(host.policies).map(([name, given]) => [name, policySettings(name, given)]);
    return { ...host, policies: Object.fromEntries(policies) as typeof host.policies };
  });
  const sound = { ...topology, hosts };
  try {
    zonesOf(sound, publishedTexts(sound, seed));
  } catch (error) {
    if (error instanceof ZoneError) throw new CommandProblem('bad zone', error.message);
    throw error;
  }
  return sound;
}

/** A policy's settings with its defaults filled in. */
function policySettings(name: string, given: unknown): unknown {
  const policy = POLICIES.find((one) => one.name === name);
  if (!policy) {
    const near = nearest(
      name,
      POLICIES.map((one) => one.name),
    );
    const problem: Problem = { path: `/policies/${name}`, message: 'no policy has this name.' };
    throw bad([near === undefined ? problem : { ...problem, suggestion: near }]);
  }
  const checked = check(policy.settings, given);
  if (checked.ok) return checked.value;
  throw bad(checked.problems.map((problem) => ({ ...problem, path: `/policies/${name}${problem.path}` })));
}

const bad = (problems: readonly Problem[]) => new CommandProblem('bad value', describeProblems(problems));

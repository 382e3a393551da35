// fault.*: disturb the wire by rules that have a name, and undo it. Counterpart: contract/faults.ts. Rule: a rule that
// names a host that isn't there would look like one that never strikes, so it is refused.

import { FAULT_LIMITS, type FaultRule } from '../../contract/faults.ts';
import { nearest } from '../../contract/problems.ts';
import type { Topology } from '../../contract/topology.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';
import { checkFilter } from './wire-filter.ts';

export const faultCommands: Group<'fault'> = {
  'fault.set': (lab, rule) => {
    const { internet, scope, topology } = lab.run.context;
    checkHosts(rule, topology);
    if (rule.filter !== undefined) checkFilter(rule.filter);
    if (!internet.faults.has(rule.id) && internet.faults.size >= FAULT_LIMITS.rules) {
      throw new CommandProblem('too many', `a lab has ${FAULT_LIMITS.rules} faults at most; remove one first`);
    }
    // Told first: what it does at once comes after.
    scope.emit('fault.set', { rule: rule.id, fault: rule });
    internet.faults.set(rule);
    return { id: rule.id };
  },
  'fault.clear': (lab, { id }) => {
    const { internet, scope } = lab.run.context;
    if (!internet.faults.has(id)) throw new CommandProblem('unknown fault', `there is no fault "${id}"`);
    scope.emit('fault.cleared', { rule: id });
    internet.faults.clear(id);
    return {};
  },
};

function checkHosts({ hosts }: FaultRule, topology: Topology): void {
  const known = topology.hosts.map(({ name }) => name);
  for (const host of hosts) {
    if (known.includes(host)) continue;
    const near = nearest(host, known);
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new CommandProblem('unknown host', `there is no host "${host}".${hint}`);
  }
}

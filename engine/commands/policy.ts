// policy.*: every policy with its settings, for a screen that makes a form of them, and what a policy of a host
// remembers, to be seen and changed. Rule: the schema of a policy is the only place where its settings are written down.

import type { PolicySetting } from '../../contract/commands.ts';
import { POLICY_STAGES } from '../../contract/events.ts';
import { nearest } from '../../contract/problems.ts';
import { z } from '../../contract/schema.ts';
import type { Lab } from '../engine.ts';
import type { BookShelf } from '../policy/bayes/book-shelf.ts';
import { POLICIES } from '../policy/index.ts';
import { POLICY_LIMITS } from '../policy/limits.ts';
import { ownMemory } from '../policy/own-memory.ts';
import type { Policy, PolicyMemory } from '../policy/policy.ts';
import type { Group } from './command.ts';
import { hostNamed } from './host.ts';
import { CommandProblem } from './problem.ts';

export const policyCommands: Group<'policy'> = {
  'policy.list': () => ({
    policies: POLICIES.map(({ name, stages, greeting, settings, recall, learned }) => ({
      name,
      stage: greeting ? 'connect' : (POLICY_STAGES.find((stage) => stage in stages) ?? 'delivery'),
      settings: settingsOf(settings),
      remembers: recall !== undefined || learned !== undefined,
    })),
  }),
  'policy.state': (lab, { host, policy: name }) => {
    const { policy, memory, settings, books, addresses } = rememberingPolicy(lab, host, name);
    const remembered = [...memory.entries()].flatMap((entry) => {
      const told = policy.recall?.(entry, settings);
      return told ? [{ key: entry.key, ...told }] : [];
    });
    const records = [...remembered, ...(policy.learned?.tell(books, addresses) ?? [])];
    const { shownRecords } = POLICY_LIMITS;
    // The newest are what a person looks for.
    return {
      records: records.slice(-shownRecords),
      canAdmit: policy.admit !== undefined,
      cut: records.length > shownRecords,
    };
  },
  'policy.forget': (lab, { host, policy: name, key }) => {
    const { policy, memory, books, addresses } = rememberingPolicy(lab, host, name);
    const isMeant = (one: string): boolean => key === undefined || one === key;
    const keys = [...memory.entries()].map((entry) => entry.key).filter(isMeant);
    for (const one of keys) memory.forget(one);
    const learned = (policy.learned?.tell(books, addresses) ?? []).map((record) => record.key).filter(isMeant);
    for (const one of learned) policy.learned?.forget(books, one);
    return { forgotten: keys.length + learned.length };
  },
  'policy.admit': (lab, { host, policy: name, key }) => {
    const { policy, memory, settings } = rememberingPolicy(lab, host, name);
    if (!policy.admit) throw new CommandProblem('not possible', `the policy "${name}" makes nobody wait`);
    if (memory.get(key) === undefined) throw new CommandProblem('unknown key', `nothing is remembered under "${key}"`);
    const released = policy.admit(key, { settings, memory, now_ms: lab.run.context.clock.now_ms() });
    const { quarantine } = hostNamed(lab, host);
    for (const { mailbox, sender } of released) quarantine.release(mailbox, sender);
    return {};
  },
};

function rememberingPolicy(
  lab: Lab,
  hostName: string,
  name: string,
): { policy: Policy; memory: PolicyMemory; settings: unknown; books: BookShelf; addresses: string[] } {
  const { host, memory, books, accounts } = hostNamed(lab, hostName);
  const policy = POLICIES.find((one) => one.name === name);
  if (!policy) {
    const near = nearest(
      name,
      POLICIES.map((one) => one.name),
    );
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new CommandProblem('unknown policy', `no policy is called "${name}".${hint}`);
  }
  return {
    policy,
    memory: ownMemory(memory, name),
    settings: policy.settings.parse(host.policies[name] ?? {}),
    books,
    addresses: [...accounts.keys()],
  };
}

function settingsOf(schema: z.ZodType): PolicySetting[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).flatMap(([key, property]) => {
    // Tables have a view of their own; a form is for single values.
    if (typeof property === 'boolean' || property.type === 'array') return [];
    const { default: initial, minimum, maximum, enum: choices } = property;
    const options = choices?.filter((choice) => typeof choice === 'string');
    const bounds = {
      ...(minimum === undefined ? {} : { least: minimum }),
      ...(maximum === undefined ? {} : { most: maximum }),
    };
    return [{ key, kind: kindOf(property), initial, ...bounds, ...(options === undefined ? {} : { options }) }];
  });
}

function kindOf({ type, enum: choices, lines }: Record<string, unknown>): PolicySetting['kind'] {
  if (choices) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'number' || type === 'integer') return 'number';
  return lines === true ? 'lines' : 'text';
}

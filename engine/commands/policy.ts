// policy.list: every policy with its settings, for a screen that makes a form of them. Rule: the schema of a policy is
// the only place where its settings are written down.

import type { PolicySetting } from '../../contract/commands.ts';
import { z } from '../../contract/schema.ts';
import { POLICIES } from '../policy/index.ts';
import type { Group } from './command.ts';

export const policyCommands: Group<'policy'> = {
  'policy.list': () => ({ policies: POLICIES.map(({ name, settings }) => ({ name, settings: settingsOf(settings) })) }),
};

function settingsOf(schema: z.ZodType): PolicySetting[] {
  const { properties = {} } = z.toJSONSchema(schema);
  return Object.entries(properties).flatMap(([key, property]) => {
    // Tables have a view of their own; a form is for single values.
    if (typeof property === 'boolean' || property.type === 'array') return [];
    const { type, default: initial, minimum, maximum, enum: choices } = property;
    const options = choices?.filter((choice) => typeof choice === 'string');
    const kind = options
      ? 'choice'
      : type === 'boolean'
        ? 'switch'
        : type === 'number' || type === 'integer'
          ? 'number'
          : 'text';
    const bounds = {
      ...(minimum === undefined ? {} : { least: minimum }),
      ...(maximum === undefined ? {} : { most: maximum }),
    };
    return [{ key, kind, initial, ...bounds, ...(options === undefined ? {} : { options }) }];
  });
}

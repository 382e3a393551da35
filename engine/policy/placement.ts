// Where a policy that goes by the letter alone stands: before the queue, where a refusal is a reply in the dialog, or
// behind it, as Postfix's content_filter, where it becomes a bounce. Counterpart: mta/content-filter.ts is the place
// behind; runner.ts asks each policy at its own place. Rule: before, unless somebody says otherwise.

import { z } from '../../contract/schema.ts';

export const placement = z.enum(['before', 'after']).default('before');

/** Whether settings of a policy put it behind the queue. */
export function standsBehind(given: Readonly<Record<string, unknown>> | undefined): boolean {
  return given?.['placement'] === 'after' && given['enabled'] === true;
}

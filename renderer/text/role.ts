// What a host is there for, in words. Counterpart: store/hosts.ts finds the role. Rule: one wording everywhere.

import type { HostView } from '../store/hosts.ts';
import { t } from './t.ts';

export function showRole({ role, person }: HostView): string {
  return t(`role.${role}`, person === undefined ? {} : { person });
}

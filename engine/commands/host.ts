// The host that a command names.

import type { Lab } from '../engine.ts';
import type { HostServices } from '../host-services.ts';
import { CommandProblem } from './problem.ts';

export function hostNamed(lab: Lab, name: string): HostServices {
  const host = lab.run.host(name);
  if (!host) throw new CommandProblem('unknown host', `no host is called "${name}"`);
  return host;
}

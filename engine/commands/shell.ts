// shell.*: a person at a host of the lab: opened, typed into, interrupted, closed.

import type { Lab } from '../engine.ts';
import type { ShellLab } from '../shell/command.ts';
import { hostCalled } from '../shell/hosts.ts';
import type { Shell } from '../shell/shell.ts';
import { clockCommands } from './clock.ts';
import type { Group } from './command.ts';
import { configCommands } from './config.ts';
import { CommandProblem } from './problem.ts';

export const shellCommands: Group<'shell'> = {
  'shell.open': (lab, { host: typed, columns }) => {
    const { run } = lab;
    const found = hostCalled(typed, run.context.topology.hosts);
    if ('problem' in found) throw new CommandProblem('unknown host', found.problem);
    const host = run.host(found.name);
    if (!host) throw new CommandProblem('unknown host', typed);
    const shell = run.shells.open(labOf(lab), host, columns, run.context.log.seq);
    if (!shell) throw new CommandProblem('too many', 'too many shells are open; close one first');
    return { shell: shell.id };
  },
  'shell.submit': async (lab, { shell, line }) => {
    await named(lab, shell).submit(line, lab.run.context.log.seq);
    return {};
  },
  'shell.bytes': (lab, { shell, bytes }) => {
    if (/[^\0-\xff]/.test(bytes)) throw new CommandProblem('bad bytes', 'bytes are octets, one character each');
    if (!named(lab, shell).bytes(bytes, lab.run.context.log.seq)) {
      throw new CommandProblem('line mode', 'this shell takes whole lines now, not single characters');
    }
    return {};
  },
  'shell.signal': (lab, { shell, signal }) => {
    named(lab, shell).signal(signal);
    return {};
  },
  'shell.resize': (lab, { shell, columns }) => {
    named(lab, shell).columns = columns;
    return {};
  },
  'shell.complete': async (lab, { shell, line }) => ({ options: await named(lab, shell).complete(line) }),
  'shell.close': (lab, { shell }) => {
    named(lab, shell).close();
    return {};
  },
};

function named(lab: Lab, id: string): Shell {
  const { shells } = lab.run;
  const shell = shells.get(id);
  if (shell) return shell;
  const open = shells.names.join(', ');
  throw new CommandProblem(
    'unknown shell',
    `no shell is called "${id}"${open === '' ? '' : `; these are open: ${open}`}`,
  );
}

/** Moving the clock, or a setting, is part of the line that was typed: it is no input of its own. */
function labOf(lab: Lab): ShellLab {
  return {
    run: lab.run,
    advance: async (ms) => void (await clockCommands['clock.advance'](lab, { ms })),
    change: async (host, path, value) => void (await configCommands['config.patch'](lab, { host, path, value })),
    experiment: (defences, seed) => lab.experiments.play(defences, seed),
    next: async () => (await clockCommands['clock.next'](lab, {})).advanced,
  };
}

// files.*: what a host keeps, as the shell's ls and cat show it. Rule: only host-files.ts turns a path into one of the
// disk's.

import { toByteString } from '../../mail/bytes.ts';
import { HostFiles } from '../host-files.ts';
import { HOST_FILE_LIMITS } from '../limits.ts';
import { DiskError } from '../world.ts';
import type { Group } from './command.ts';
import { hostNamed } from './host.ts';
import { CommandProblem } from './problem.ts';

export const filesCommands: Group<'files'> = {
  'files.list': async (lab, { host, path }) => {
    const files = new HostFiles({ lab, host: hostNamed(lab, host) });
    const [dir] = (await found(files, path)).dirs;
    if (dir === undefined) throw new CommandProblem('no such place', `${path}: not a directory`);
    const names = await files.list(dir);
    const entries = names.slice(0, HOST_FILE_LIMITS.entries).map((name) => ({
      name: name.replace(/\/$/, ''),
      isDir: name.endsWith('/'),
    }));
    return { entries, cut: names.length > entries.length };
  },
  'files.read': async (lab, { host, path }) => {
    const files = new HostFiles({ lab, host: hostNamed(lab, host) });
    const [file] = (await found(files, path)).files;
    if (file === undefined) throw new CommandProblem('no such place', `${path}: not a file`);
    try {
      const bytes = await files.read(file);
      return { bytes: toByteString(bytes.subarray(0, HOST_FILE_LIMITS.octets)), octets: bytes.length };
    } catch (error) {
      // Delivered, moved or removed since it was listed.
      if (error instanceof DiskError) throw new CommandProblem('no such place', `${path}: it isn't there any more`);
      throw error;
    }
  },
  'files.write': async (lab, { host, path, text }) => {
    const files = new HostFiles({ lab, host: hostNamed(lab, host) });
    if (await files.write(path, new TextEncoder().encode(text))) return {};
    throw new CommandProblem(
      'bad path',
      `${path.slice(0, 200)}: only files of somebody's folder under home can be written`,
    );
  },
};

/** What `path` names, and nothing that merely fits a pattern. */
async function found(files: HostFiles, path: string) {
  const result = /[*?]/.test(path) ? { problem: 'No such file or directory' } : await files.find(path);
  if ('problem' in result) throw new CommandProblem('no such place', `${path.slice(0, 200)}: ${result.problem}`);
  return result;
}

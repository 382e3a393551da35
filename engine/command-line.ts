// The options of `npm run lab`. Counterpart: lab.ts. Rule: a wrong option is told with the right
// ones; nothing is guessed.

import { parseArgs } from 'node:util';

import { nearest } from '../contract/problems.ts';
import type { Door, Topology } from '../contract/topology.ts';

export interface LabArguments {
  json: boolean;
  topology: string;
  dir: string | undefined;
  doors: string[];
  clock: 'real' | 'manual';
  seed: number;
  serial: boolean;
  help: boolean;
}

export const USAGE = `npm run lab -- [options]
  --json                            every event as a line of JSON, commands as lines on stdin
  --topology NAME|FILE              which lab (two-domains)
  --dir DIR                         where it lives (a new temporary directory)
  --door WHO:HOST:PORT[=LOCAL]      one more way in, as WHO to HOST:PORT, on 127.0.0.1:LOCAL
  --clock real|manual               lab time runs, or moves only by clock.advance (real)
  --seed N                          seed of the lab's chance (1)
  --serial                          one delivery at a time, so that a run can be repeated
`;

export class UsageError extends Error {
  override name = 'UsageError';
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  topology: { type: 'string', default: 'two-domains' },
  dir: { type: 'string' },
  door: { type: 'string', multiple: true, default: [] as string[] },
  clock: { type: 'string', default: 'real' },
  seed: { type: 'string', default: '1' },
  serial: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the options. Throws UsageError. */
export function readArguments(args: readonly string[]): LabArguments {
  const values = parse(args);
  if (values.clock !== 'real' && values.clock !== 'manual') {
    throw new UsageError(`--clock must be real or manual, not "${values.clock}"`);
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new UsageError(`--seed must be a whole number, not "${values.seed}"`);
  return {
    json: values.json,
    topology: values.topology,
    dir: values.dir,
    doors: values.door,
    clock: values.clock,
    seed,
    serial: values.serial,
    help: values.help,
  };
}

/** `WHO:HOST:PORT[=LOCAL]`; short host names are taken when they mean one host. Throws UsageError. */
export function readDoor(text: string, topology: Topology): Door {
  const match = /^([^:=]+):([^:=]+):(\d+)(?:=(\d+))?$/.exec(text);
  if (!match) throw new UsageError(`--door ${text}: write it as WHO:HOST:PORT or WHO:HOST:PORT=LOCAL`);
  const [, as = '', host = '', port = '', local = '0'] = match;
  return { as: fullName(as, topology), host: fullName(host, topology), port: Number(port), local: Number(local) };
}

function fullName(name: string, topology: Topology): string {
  const names = topology.hosts.map((host) => host.name);
  const matches = names.filter((one) => one === name || one.split('.')[0] === name);
  const [only] = matches;
  if (matches.length === 1 && only !== undefined) return only;
  const near = nearest(name, names);
  throw new UsageError(`no host is called "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const unknown = /option '(-[^']*)'/.exec((error as Error).message)?.[1]?.split(/[ ,=]/)[0];
    const near = unknown === undefined ? undefined : nearest(unknown.replace(/^-+/, ''), Object.keys(OPTIONS));
    throw new UsageError(`${(error as Error).message}${near === undefined ? '' : ` Did you mean "--${near}"?`}`);
  }
}

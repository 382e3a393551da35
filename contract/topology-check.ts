// Is a lab sound? The schema first, then what no schema can say: names that must exist, marks that
// must differ. Counterpart: topology.ts. Rule: every defect with its path and, where a name is near, a suggestion.

import { check, type Checked, nearest, pointer, type Problem } from './problems.ts';
import { type Topology, topologySchema } from './topology.ts';

const STAMPING_COLOURS = 8; // more can't be told apart, least of all by the colour-blind

/** Checks outside data as a topology, and fills in the defaults. */
export function checkTopology(value: unknown): Checked<Topology> {
  const checked = check<Topology>(topologySchema, value);
  if (!checked.ok) return checked;
  const problems = [...references(checked.value), ...marks(checked.value), ...services(checked.value)];
  return problems.length > 0 ? { ok: false, problems } : checked;
}

/** Names of hosts and organisations that are mentioned must exist. */
function references(topology: Topology): Problem[] {
  const hosts = topology.hosts.map((host) => host.name);
  const organisations = topology.organisations.map((organisation) => organisation.id);
  const mentions: { path: (string | number)[]; name: string; known: string[]; what: string }[] = [
    ...topology.hosts.map(({ organisation: name }, at) => ({
      path: ['hosts', at, 'organisation'],
      name,
      known: organisations,
      what: 'organisation',
    })),
    ...topology.users.flatMap((user, at) => [
      { path: ['users', at, 'host'], name: user.host, known: hosts, what: 'host' },
      ...(user.submitsAt === undefined
        ? []
        : [{ path: ['users', at, 'submitsAt'], name: user.submitsAt, known: hosts, what: 'host' }]),
    ]),
    ...topology.doors.flatMap((door, at) => [
      { path: ['doors', at, 'as'], name: door.as, known: hosts, what: 'host' },
      { path: ['doors', at, 'host'], name: door.host, known: hosts, what: 'host' },
    ]),
  ];
  return mentions
    .filter(({ name, known }) => !known.includes(name))
    .map(({ path, name, known, what }) =>
      suggested(pointer(path), `no ${what} is called "${name}".`, nearest(name, known)),
    );
}

/** Labels, names and addresses are unique; so is the mark of each server that stamps. */
function marks(topology: Topology): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['name', 'label', 'address'] as const) {
    const seen = new Set<string>();
    topology.hosts.forEach((host, at) => {
      if (seen.has(host[key])) {
        problems.push({
          path: pointer(['hosts', at, key]),
          message: `another host has the ${key} "${host[key]}" already.`,
        });
      }
      seen.add(host[key]);
    });
  }
  const servers = topology.hosts.filter((host) => host.kind === 'mail');
  if (new Set(servers.map((host) => host.colour)).size > STAMPING_COLOURS) {
    problems.push({ path: '/hosts', message: `more than ${STAMPING_COLOURS} colours for servers that stamp letters.` });
  }
  return problems;
}

/** A mail host has settings; a door leads to something that listens. */
function services(topology: Topology): Problem[] {
  const problems: Problem[] = [];
  topology.hosts.forEach((host, at) => {
    if (host.kind === 'mail' && !host.mta) {
      problems.push({ path: pointer(['hosts', at, 'mta']), message: 'a mail host needs its settings here.' });
    }
    const ports = host.listeners.map((listener) => listener.port);
    if (new Set(ports).size < ports.length) {
      problems.push({ path: pointer(['hosts', at, 'listeners']), message: 'two listeners have the same port.' });
    }
  });
  topology.doors.forEach((door, at) => {
    const host = topology.hosts.find((one) => one.name === door.host);
    if (host && !host.listeners.some((listener) => listener.port === door.port)) {
      const ports = host.listeners.map((listener) => listener.port).join(', ');
      problems.push({
        path: pointer(['doors', at, 'port']),
        message: `${door.host} doesn't listen on port ${door.port}; it does on ${ports || 'none'}.`,
      });
    }
  });
  return problems;
}

function suggested(path: string, message: string, suggestion: string | undefined): Problem {
  return suggestion === undefined ? { path, message } : { path, message, suggestion };
}

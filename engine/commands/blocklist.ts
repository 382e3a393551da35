// blocklist.*: who is on a blocklist of the lab, and changing that. Counterpart: dns/blocklist.ts. Rule: a change counts
// at once at the name server; whoever has asked before believes the old answer until it expires.

import type { Zone } from '../../contract/topology.ts';
import { isDead, listedIn, withEverybody, withListed, withoutListed } from '../dns/blocklist.ts';
import { changeZone } from '../dns/change-zone.ts';
import { ZoneError } from '../dns/zone-data.ts';
import type { Lab } from '../engine.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const blocklistCommands: Group<'blocklist'> = {
  'blocklist.show': (lab, { zone }) => {
    const served = lab.run.context.topology.hosts.find(({ zones }) => Object.hasOwn(zones, zone))?.zones[zone];
    if (!served) throw noSuchZone(zone);
    return { entries: listedIn(served), isDead: isDead(served) };
  },
  'blocklist.add': (lab, { zone, listed, ...entry }) => {
    const now = { by: 'hand' as const, at: new Date(lab.run.context.clock.now_ms()).toISOString() };
    return change(lab, zone, (before) => withListed(before, { ...entry, listed: listed ?? now }));
  },
  'blocklist.dead': (lab, { zone, on }) => change(lab, zone, (before) => withEverybody(before, on)),
  'blocklist.remove': (lab, { zone, address }) => change(lab, zone, (before) => withoutListed(before, address)),
};

async function change(lab: Lab, zone: string, how: (before: Zone) => Zone): Promise<{ serial: number }> {
  const { run } = lab;
  let serial: number | undefined;
  try {
    serial = changeZone({ ...run.context, dns: run.dns }, zone, how);
  } catch (error) {
    if (error instanceof ZoneError) throw new CommandProblem('bad zone', error.message);
    throw error;
  }
  if (serial === undefined) throw noSuchZone(zone);
  await lab.persist();
  return { serial };
}

const noSuchZone = (zone: string) => new CommandProblem('unknown zone', `no name server of this lab serves "${zone}"`);

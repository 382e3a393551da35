// blocklist.*: who is on a blocklist of the lab, and changing that. Counterpart: dns/blocklist.ts. Rule: a change counts
// at once at the name server; whoever has asked before believes the old answer until it expires.

import type { Zone } from '../../contract/topology.ts';
import { listedIn, withListed, withoutListed } from '../dns/blocklist.ts';
import { changeZone } from '../dns/change-zone.ts';
import type { Lab } from '../engine.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const blocklistCommands: Group<'blocklist'> = {
  'blocklist.show': (lab, { zone }) => {
    const served = lab.run.context.topology.hosts.find(({ zones }) => Object.hasOwn(zones, zone))?.zones[zone];
    if (!served) throw noSuchZone(zone);
    return { entries: listedIn(served) };
  },
  'blocklist.add': (lab, { zone, ...entry }) => change(lab, zone, (before) => withListed(before, entry)),
  'blocklist.remove': (lab, { zone, address }) => change(lab, zone, (before) => withoutListed(before, address)),
};

async function change(lab: Lab, zone: string, how: (before: Zone) => Zone): Promise<{ serial: number }> {
  const { run } = lab;
  const serial = changeZone({ ...run.context, dns: run.dns }, zone, how);
  if (serial === undefined) throw noSuchZone(zone);
  await lab.persist();
  return { serial };
}

const noSuchZone = (zone: string) => new CommandProblem('unknown zone', `no name server of this lab serves "${zone}"`);

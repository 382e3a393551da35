// Changes a zone while the lab runs: the servers answer from the new one, and the log tells before and after.
// Counterpart: commands/config.ts does the same for any part of a host. Rule: a zone that can't be served is refused
// before anything has changed.

import type { Topology, Zone } from '../../contract/topology.ts';
import { cloneJson } from '../../contract/clone.ts';
import type { Scope } from '../scope.ts';
import type { DnsService } from './service.ts';
import { buildZone } from './zone-data.ts';

/** Returns the new serial; undefined when no host of the lab serves the zone. Throws ZoneError. */
export function changeZone(
  { topology, dns, scope }: { topology: Topology; dns: DnsService; scope: Scope },
  name: string,
  change: (zone: Zone) => Zone,
): number | undefined {
  const at = topology.hosts.findIndex(({ zones }) => Object.hasOwn(zones, name));
  const host = topology.hosts[at];
  const before = host?.zones[name];
  if (!host || !before) return undefined;
  const after = change(before);
  buildZone(name, after);
  // A patched host is a new one for every view.
  const fresh = { ...host, zones: { ...host.zones, [name]: after } };
  Object.assign(host, fresh);
  dns.reload(topology);
  const writer = scope.about({ host: host.name });
  writer.emit('config.changed', { path: `/zones/${name}`, before: cloneJson(before), after: cloneJson(after) });
  writer.emit('zone.changed', { zone: name, serial: after.soa.serial });
  return after.soa.serial;
}

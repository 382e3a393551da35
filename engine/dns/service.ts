// Names in a run: the lab's own name server on a loopback port, the door to it for outside
// programs, and one resolver a host. Counterpart: server.ts, stub.ts, sockets.ts.

import { LAB } from '../../contract/events.ts';
import type { HostName } from '../../contract/ids.ts';
import type { RememberedAnswer } from '../../contract/commands.ts';
import type { Topology, Zone, ZoneRecord } from '../../contract/topology.ts';
import { absoluteName, zoneOf } from '../../mail/dns/name.ts';
import { Scope } from '../scope.ts';
import type { PublishedText } from '../policy/policy.ts';
import type { ActivityClock, LabClock, RandomStream } from '../world.ts';
import { exchangeOver, type SocketExchange } from './exchange.ts';
import { noResolver } from './no-resolver.ts';
import { compare } from './remembered.ts';
import type { Resolver } from './resolver-types.ts';
import { NameServer } from './server.ts';
import { listen, type NameServerSockets } from './sockets.ts';
import { type Exchange, StubResolver } from './stub.ts';
import { buildZone, type ZoneData } from './zone-data.ts';

export interface DnsServiceParts {
  topology: Topology;
  clock: LabClock;
  activity: ActivityClock;
  scope: Scope;
  random: (host: string, purpose: string) => RandomStream;
  /** The way between a host and its name server. */
  link: (exchange: Exchange, client: HostName, server: HostName) => Exchange;
  /** What the hosts of a lab want said in the DNS besides what their zones say. */
  published: (topology: Topology) => PublishedText[];
}

export class DnsService {
  readonly #parts: DnsServiceParts;
  readonly #servers: readonly NameServer[];
  readonly #inner: NameServerSockets;
  readonly #door: NameServerSockets;
  readonly #exchanges: SocketExchange[] = [];
  readonly #resolvers = new Map<string, Resolver>();

  private constructor(
    parts: DnsServiceParts,
    servers: readonly NameServer[],
    inner: NameServerSockets,
    door: NameServerSockets,
  ) {
    this.#parts = parts;
    this.#servers = servers;
    this.#inner = inner;
    this.#door = door;
  }

  static async open(parts: DnsServiceParts): Promise<DnsService> {
    const zones = zonesOf(parts.topology, parts.published(parts.topology));
    const inner = new NameServer({ zones });
    const outer = new NameServer({ zones, onServed: (served) => parts.scope.emit('dns.served', served) });
    const { activity } = parts;
    const innerSockets = await listen(inner, { port: 0, activity });
    const door = await listen(outer, { port: parts.topology.dnsDoor, activity });
    const host = parts.topology.hosts.find((one) => one.kind === 'dns')?.name ?? LAB;
    const { port: local, problem } = door;
    const told = { as: LAB, host, port: 53, service: 'dns', local };
    parts.scope.emit('lab.door', { ...told, ...(problem === undefined ? {} : { problem }) });
    return new DnsService(parts, [inner, outer], innerSockets, door);
  }

  /** Port on 127.0.0.1 for outside programs. */
  get doorPort(): number {
    return this.#door.port;
  }

  resolverOf(hostName: string): Resolver {
    const known = this.#resolvers.get(hostName);
    if (known) return known;
    const { topology, clock, activity, scope, random } = this.#parts;
    const server = topology.hosts.find((host) => host.name === hostName)?.resolver;
    const writer = scope.about({ host: hostName });
    let resolver: Resolver;
    if (server === undefined) resolver = noResolver((type, data, cause) => writer.emit(type, data, cause));
    else {
      const over = exchangeOver(this.#inner.port);
      this.#exchanges.push(over);
      resolver = new StubResolver({
        host: hostName,
        server,
        exchange: this.#parts.link(over.exchange, hostName, this.#nameOf(server)),
        lab: clock,
        activity,
        random: random(hostName, 'dns'),
        emit: (type, data, cause) => writer.emit(type, data, cause),
      });
    }
    this.#resolvers.set(hostName, resolver);
    return resolver;
  }

  /** The host at an address; the address, where there is none. */
  #nameOf(address: string): HostName {
    return this.#parts.topology.hosts.find((host) => host.address === address)?.name ?? address;
  }

  /** Serves the zones as they are in the topology now. Throws ZoneError when they can't be served. */
  reload(topology: Topology): void {
    const zones = zonesOf(topology, this.#parts.published(topology));
    for (const server of this.#servers) server.setZones(zones);
  }

  /** Every host forgets what it was told, as if it had just been started. */
  forget(): void {
    for (const resolver of this.#resolvers.values()) if (resolver instanceof StubResolver) resolver.flush();
  }

  /** What hosts remember, beside what they would hear now; of one zone or of all. */
  remembered(zone: string | undefined): RememberedAnswer[] {
    const [server] = this.#servers;
    const zones = this.#parts.topology.hosts.flatMap(({ zones: own }) => Object.keys(own));
    return [...this.#resolvers].flatMap(([host, resolver]) => {
      if (!(resolver instanceof StubResolver) || !server) return [];
      return resolver
        .remembered()
        .filter(({ name }) => zone === undefined || zoneOf(name, zones) === zone)
        .map((entry) => ({ host, ...compare(entry, server) }));
    });
  }

  async close(): Promise<void> {
    for (const resolver of this.#resolvers.values()) if (resolver instanceof StubResolver) resolver.dispose();
    for (const over of this.#exchanges) over.dispose();
    await this.#inner.close();
    await this.#door.close();
  }
}

/** Every zone of every name server, with what is published in it. Throws ZoneError. */
export function zonesOf(topology: Topology, published: readonly PublishedText[]): ZoneData[] {
  const zones = topology.hosts.flatMap(({ zones: own }) => Object.entries(own));
  const names = zones.map(([name]) => name);
  return zones.map(([name, zone]) => buildZone(name, withPublished(name, zone, names, published)));
}

/** A text goes into the zone that is nearest to its name; where somebody wrote a record by hand, that one counts. */
function withPublished(name: string, zone: Zone, names: readonly string[], published: readonly PublishedText[]): Zone {
  const written = new Set(zone.records.map((record) => absoluteName(record.name, name)));
  const records = published
    .filter((text) => zoneOf(text.name, names) === name && !written.has(text.name))
    .map((text): ZoneRecord => ({ name: `${text.name}.`, type: 'TXT', text: text.text }));
  return records.length === 0 ? zone : { ...zone, records: [...zone.records, ...records] };
}

// One run of a lab: from `lab.opened` to `lab.closed`, every host up and the log growing.
// Counterpart: engine.ts, which starts, checkpoints and restores runs; host-services.ts builds a host.
// Rule: a run owns everything it starts and gives all of it back in `close`.

import type { EventData } from '../contract/events.ts';
import { LAB, SCHEMA } from '../contract/events.ts';
import type { LabState } from '../contract/fold/state.ts';
import type { Host, Topology, User } from '../contract/topology.ts';
import { addressKey } from '../mail/address.ts';
import { cloneJson } from '../contract/clone.ts';
import { ActorDesk } from './actors/desk.ts';
import { Capture } from './capture.ts';
import { CertificateDesk } from './certificate-desk.ts';
import { withListed } from './dns/blocklist.ts';
import { changeZone } from './dns/change-zone.ts';
import { DnsService, type DnsServiceParts } from './dns/service.ts';
import { ZoneError } from './dns/zone-data.ts';
import type { Resolver } from './dns/resolver-types.ts';
import { type HostServices, openHost } from './host-services.ts';
import { type OpenDoor, openDoor } from './internet/doors.ts';
import { overLink } from './internet/datagrams.ts';
import { Internet } from './internet/internet.ts';
import type { Disposable } from './disposable.ts';
import { EventLog } from './log.ts';
import { MaillogWriter } from './maillog-writer.ts';
import { InboxDesk } from './inbox/inbox-desk.ts';
import { FieldLedger } from './mta/provenance.ts';
import { publishedTexts } from './policy/published.ts';
import { Scope } from './scope.ts';
import { SerialGate } from './serial-gate.ts';
import type { Listing } from './policy/policy.ts';
import { PackingDesk } from './packing-desk.ts';
import { ShellDesk } from './shell/desk.ts';
import { ClientPool } from './smtp/client-pool.ts';
import { WorkMeter } from './work.ts';
import type { LabClock, RandomStream, World } from './world.ts';
import { Randomness } from './world/random.ts';

export interface RunOptions {
  run: number;
  /** The run whose chance and ids this one repeats: its own number, or that of the run it replays. */
  identity: number;
  seed: number;
  topology: Topology;
  world: World;
  /** Lab time at the start. */
  start_ms: number;
  manual: boolean;
  serial: boolean;
  /** State that the run starts from; empty for a new lab. */
  state: LabState;
  from?: NonNullable<EventData['lab.opened']['from']>;
}

/** What the parts of a run share. */
export interface RunContext {
  topology: Topology;
  world: World;
  clock: LabClock;
  log: EventLog;
  scope: Scope;
  capture: Capture;
  internet: Internet;
  work: WorkMeter;
  gate: SerialGate;
  ledger: FieldLedger;
  pool: ClientPool;
  certificates: CertificateDesk;
  serial: boolean;
  seed: number;
  random: (host: string, purpose: string) => RandomStream;
  resolverOf: (host: string) => Resolver;
  /** Puts an address on a blocklist of the lab; a list that is full, or that nobody here serves, stays as it is. */
  list: (listing: Listing) => void;
  newMessage: () => string;
  newField: () => string;
}

export class Run {
  readonly context: RunContext;
  readonly options: RunOptions;
  readonly hosts: ReadonlyMap<string, HostServices>;
  readonly doors: readonly (OpenDoor & Disposable)[];
  readonly dns: DnsService;
  readonly maillog: MaillogWriter;
  readonly shells: ShellDesk;
  readonly actors: ActorDesk;
  readonly inboxes = new InboxDesk();
  /** Sessions that are being saved. */
  readonly packings = new PackingDesk();

  private constructor(
    options: RunOptions,
    context: RunContext,
    hosts: ReadonlyMap<string, HostServices>,
    doors: readonly (OpenDoor & Disposable)[],
    dns: DnsService,
    maillog: MaillogWriter,
  ) {
    this.options = options;
    this.context = context;
    this.hosts = hosts;
    this.doors = doors;
    this.dns = dns;
    this.maillog = maillog;
    this.shells = new ShellDesk();
    this.actors = new ActorDesk(context);
  }

  /** Brings every host up. `watch` sees each event, from the first on. */
  static async open(options: RunOptions, watch: (log: EventLog) => void): Promise<Run> {
    const { world, topology } = options;
    const dir = `runs/${String(options.run).padStart(4, '0')}`;
    await world.disk.makeDir(dir);
    const clock = world.startLabClock(options.start_ms, options.manual ? 0 : 1);
    const log = new EventLog(options.run, await world.disk.appendTo(`${dir}/events.ndjson`), clock, world);
    const capture = new Capture(await world.disk.appendTo(`${dir}/capture.bin`));
    const scope = new Scope(log, { host: LAB });
    watch(log);
    scope.emit('lab.opened', {
      schema: SCHEMA,
      seed: options.seed,
      clock: options.manual ? 'manual' : 'real',
      serial: options.serial,
      // The log keeps what was, not what a patch makes of it later.
      topology: cloneJson(topology),
      state: options.state,
      ...(options.from === undefined ? {} : { from: options.from }),
    });
    const work = new WorkMeter();
    const randomness = new Randomness(options.seed, options.identity);
    const random = (host: string, purpose: string) => randomness.stream(host, purpose);
    const published = (now: Topology) => publishedTexts(now, options.seed);
    const { activity } = world;
    const internet = new Internet({ log, capture, activity, work });
    const link: DnsServiceParts['link'] = (exchange, client, server) =>
      overLink(exchange, { client, server, faults: internet.faults, activity, scope: scope.about({ host: client }) });
    const dns = await DnsService.open({ topology, clock, activity, scope, random, published, link });
    const context: RunContext = {
      topology,
      world,
      clock,
      log,
      scope,
      capture,
      internet,
      work,
      gate: new SerialGate(options.serial),
      ledger: new FieldLedger(),
      pool: new ClientPool(world.activity),
      certificates: await CertificateDesk.open(world),
      serial: options.serial,
      seed: options.seed,
      random,
      resolverOf: (host) => dns.resolverOf(host),
      list: ({ zone, ...entry }) => {
        const listed = { by: 'trap' as const, at: new Date(clock.now_ms()).toISOString() };
        try {
          changeZone({ topology, dns, scope }, zone, (before) =>
            withListed(before, { ...entry, answers: ['127.0.0.2'], listed }),
          );
        } catch (error) {
          if (!(error instanceof ZoneError)) throw error;
        }
      },
      newMessage: numbered(`m${options.identity}`),
      newField: numbered(`f${options.identity}`),
    };
    const hosts = new Map<string, HostServices>();
    for (const host of topology.hosts) internet.addHost(host.name, host.address);
    internet.firewalls = topology.firewalls;
    for (const { rule, struck } of options.state.faults ?? []) internet.faults.set(rule, struck);
    for (const { address, port, local } of topology.outwardDoors) internet.addOutward(address, port, local);
    for (const host of topology.hosts) hosts.set(host.name, await openHost(host, context));
    // Every queue is read before anybody can bring a letter, and only when everybody is up does one move on.
    const recovered: (() => void)[] = [];
    for (const services of hosts.values()) recovered.push(await services.recover());
    const maillog = await MaillogWriter.open(log, world, topology.hosts);
    const doors: (OpenDoor & Disposable)[] = [];
    for (const door of topology.doors) {
      const as = hostCalled(topology, door.as);
      const to = hostCalled(topology, door.host);
      doors.push(
        await openDoor(internet, scope, {
          as: { host: as.name, address: as.address },
          to: { host: to.name, address: to.address, port: door.port },
          local: door.local,
        }),
      );
    }
    const run = new Run(options, context, hosts, doors, dns, maillog);
    run.actors.tellLost();
    for (const takeUp of recovered) takeUp();
    return run;
  }

  host(name: string): HostServices | undefined {
    return this.hosts.get(name);
  }

  user(address: string): User | undefined {
    return this.context.topology.users.find((user) => addressKey(user.address) === addressKey(address));
  }

  settled(): Promise<void> {
    return this.context.work.settled();
  }

  /** Writes what hosts keep in memory: greylists, the last lines of the mail log and the like. */
  async save(): Promise<void> {
    for (const services of this.hosts.values()) await services.save();
    await this.maillog.flush();
  }

  /** Ends the run: no new tries, connections cut, log written. */
  async close(reason: string): Promise<void> {
    const { context } = this;
    this.shells.close();
    this.actors.close();
    this.inboxes.cut();
    for (const door of this.doors) door.dispose();
    for (const services of this.hosts.values()) services.stop();
    await context.pool.closeIdle();
    context.internet.close();
    await this.dns.close();
    await this.save();
    context.scope.emit('lab.closed', { reason });
    context.clock.stop();
    await this.maillog.close();
    await context.log.close();
    await context.capture.close();
  }
}

function hostCalled(topology: Topology, name: string): Host {
  const host = topology.hosts.find((one) => one.name === name);
  if (!host) throw new Error(`no host is called ${name}`);
  return host;
}

function numbered(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}.${(count += 1)}`;
}

// A host of the lab, brought up from its settings: mailboxes, mail server, listeners.
// Counterpart: run.ts. Rule: settings are read when they are needed, so a change counts at once.

import type { Host, Listener, Mta, User } from '../contract/topology.ts';
import { addressKey } from '../mail/address.ts';
import { serveAccess } from './access/serve.ts';
import type { Disposable } from './disposable.ts';
import { encodeName } from './encode-name.ts';
import type { TappedSocket } from './internet/tapped-socket.ts';
import { LocalDelivery } from './mta/local-delivery.ts';
import { MailServer } from './mta/mail-server.ts';
import type { Destination } from './mta/recipients.ts';
import { noteMailRead } from './mta/relay-permission.ts';
import { Spool } from './mta/spool.ts';
import { FilePolicyMemory } from './policy/memory.ts';
import type { MailboxUse, PolicyMemory } from './policy/policy.ts';
import type { RunContext } from './run.ts';
import { SmtpService } from './smtp/service.ts';
import { Maildir } from './store/maildir.ts';

export interface HostServices {
  readonly host: Host;
  /** Its directory on the lab's disk. */
  readonly dir: string;
  readonly mail: MailServer | undefined;
  /** By address key. */
  readonly mailboxes: ReadonlyMap<string, Maildir>;
  /** What its policies remember. */
  readonly memory: PolicyMemory;
  /** Takes up the mail of an earlier run. */
  recover(): Promise<void>;
  save(): Promise<void>;
  stop(): void;
}

export async function openHost(host: Host, context: RunContext): Promise<HostServices> {
  const { disk } = context.world;
  const dir = `hosts/${encodeName(host.name)}`;
  const mailboxes = await openMailboxes(host, dir, context);
  const memory = await FilePolicyMemory.open(disk, `${dir}/policies.json`, context.clock);
  const mail = host.mta === undefined ? undefined : await openMailServer(host, dir, { mailboxes, memory }, context);
  const listening: Disposable[] = [];
  for (const listener of host.listeners) {
    const accept = acceptor(listener, { host, mail, mailboxes, memory, context });
    const { port, protocol } = listener;
    listening.push(await context.internet.listen({ host: host.name, address: host.address, port, protocol, accept }));
  }
  return {
    host,
    dir,
    mail,
    mailboxes,
    memory,
    recover: async () => {
      tellFound(host, mailboxes, context);
      const recovered = await mail?.recover();
      const told = Object.keys(context.log.state.queues[host.name] ?? {});
      if (!recovered || recovered.entries.length + recovered.corrupt.length + told.length === 0) return;
      const entries = recovered.entries.map(({ entry }) => entry.queueId);
      context.scope.about({ host: host.name }).emit('queue.recovered', { entries, corrupt: recovered.corrupt });
    },
    save: () => memory.save(),
    stop: () => {
      for (const one of listening) one.dispose();
      mail?.queue.stop();
    },
  };
}

/** How full the mailbox is that a recipient leads to. */
function useOf(destination: Destination, mailboxes: ReadonlyMap<string, Maildir>): MailboxUse | undefined {
  const mailbox = destination.kind === 'mailbox' ? mailboxes.get(destination.address) : undefined;
  const letters = mailbox?.letters();
  if (!mailbox || !letters) return undefined;
  const octets = letters.reduce((sum, letter) => sum + letter.octets, 0);
  return { address: mailbox.name, letters: letters.length, octets };
}

/** Letters that the state doesn't know: it was kept before they came, and the run ended badly. */
function tellFound(host: Host, mailboxes: ReadonlyMap<string, Maildir>, context: RunContext): void {
  for (const mailbox of mailboxes.values()) {
    const known = context.log.state.mailboxes[mailbox.name]?.letters.at(-1)?.uid ?? 0;
    for (const { uid, file, octets, flags } of mailbox.letters()) {
      if (uid <= known) continue;
      context.scope
        .about({ host: host.name })
        .emit('store.found', { mailbox: mailbox.name, uid, file, octets, flags: [...flags].toSorted() });
    }
  }
}

interface HostParts {
  host: Host;
  mail: MailServer | undefined;
  mailboxes: ReadonlyMap<string, Maildir>;
  memory: FilePolicyMemory;
  context: RunContext;
}

async function openMailboxes(host: Host, dir: string, context: RunContext): Promise<Map<string, Maildir>> {
  const { disk } = context.world;
  const mailboxes = new Map<string, Maildir>();
  if (host.mta !== undefined) await disk.makeDir(`${dir}/log`);
  for (const user of usersOf(host, context)) {
    const maildir = await Maildir.open({
      disk,
      path: `${dir}/mail/${encodeName(user.address)}`,
      name: user.address,
      host: host.name,
      lab: context.clock,
      random: context.random(host.name, `mailbox ${user.address}`),
      separator: process.platform === 'win32' ? ';' : ':',
    });
    const writer = context.scope.about({ host: host.name });
    maildir.onChange((change) => {
      const mailbox = user.address;
      if (change.kind === 'removed') writer.emit('store.removed', { mailbox, uid: change.uid });
      if (change.kind !== 'flags') return;
      const letter = maildir.letters().find((one) => one.uid === change.uid);
      writer.emit('store.flagged', { mailbox, uid: change.uid, flags: [...(letter?.flags ?? [])].toSorted() });
    });
    mailboxes.set(addressKey(user.address), maildir);
  }
  return mailboxes;
}

async function openMailServer(
  host: Host,
  dir: string,
  { mailboxes, memory }: Pick<HostParts, 'mailboxes' | 'memory'>,
  context: RunContext,
): Promise<MailServer> {
  const { world, clock, ledger, scope, internet, work, gate, pool, certificates, serial, newMessage, newField } =
    context;
  const writer = scope.about({ host: host.name });
  const random = (purpose: string) => context.random(host.name, purpose);
  return new MailServer({
    host,
    settings: () => mtaOf(host),
    spool: await Spool.open(world.disk, `${dir}/spool`),
    local: new LocalDelivery({ host: host.name, mailboxes, ledger, clock, newField }),
    ledger,
    delivery: (settings) => ({
      route: {
        hostName: host.name,
        ownAddress: host.address,
        resolver: context.resolverOf(host.name),
        random: random('mx'),
      },
      settings,
      host,
      internet,
      pool,
      activity: world.activity,
      work,
      authority: () => certificates.authorityPem,
      serial,
    }),
    queue: { clock, work, gate, isHeld: (message) => internet.holds.holdsMessage(message) },
    scope: writer,
    clock,
    random,
    userOf: (login) => usersCalled(login, context).find((user) => user.submitsAt === host.name),
    memory,
    newMessage,
    newField,
  });
}

function acceptor(listener: Listener, parts: HostParts): (socket: TappedSocket) => void {
  const { host, mail, mailboxes, memory, context } = parts;
  const { world, certificates, work, gate, newMessage } = context;
  const secureContext = () => certificates.contextOf(host.name);
  const { protocol } = listener;
  if (protocol === 'pop3' || protocol === 'imap') {
    return (socket) =>
      serveAccess(socket, {
        hostName: host.name,
        listener,
        protocol,
        activity: world.activity,
        secureContext,
        authenticate: (login, password) => {
          const user = usersCalled(login, context).find((one) => one.password === password);
          if (user && host.mta) noteMailRead(socket.conn.client.address, host.mta, memory, context.clock.now_ms());
          return user === undefined ? undefined : mailboxes.get(addressKey(user.address));
        },
        now_ms: () => context.clock.now_ms(),
      });
  }
  if (!mail) throw new Error(`${host.name} listens for mail but has no mail server`);
  const service = new SmtpService({
    hostName: host.name,
    listener,
    agent: mail,
    policyDesk: () => ({
      host: host.name,
      settings: host.policies,
      clock: context.clock,
      activity: world.activity,
      seed: context.seed,
      resolver: context.resolverOf(host.name),
      random: (purpose) => context.random(host.name, purpose),
      memory,
      mailbox: (forwardPath) => useOf(mail.destination(forwardPath), mailboxes),
      list: (listing) => context.list(listing),
    }),
    resolver: context.resolverOf(host.name),
    activity: world.activity,
    work,
    secureContext,
    newMessage,
  });
  return (socket) => {
    // In a repeatable run a person's session is the delivery in flight until it ends.
    if (socket.conn.byPerson) void socket.conn.closed.then(gate.visit());
    service.accept(socket);
  };
}

function usersOf(host: Host, context: RunContext): User[] {
  return context.topology.users.filter((user) => user.host === host.name);
}

/** Login names are addresses; the local part alone does too, as people type it. */
/** A login is an address, or its local part. */
function usersCalled(login: string, context: RunContext): User[] {
  return context.topology.users.filter(
    (user) => addressKey(user.address) === addressKey(login) || user.address.split('@')[0] === login,
  );
}

function mtaOf(host: Host): Mta {
  if (!host.mta) throw new Error(`${host.name} has no mail settings`);
  return host.mta;
}

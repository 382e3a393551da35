// A host of the lab, brought up from its settings: mailboxes, mail server, listeners.
// Counterpart: run.ts. Rule: settings are read when they are needed, so a change counts at once.

import { type Host, type Listener, type Mta, programOf, type User } from '../contract/topology.ts';
import { addressKey } from '../mail/address.ts';
import { serveAccess } from './access/serve.ts';
import type { Disposable } from './disposable.ts';
import { encodeName } from './encode-name.ts';
import { FilterPorts } from './filter-ports.ts';
import { LOCAL_USERS } from './limits.ts';
import type { TappedSocket } from './internet/tapped-socket.ts';
import { Home } from './mta/home.ts';
import { SieveRules } from './mta/sieve-rules.ts';
import { LocalDelivery } from './mta/local-delivery.ts';
import { MailServer } from './mta/mail-server.ts';
import type { Destination } from './mta/recipients.ts';
import { Quarantine } from './mta/quarantine.ts';
import { noteMailRead } from './mta/relay-permission.ts';
import { type Recovered, Spool } from './mta/spool.ts';
import { teachByMoving } from './mta/teaching.ts';
import { BookShelf } from './policy/bayes/book-shelf.ts';
import { challenge, QUARANTINE_FOLDER } from './policy/challenge.ts';
import { type DeliveryDesk, fileLetter, filtersDeliveries } from './policy/delivery-policies.ts';
import { mailboxFullSettings } from './policy/mailbox-full.ts';
import { FilePolicyMemory } from './policy/memory.ts';
import { standsBehind } from './policy/placement.ts';
import type { MailboxUse, PolicyMemory } from './policy/policy.ts';
import type { PolicyDesk } from './policy/runner.ts';
import type { RunContext } from './run.ts';
import type { MailAgent } from './smtp/agent.ts';
import { SmtpService } from './smtp/service.ts';
import { followFormats, openAccounts, tellFound } from './store-desk.ts';
import type { Account } from './store/account.ts';

export interface HostServices {
  readonly host: Host;
  /** Its directory on the lab's disk. */
  readonly dir: string;
  readonly mail: MailServer | undefined;
  /** By address key. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** What its policies remember, and what letters have taught them. */
  readonly memory: PolicyMemory;
  readonly books: BookShelf;
  readonly quarantine: Quarantine;
  /** Reads the mail of an earlier run; the result takes it up. */
  recover(): Promise<() => void>;
  /** Keeps mail in the formats that the settings name now. Throws StoreError. */
  followFormats(): void;
  /** Opens the ports of the content filter when a policy stands behind the queue, and closes them when none does. */
  followPlacement(): Promise<void>;
  save(): Promise<void>;
  stop(): void;
}

export async function openHost(host: Host, context: RunContext): Promise<HostServices> {
  const { disk } = context.world;
  const dir = `hosts/${encodeName(host.name)}`;
  if (host.mta !== undefined) await disk.makeDir(`${dir}/log`);
  const accounts = openAccounts(host, dir, context);
  const memory = await FilePolicyMemory.open(disk, `${dir}/policies.json`, context.clock);
  const books = new BookShelf(disk, dir);
  const quarantine = openQuarantine(host, accounts, context);
  const desk: () => DeliveryDesk = () => ({
    ...policyDesk(host, { accounts, memory, mail, context }),
    books,
    delimiter: host.mta?.recipientDelimiter ?? '',
  });
  const needs = { accounts, memory, quarantine, desk };
  const mail = host.mta === undefined ? undefined : await openMailServer(host, dir, needs, context);
  /** What is done in these mailboxes is heeded from here on. */
  const heed = (people: ReadonlyMap<string, Account>): void => {
    teachByMoving({ accounts: people, books, isOn: () => host.policies[LEARNS]?.['enabled'] === true });
    quarantine.watch(people);
  };
  heed(accounts);
  const listening: Disposable[] = [];
  for (const listener of host.listeners) {
    const accept = acceptor(listener, { host, mail, accounts, memory, context });
    const { port, protocol } = listener;
    const isUp = () => !host.stopped.includes(programOf(protocol));
    const { name, address } = host;
    listening.push(await context.internet.listen({ host: name, address, port, protocol, accept, isUp }));
  }
  const own = { host, mail, accounts, memory, context };
  const filter = new FilterPorts({
    ...{ host, mail, context },
    desk: () => policyDesk(host, own),
    serve: (listener, agent, asked) => smtpService(listener, own, agent, asked),
  });
  await filter.follow();
  return {
    host,
    dir,
    mail,
    accounts,
    memory,
    books,
    quarantine,
    recover: async () => {
      const recovered = await mail?.recover();
      return () => {
        tellFound(host, accounts, context);
        quarantine.sweep();
        if (mail && recovered) takeUp(recovered, host.name, mail, context);
      };
    },
    followFormats: () => heed(followFormats(host, dir, accounts, context)),
    followPlacement: () => filter.follow(),
    save: () => memory.save(),
    stop: () => {
      for (const one of listening) one.dispose();
      quarantine.stop();
      filter.close();
      mail?.queue.stop();
    },
  };
}

/** How full the account is that a recipient leads to: its folders count too. */
function useOf(destination: Destination, accounts: ReadonlyMap<string, Account>): MailboxUse | undefined {
  const account = destination.kind === 'mailbox' ? accounts.get(destination.address) : undefined;
  return account && { address: account.inbox.name, ...account.use() };
}

/** Octets that each account may hold, where that is limited. */
function quotaOf({ policies }: Host): number | undefined {
  const settings = mailboxFullSettings.safeParse(policies['mailbox-full'] ?? {});
  return settings.success && settings.data.enabled ? settings.data.quota_octets : undefined;
}

/** The mail of an earlier run moves on. */
function takeUp(recovered: Recovered, host: string, mail: MailServer, { log, scope }: RunContext): void {
  mail.takeUp(recovered);
  const told = Object.keys(log.state.queues[host] ?? {});
  if (recovered.entries.length + recovered.corrupt.length + told.length === 0) return;
  const entries = recovered.entries.map(({ entry }) => entry.queueId);
  scope.about({ host }).emit('queue.recovered', { entries, corrupt: recovered.corrupt });
}

function openQuarantine(host: Host, accounts: ReadonlyMap<string, Account>, { clock }: RunContext): Quarantine {
  const keep_ms = (): number | undefined => {
    const settings = challenge.settings.safeParse(host.policies[challenge.name] ?? {});
    return settings.data?.enabled === true ? settings.data.keep_s * 1000 : undefined;
  };
  return new Quarantine({ accounts, folder: QUARANTINE_FOLDER, clock, keep_ms });
}

/** The policy that learns from what people do. */
const LEARNS = 'bayes';

/** What the policies of a host share. Settings are read when they are needed. */
function policyDesk(
  host: Host,
  { accounts, memory, mail, context }: Pick<HostParts, 'accounts' | 'memory' | 'mail' | 'context'>,
): PolicyDesk {
  return {
    host: host.name,
    settings: host.policies,
    clock: context.clock,
    activity: context.world.activity,
    seed: context.seed,
    resolver: context.resolverOf(host.name),
    random: (purpose) => context.random(host.name, purpose),
    memory,
    mailbox: (forwardPath) => mail && useOf(mail.destination(forwardPath), accounts),
    list: (listing) => context.list(listing),
  };
}

interface HostParts {
  host: Host;
  mail: MailServer | undefined;
  accounts: ReadonlyMap<string, Account>;
  memory: FilePolicyMemory;
  context: RunContext;
}

interface MailServerNeeds extends Pick<HostParts, 'accounts' | 'memory'> {
  quarantine: Quarantine;
  desk: () => DeliveryDesk;
}

async function openMailServer(
  host: Host,
  dir: string,
  { accounts, memory, quarantine, desk }: MailServerNeeds,
  context: RunContext,
): Promise<MailServer> {
  const { world, clock, ledger, scope, internet, work, gate, pool, certificates, serial, newMessage, newField } =
    context;
  const writer = scope.about({ host: host.name });
  const random = (purpose: string) => context.random(host.name, purpose);
  const home = new Home(world.disk, dir);
  const server: MailServer = new MailServer({
    host,
    settings: () => mtaOf(host),
    spool: await Spool.open(world.disk, `${dir}/spool`),
    home,
    local: new LocalDelivery({
      ...{ host: host.name, accounts, ledger, clock, newField, serial },
      filter: (letter, about, cause) =>
        filtersDeliveries({ settings: host.policies }) ? fileLetter(letter, desk(), about, cause) : undefined,
      rules: new SieveRules(world.disk, dir, home),
      redirect: (...letter) => server.redirect(...letter),
      followUp: async ({ sends, releases }, from, cause) => {
        for (const { mailbox, sender } of releases) quarantine.release(mailbox, sender);
        for (const { to, reversePath, letter } of sends) {
          const submission = { user: 'filter', uid: LOCAL_USERS.nobody, reversePath, recipients: [to] };
          await server.submitHere(submission, letter, { from, cause });
        }
      },
    }),
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
    queue: {
      clock,
      work,
      gate,
      isUp: () => !host.stopped.includes('postfix'),
      isHeld: (message) => internet.holds.holdsMessage(message),
    },
    scope: writer,
    clock,
    random,
    userOf: (login) => usersCalled(login, context).find((user) => user.submitsAt === host.name),
    memory,
    filtersBehind: () => Object.values(host.policies).some(standsBehind),
    newMessage,
    newField,
  });
  return server;
}

function acceptor(listener: Listener, parts: HostParts): (socket: TappedSocket) => void {
  const { host, mail, accounts, memory, context } = parts;
  const { world, certificates, gate } = context;
  const secureContext = () => certificates.contextOf(host.name);
  const { protocol } = listener;
  if (protocol === 'pop3' || protocol === 'imap') {
    const chance = context.random(host.name, `challenges ${protocol} ${listener.port}`);
    return (socket) =>
      serveAccess(socket, {
        hostName: host.name,
        listener,
        protocol,
        activity: world.activity,
        secureContext,
        settings: host.store,
        authenticate: (login, proof) => {
          const user = usersCalled(login, context).find((one) => proof(one.password));
          if (user && host.mta) noteMailRead(socket.conn.client.address, host.mta, memory, context.clock.now_ms());
          return user === undefined ? undefined : accounts.get(addressKey(user.address));
        },
        quota_octets: () => quotaOf(host),
        challenge: () => `<${chance.id(12)}.${Math.floor(context.clock.now_ms() / 1000)}@${host.name}>`,
        now_ms: () => context.clock.now_ms(),
      });
  }
  if (!mail) throw new Error(`${host.name} listens for mail but has no mail server`);
  const service = smtpService(listener, parts, mail, () => policyDesk(host, parts));
  return (socket) => {
    // In a repeatable run a person's session is the delivery in flight until it ends.
    if (socket.conn.byPerson) void socket.conn.closed.then(gate.visit());
    service.accept(socket);
  };
}

function smtpService(
  listener: Listener,
  { host, context }: HostParts,
  agent: MailAgent,
  desk: () => PolicyDesk,
): SmtpService {
  const { world, certificates, work, newMessage } = context;
  return new SmtpService({
    hostName: host.name,
    listener,
    agent,
    policyDesk: desk,
    resolver: context.resolverOf(host.name),
    activity: world.activity,
    work,
    secureContext: () => certificates.contextOf(host.name),
    newMessage,
  });
}

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

// A lab as data: its hosts, what each listens on, how its mail server is set up, its users,
// zones and doors. Counterpart: engine/topologies/ (the shipped labs) and config.patch.
// Rule: MSA, MTA, MX, internal server and MDA are one mail server with different settings here.

import { z } from './schema.ts';
import {
  address,
  aliasTarget,
  domainName,
  homePath,
  network,
  srsDays,
  srsSecret,
  submissionRepairs,
  tablesSchema,
  writtenRoute,
} from './tables.ts';
import { ipv4, seconds, zoneSchema } from './zone.ts';

const port = z.int().min(1).max(65535);
/** What is spoken on a port. `submission` is SMTP with the duties of an MSA (RFC 6409), `lmtp` leads straight into mailboxes. */
export const protocols = ['smtp', 'submission', 'lmtp', 'pop3', 'imap'] as const;
export type Protocol = (typeof protocols)[number];

const listener = z
  .strictObject({
    port,
    protocol: z.enum(protocols),
    /** `implicit`: TLS from the first octet (RFC 8314); `starttls`: on request; `none`: not offered. */
    tls: z.enum(['none', 'starttls', 'implicit']).default('none'),
  })
  // RFC 2033 section 5: who calls port 25 expects a server with a queue.
  .refine(({ port: at, protocol }) => protocol !== 'lmtp' || at !== 25, 'LMTP must not be spoken on port 25');

const hop = z.strictObject({
  /** Next hop by name; its A record is looked up, or its MX records when `mx` is set. */
  to: domainName,
  port: port.default(25),
  mx: z.boolean().default(false),
  /** It is handed over by LMTP (RFC 2033). */
  lmtp: z.literal(true).exactOptional(),
});

/** The port of most LMTP servers that are reached over a network. */
const LMTP_PORT = 24;

const writtenHop = writtenRoute
  .transform((text): z.input<typeof hop> => {
    const [, lmtp, near] = /^lmtp:inet:([^:]*)(?::(\d+))?$/.exec(text) ?? [];
    if (lmtp !== undefined) return { to: lmtp, port: near === undefined ? LMTP_PORT : Number(near), lmtp: true };
    const [, server, domain, at] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
    return { to: server ?? domain ?? '', port: at === undefined ? 25 : Number(at), mx: server === undefined };
  })
  .pipe(hop);

const route = z.union([writtenHop, hop]);

/** SMTP extensions that a host may do without. CHUNKING isn't among them: it is never offered. */
export const smtpExtensions = [
  'PIPELINING',
  'SIZE',
  'ETRN',
  'STARTTLS',
  'AUTH',
  'ENHANCEDSTATUSCODES',
  '8BITMIME',
  'DSN',
  'SMTPUTF8',
] as const;
export type SmtpExtension = (typeof smtpExtensions)[number];

export const authMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;

export const smtpServerSchema = z.strictObject({
  /** Neither offered nor accepted. */
  without: z.array(z.enum(smtpExtensions)).default([]),
  authMechanisms: z.array(z.enum(authMechanisms)).default(['PLAIN', 'LOGIN']),
  /** AUTH is offered before TLS too: whoever listens on the wire reads the password (RFC 4954 section 4). */
  authInTheClear: z.boolean().default(false),
  /** Whoever logged in writes from an address of their own only (Postfix: reject_sender_login_mismatch). */
  senderLoginMatch: z.boolean().default(false),
  /**
   * A CR or LF that stands alone in a letter: made a line end when the letter is in, or the letter refused (Postfix:
   * smtpd_forbid_bare_newline), or passed on as it came, or (LF) taken for a line end at once, also around the final dot.
   * One server of each of the last two, one behind the other, let a second letter be smuggled in the first.
   */
  bareLineEnds: z.enum(['normalise', 'reject', 'keep', 'end']).default('normalise'),
  /** Anybody may send anywhere through this server. */
  openRelay: z.boolean().default(false),
  /** Seconds for which an address that read its mail here by password may send anywhere; 0: never. */
  popBeforeSmtp_s: seconds.default(0),
  /** VRFY and EXPN tell which addresses exist (RFC 5321 section 7.3); HELP helps who types. */
  vrfy: z.boolean().default(false),
  expn: z.boolean().default(false),
  help: z.boolean().default(false),
});

const mta = z.strictObject({
  smtp: smtpServerSchema.prefault({}),
  /** Peers in these networks may send anywhere (Postfix: mynetworks). */
  trustedNetworks: z.array(network).default([]),
  /** Domains whose mailboxes are here. */
  localDomains: z.array(domainName).default([]),
  /** Domains accepted for another server, which `routes` names. */
  relayDomains: z.array(domainName).default([]),
  /** Addresses that exist in `relayDomains`; none given means: all do. */
  relayRecipients: z.array(address).default([]),
  /** Address, domain or `.parent.domain` -> next hop; `*` is the smarthost for all the rest. */
  routes: z.record(z.string(), route).default({}),
  /** Canonical, masquerading, virtual, relocated and generic tables. */
  tables: tablesSchema.optional(),
  /** What is mended in the letters of its own people. */
  repairs: z.array(z.enum(submissionRepairs)).default(['date', 'message-id']),
  /** A gateway from another kind of network: named in its Received field, and it changes nothing else (RFC 5321 section 3.7). */
  via: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/, 'must be a word like UUCP')
    .optional(),
  /** Address -> what gets the mail instead: addresses, programs, files, lists in files. */
  aliases: z.record(address, z.array(aliasTarget).min(1)).default({}),
  /** People may have a `.forward` in their folder; it is looked for at each delivery. */
  forwardFiles: z.boolean().default(false),
  /** `bob+news@...` is bob's mail (Postfix: recipient_delimiter); empty: the plus is a letter like others. */
  recipientDelimiter: z.string().max(1).default('+'),
  /** Domain -> who gets the mail for addresses that nobody has. */
  catchAll: z.record(domainName, address).default({}),
  /** Mailbox -> where its owner has the mail sent (a .forward file). */
  forwards: z
    .record(address, z.strictObject({ to: z.array(address).min(1), keepCopy: z.boolean().default(false) }))
    .default({}),
  /** Forwarded mail leaves with an envelope sender of this domain, so that SPF holds (Sender Rewriting Scheme). */
  srs: z
    .strictObject({
      domain: domainName,
      secret: srsSecret,
      maxAge_d: srsDays.default(21),
    })
    .optional(),
  /** Address -> a mailing list: `owner-ADDRESS` sends it, and gets the bounces for its owner. */
  lists: z
    .record(
      address,
      z.strictObject({
        title: z.string().max(80).default(''),
        members: z.array(address).min(1).max(10_000),
        owner: address,
        /** Lines that the list writes below each letter that is plain text. */
        footer: z
          .string()
          .max(500)
          .regex(/^[\x20-\x7e\n]*$/, 'must be plain ASCII')
          .default(''),
      }),
    )
    .default({}),
  messageSizeLimit: z.int().min(1000).max(1_000_000_000).default(26_214_400),
  /** Received fields after which a letter is taken to be going in circles (RFC 5321 section 6.3). */
  hopCountLimit: z.int().min(1).max(1000).default(50),
  /** A refusal decided early is spoken at RCPT, as Postfix does, so that the log knows the recipient. */
  delayReject: z.boolean().default(true),
  /** STARTTLS towards the next hop: never; when offered; or no delivery; and only with a certificate that is right. */
  outboundTls: z.enum(['none', 'may', 'encrypt', 'verify']).default('none'),
  /** Commands to the next hop go out without waiting for answers, unless somebody may stop a line between the two. */
  outboundPipelining: z.boolean().default(false),
  queue: z
    .strictObject({
      minimalBackoff_s: seconds.default(300),
      maximalBackoff_s: seconds.default(4000),
      lifetime_s: seconds.default(432_000),
      /** A letter that waits this long is told of; 0: never (Postfix: delay_warning_time). */
      delayWarning_s: seconds.default(14_400),
      /** Deliveries at one time to one next hop. */
      concurrency: z.int().min(1).max(100).default(10),
      /** Seconds a connection to the next hop stays open for the next letter; 0 closes it at once. */
      connectionReuse_s: seconds.default(0),
    })
    .prefault({}),
});

/** One file a letter, or one file a mailbox. */
const storeFormat = z.enum(['maildir', 'mbox']);
export type StoreFormat = z.infer<typeof storeFormat>;

/** How a host keeps mail and lets its owners in. */
const store = z.strictObject({
  format: storeFormat.default('maildir'),
  /** Owner -> the format of their mailboxes, where it isn't the host's. */
  formats: z.record(address, storeFormat).default({}),
  /** How a line that begins with `From ` is quoted: mboxrd can be undone, mboxo is the older way. */
  mboxQuoting: z.enum(['mboxrd', 'mboxo']).default('mboxrd'),
  authMechanisms: z.array(z.enum(authMechanisms)).default(['PLAIN', 'LOGIN', 'CRAM-MD5']),
  /** Passwords are taken before TLS too; otherwise IMAP says LOGINDISABLED (RFC 3501 section 6.2.3). */
  loginInTheClear: z.boolean().default(true),
  /** POP3's greeting has a time stamp, so that a digest can stand for the password (RFC 1939 section 7). */
  apop: z.boolean().default(true),
});

/** The programs of a host that can be stopped by themselves, called as on most machines. */
export const servicePrograms = ['postfix', 'dovecot'] as const;
export type ServiceProgram = (typeof servicePrograms)[number];

/** The program that speaks a protocol. */
export const programOf = (protocol: Protocol): ServiceProgram =>
  protocol === 'smtp' || protocol === 'submission' ? 'postfix' : 'dovecot';

const host = z.strictObject({
  name: domainName,
  /** One or two characters, the host's mark on every screen. */
  label: z.string().min(1).max(2),
  address: ipv4,
  organisation: z.string(),
  /** Token of the palette; servers that can stamp a letter each have their own. */
  colour: z.string(),
  pattern: z.enum(['solid', 'ring', 'dots', 'stripes', 'cross', 'half', 'grid', 'wave']).default('solid'),
  kind: z.enum(['mail', 'dns', 'end']),
  /** Name server that this host asks; none: it can't look names up. */
  resolver: ipv4.optional(),
  listeners: z.array(listener).default([]),
  /** Programs that somebody has stopped: nobody answers at their ports, and a stopped mail server's queue waits. */
  stopped: z.array(z.enum(servicePrograms)).default([]),
  mta: mta.optional(),
  store: store.prefault({}),
  /** Policy name -> its settings; each policy checks its own. */
  policies: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  zones: z.record(domainName, zoneSchema).default({}),
  /** `/home/USER/FILE` -> what is in it when the lab begins: a .forward, a list for `:include:`. */
  home: z.record(homePath, z.string().max(65_536)).optional(),
});

const user = z.strictObject({
  address,
  password: z.string().min(1).max(128),
  /** The host whose store keeps the mailbox. */
  host: domainName,
  /** Hosts where the address and password open a submission session. */
  submitsAt: domainName.optional(),
});

const door = z.strictObject({
  /** Who an outside program appears to be. */
  as: domainName,
  host: domainName,
  port,
  /** Wished local port on 127.0.0.1; another one is taken when it can't be had, and reported. */
  local: z.int().min(0).max(65535),
});

const outwardDoor = z.strictObject({
  /** Virtual address that leads outside, and the port there. */
  address: ipv4,
  port,
  /** Where it leads: a program of this machine, on 127.0.0.1, named by a person. */
  local: port,
});

const firewall = z.strictObject({
  /** Whose it is, for people. */
  title: z.string().max(80),
  /** Its customers. */
  network: z.cidrv4('must be a network like 198.51.100.128/26'),
  /** Ports of other people's hosts that they can't reach: what they say there is dropped, and nobody tells them. */
  blockedPorts: z.array(port).min(1),
});

export const topologySchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be lower case letters, digits and hyphens'),
  title: z.string().max(80),
  /** Where a manual lab clock starts, RFC 3339. */
  startsAt: z.iso.datetime(),
  organisations: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  hosts: z.array(host).min(1).max(64),
  users: z.array(user).max(1000).default([]),
  doors: z.array(door).max(64).default([]),
  /** Virtual addresses behind which a real server of this machine stands, as next hop. Nothing else leaves the lab. */
  outwardDoors: z.array(outwardDoor).max(16).default([]),
  firewalls: z.array(firewall).max(16).default([]),
  /** Wished local port of the lab's name server for outside programs; 0: any. */
  dnsDoor: z.int().min(0).max(65535).default(0),
});

export type Topology = z.infer<typeof topologySchema>;
export type TopologyInput = z.input<typeof topologySchema>;
export type Host = Topology['hosts'][number];
export type Mta = NonNullable<Host['mta']>;
export type SmtpServerSettings = Mta['smtp'];
export type Listener = Host['listeners'][number];
export type { Zone, ZoneRecord } from './zone.ts';
export type User = Topology['users'][number];
export type Door = Topology['doors'][number];

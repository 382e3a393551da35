// Everything a screen, a script or a lesson can ask of an engine: name -> what it takes and what
// it gives back. Bridge, dispatcher and window typing derive from this one table.
// Counterpart: engine/commands/ (one file a group). Rule: `args` are outside data and checked here.

import { type ActorSettings, actorWishesSchema } from './actors.ts';
import { asideArgs, type AsideReply } from './aside.ts';
import type {
  ActorOffer,
  AddressTestStep,
  BlocklistEntry,
  HeldUnit,
  HostFile,
  LabEntry,
  PolicyRecord,
  PolicySetting,
  QueueItem,
  QueueOperated,
  RememberedAnswer,
  StoredLetter,
} from './answers.ts';
import { defencesSchema, type ExperimentDialog, type ExperimentLetter, type ExperimentStatus } from './experiment.ts';
import type { PolicyStage } from './events.ts';
import { faultArgs } from './faults.ts';
import { FILTER_CHARS } from './filter/filter.ts';
import type { LabState } from './fold/state.ts';
import { studentSchema } from './hand-in.ts';
import { lectureArgs, type LectureReply } from './lecture/commands.ts';
import { addressOctets, inboxArgs, type InboxReply, openFolder } from './inbox-commands.ts';
import type { Seq } from './ids.ts';
import { changeSchema, type RerunStatus } from './rerun.ts';
import { lessonArgs, type LessonReply } from './lesson-commands.ts';
import { letterSchema } from './letter.ts';
import { type ProgressReply, progressSchema } from './progress.ts';
import { z } from './schema.ts';
import type { Topology } from './topology.ts';
import { listedSchema } from './zone.ts';

const nothing = z.strictObject({}).default({});
const host = z.string().max(253);
const queueIds = z
  .array(z.string().regex(/^[0-9A-Z]{1,40}$/, 'must be a queue id, or ALL'))
  .min(1)
  .max(10_000);
const shell = z.string().max(40);
const path = z.string().max(1000);
const experiment = z.string().max(40);
const rerun = z.string().max(40);
const bytesRef = z.strictObject({ at: z.int().min(0), length: z.int().min(0).max(64_000_000) });

/** Names a lab's directory: never made of what a person typed. */
const labId = z.string().regex(/^(first|lab-[1-9]\d{0,5})$/, 'must be the id of a lab, as labs.list has it');
/** What a person calls a lab; it is written into a file and never becomes one's name. */
const labName = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'must be text without control characters');

/** What to hold: every given key must match. `reply: 'RCPT'` is "the reply to RCPT". */
export const holdRuleSchema = z.strictObject({
  id: z.string().min(1).max(40),
  conn: z.string().max(300).optional(),
  client: host.optional(),
  server: host.optional(),
  from: z.enum(['client', 'server']).optional(),
  command: z.string().max(32).optional(),
  reply: z.string().max(32).optional(),
  /** In the language of filters (filter/filter.ts). */
  filter: z.string().max(FILTER_CHARS).optional(),
});
export type HoldRule = z.infer<typeof holdRuleSchema>;

export const commandArgs = {
  'actor.list': nothing,
  /** A sender that acts by itself; what isn't said is as is usual for it in this lab. */
  'actor.start': z.strictObject({ actor: z.string().max(40), settings: actorWishesSchema.default({}) }),
  /** Without a name: all of them. */
  'actor.stop': z.strictObject({ actor: z.string().max(40).optional() }).default({}),
  'lab.state': nothing,
  'lab.settled': nothing,
  'lab.close': nothing,
  'lab.checkpoint': z.strictObject({
    name: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'must be letters, digits and hyphens'),
  }),
  'lab.restore': z.strictObject({
    name: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'must be letters, digits and hyphens'),
  }),
  /** Back to how the run began. */
  'lab.reset': nothing,
  /** Back to how the run began, then everything that was done to it up to `seq`; `instead`: other octets for the last of it. */
  'lab.fork': z.strictObject({ seq: z.int().min(0), instead: z.string().max(1_000_000).optional() }),
  'clock.get': nothing,
  'clock.advance': z.strictObject({ ms: z.number().min(0).max(3_200_000_000_000) }),
  'clock.next': nothing,
  /** Ends the jump that is under way where it has come to. */
  'clock.halt': nothing,
  'clock.rate': z.strictObject({ rate: z.number().min(0).max(10_000) }),
  'clock.activity': z.strictObject({ ms: z.number().min(0).max(86_400_000) }),
  'config.get': z.strictObject({ host: host.optional() }).default({}),
  'config.patch': z.strictObject({ host, path: z.string().max(1000), value: z.unknown().optional() }),
  /** A directory of a host's own tree; '' is its root. */
  'files.list': z.strictObject({ host, path: path.default('') }),
  'files.read': z.strictObject({ host, path }),
  /** A file in somebody's folder under `home`, a .forward for example; nothing else of a host is written by hand. */
  'files.write': z.strictObject({ host, path, text: z.string().max(65_536) }),
  ...faultArgs,
  'hold.set': holdRuleSchema,
  'hold.clear': z.strictObject({ id: z.string().max(40) }),
  'hold.list': nothing,
  'hold.release': z.strictObject({
    conn: z.string().max(300),
    from: z.enum(['client', 'server']),
    count: z.int().min(1).max(100_000).default(1),
    /** Other bytes (one character an octet) in place of the first held unit. */
    instead: z.string().max(1_000_000).optional(),
  }),
  ...inboxArgs,
  /** The mail log's last lines, or what came after octet `from`. */
  'log.read': z.strictObject({ host, from: z.int().min(0).optional() }),
  'mail.send': letterSchema.extend({
    /** A copy into the sender's own folder for what was sent, by IMAP. */
    keepCopy: z.boolean().default(false),
  }),
  /** The octets that would be sent. */
  'mail.compose': letterSchema,
  'policy.list': nothing,
  /** What a policy of a host remembers. */
  'policy.state': z.strictObject({ host, policy: z.string().max(40) }),
  /** Takes something out of that memory, or all of it. */
  'policy.forget': z.strictObject({ host, policy: z.string().max(40), key: z.string().max(1000).optional() }),
  /** Lets through now what is made to wait. */
  'policy.admit': z.strictObject({ host, policy: z.string().max(40), key: z.string().max(1000) }),
  /** Every host forgets the answers of the DNS that it remembers. */
  'dns.forget': nothing,
  /** The answers that hosts remember, of one zone or of all. */
  'dns.cache': z.strictObject({ zone: host.optional() }).default({}),
  /** A blocklist of the lab (RFC 5782): who is on it, putting an address on it, taking it off. */
  'blocklist.show': z.strictObject({ zone: host }),
  'blocklist.add': z.strictObject({
    zone: host,
    address: z.union([z.ipv4(), z.ipv6()], 'must be an IP address'),
    /** What the list answers: 127.0.0.2 and its like say why. */
    answers: z
      .array(z.ipv4('must be an address in 127.0.0.0/8').regex(/^127\./, 'must be an address in 127.0.0.0/8'))
      .min(1)
      .max(16)
      .default(['127.0.0.2']),
    text: z.string().max(255).default(''),
    /** As it was, when it is put back; otherwise by hand and now. */
    listed: listedSchema.optional(),
  }),
  /** A list that nobody keeps any more and that lists everybody, or one again that does its work. */
  'blocklist.dead': z.strictObject({ zone: host, on: z.boolean() }),
  'blocklist.remove': z.strictObject({ zone: host, address: z.union([z.ipv4(), z.ipv6()], 'must be an IP address') }),
  /** The person's labs. These are for the process that has them; the lab that is open passes them on. */
  'labs.list': nothing,
  'labs.create': z.strictObject({
    name: labName,
    topology: z.string().max(40),
    student: studentSchema.exactOptional(),
  }),
  /** A fresh lab of a topology that somebody wrote. */
  'labs.import': z.strictObject({ name: labName, topology: z.unknown() }),
  /** The settings of a lab as they are now, or those that a shipped one begins with. */
  'labs.read': z.union([z.strictObject({ id: labId }), z.strictObject({ topology: z.string().max(40) })]),
  /** A copy of a lab as it is now, mail and all. */
  'labs.duplicate': z.strictObject({ id: labId, name: labName }),
  /** Closes the lab that is open and opens this one; every screen follows. */
  'labs.open': z.strictObject({ id: labId }),
  'labs.rename': z.strictObject({ id: labId, name: labName }),
  /** Puts it into the trash. */
  'labs.remove': z.strictObject({ id: labId }),
  /** Takes it out of there again. */
  'labs.restore': z.strictObject({ id: labId }),
  'address.test': z.strictObject({ host, address: addressOctets }),
  /** 200 letters of every kind against these defences, in a lab of its own; the lab that is open stays as it is. */
  'experiment.run': z.strictObject({ defences: defencesSchema, seed: z.int().min(0).default(1) }),
  /** With `seen`: answered when there is other news than that. */
  'experiment.status': z.strictObject({ experiment, seen: z.int().optional() }),
  'experiment.cancel': z.strictObject({ experiment }),
  'experiment.letters': z.strictObject({ experiment }),
  'experiment.dialogs': z.strictObject({ experiment, message: z.string().max(40) }),
  /** Its run as a session file, in pieces as with `session.pack`. */
  'experiment.pack': z.strictObject({ experiment }),
  /** How far the learner has come in the course; it belongs to the person, whichever lab is open. */
  'progress.read': nothing,
  /** Merged into what is kept (progress-merge.ts). */
  'progress.add': z.strictObject({ progress: progressSchema }),
  /** Puts all of it away, to be taken back. */
  'progress.reset': nothing,
  'progress.takeBack': nothing,
  'queue.list': z.strictObject({ host: host.optional() }).default({}),
  /** Tries now what waits: everything, or these. */
  'queue.flush': z.strictObject({ host: host.optional(), queueIds: queueIds.optional() }).default({}),
  /** Keeps letters back until they are released; `ALL` for the queue ids means every one. */
  'queue.hold': z.strictObject({ host, queueIds }),
  'queue.release': z.strictObject({ host, queueIds }),
  'queue.delete': z.strictObject({ host, queueIds }),
  /** Puts letters through the server again from the start, under new ids. */
  'queue.requeue': z.strictObject({ host, queueIds }),
  /** The run up to `until` once more, in a lab of its own beside it. `goOn`: and then time passes until no letter waits. */
  'rerun.begin': z.strictObject({ until: z.int().min(0), change: changeSchema.optional(), goOn: z.boolean() }),
  /** With `seen`: answered when there is other news than that. */
  'rerun.status': z.strictObject({ rerun, seen: z.int().optional() }),
  /** Ends it, and forgets it. */
  'rerun.drop': z.strictObject({ rerun }),
  /** Its run as a session file, in pieces as with `session.pack`. */
  'rerun.pack': z.strictObject({ rerun }),
  'shell.open': z.strictObject({ host, columns: z.int().min(20).max(500).default(80) }),
  /** A whole line, without its end; CRLF is what a dialog gets. */
  'shell.submit': z.strictObject({ shell, line: z.string().max(16_384) }),
  /** Character mode: octets as typed, one character each. */
  'shell.bytes': z.strictObject({ shell, bytes: z.string().max(16_384) }),
  'shell.signal': z.strictObject({ shell, signal: z.enum(['interrupt', 'end']) }),
  'shell.resize': z.strictObject({ shell, columns: z.int().min(20).max(500) }),
  'shell.complete': z.strictObject({ shell, line: z.string().max(16_384) }),
  'shell.close': z.strictObject({ shell }),
  /** `folder` as it is on the wire: modified UTF-7. */
  'store.list': z.strictObject({ address: addressOctets, folder: openFolder }),
  'store.read': z.strictObject({ address: addressOctets, folder: openFolder, uid: z.int().min(1) }),
  /** The mailbox then holds these letters and no others, one character an octet: what a lesson's step begins with. */
  'store.fill': z.strictObject({ address: addressOctets, letters: z.array(z.string().max(100_000)).max(1000) }),
  'bytes.read': z.strictObject({ ref: bytesRef }),
  ...asideArgs,
  ...lectureArgs,
  ...lessonArgs,
  'session.save': z.strictObject({ file: z.string().min(1).max(4000) }),
  'session.load': z.strictObject({ file: z.string().min(1).max(4000) }),
  /** The run as it is now, for a screen that has no disk: its file comes in pieces, each when it is asked for. */
  'session.pack': z.strictObject({ student: studentSchema.exactOptional() }).default({}),
  'session.next': z.strictObject({ packing: z.string().max(40) }),
  'session.drop': z.strictObject({ packing: z.string().max(40) }),
} satisfies Record<string, z.ZodType>;

export type CommandName = keyof typeof commandArgs;
export type CommandArgs<C extends CommandName> = z.output<(typeof commandArgs)[C]>;
export type CommandInput<C extends CommandName> = z.input<(typeof commandArgs)[C]>;

export type * from './answers.ts';
export type { Letter } from './letter.ts';

/** What each command answers. */
export interface CommandReply extends AsideReply, InboxReply, LectureReply, LessonReply {
  'actor.list': { actors: ActorOffer[] };
  'actor.start': { settings: ActorSettings };
  'actor.stop': { stopped: string[] };
  'lab.state': { seq: Seq; run: number; state: LabState; hash: string };
  'lab.settled': { seq: Seq };
  'lab.close': Record<string, never>;
  'lab.checkpoint': { name: string; seq: Seq };
  'lab.restore': { run: number };
  'lab.reset': { run: number };
  'lab.fork': { run: number; replayed: number };
  /** `seq`: the last event so far. */
  'clock.get': { now_ms: number; seq: Seq; rate: number; next_ms?: number };
  'clock.advance': { now_ms: number };
  'clock.next': { now_ms: number; advanced: boolean };
  'clock.halt': Record<string, never>;
  'clock.rate': { rate: number };
  'clock.activity': { now_ms: number };
  'config.get': { topology: Topology };
  'config.patch': { before: unknown; after: unknown };
  /** `cut`: there are more than are told. */
  'files.list': { entries: HostFile[]; cut: boolean };
  /** One character an octet; `octets` is what the whole file has. */
  'files.write': Record<string, never>;
  'files.read': { bytes: string; octets: number };
  'fault.set': { id: string };
  'fault.clear': Record<string, never>;
  'hold.set': { id: string };
  'hold.clear': { released: number };
  'hold.list': { rules: HoldRule[]; held: HeldUnit[] };
  'hold.release': { released: number };
  /** `from` and `to`: where the text stands in the log, in octets. */
  'log.read': { text: string; from: number; to: number };
  /** In the order in which they are asked. `stage`: the first; `remembers`: `policy.state` has something to tell. */
  'policy.list': { policies: { name: string; stage: PolicyStage; settings: PolicySetting[]; remembers: boolean }[] };
  /** `cut`: there are more than are told. */
  'policy.state': { records: PolicyRecord[]; canAdmit: boolean; cut: boolean };
  'policy.forget': { forgotten: number };
  'policy.admit': Record<string, never>;
  'dns.forget': Record<string, never>;
  /** `cut`: there are more than are told. */
  'dns.cache': { answers: RememberedAnswer[]; cut: boolean };
  'blocklist.show': { entries: BlocklistEntry[]; isDead: boolean };
  'blocklist.add': { serial: number };
  'blocklist.dead': { serial: number };
  'blocklist.remove': { serial: number };
  /** `copy`: the folder that has a copy, or why none has. */
  'mail.send': { conn: string; reply: string; queueId?: string; copy?: { folder: string } | { problem: string } };
  /** One character an octet. */
  'mail.compose': { bytes: string };
  'labs.list': { labs: LabEntry[]; topologies: { name: string; title: string }[] };
  'labs.create': { id: string };
  'labs.import': { id: string };
  'labs.read': { topology: Topology };
  'labs.duplicate': { id: string };
  'labs.open': Record<string, never>;
  'labs.rename': Record<string, never>;
  'labs.remove': Record<string, never>;
  'labs.restore': Record<string, never>;
  'address.test': { steps: AddressTestStep[] };
  'experiment.run': { experiment: string };
  'experiment.status': ExperimentStatus;
  'experiment.cancel': Record<string, never>;
  'experiment.letters': { letters: ExperimentLetter[] };
  'experiment.dialogs': { dialogs: ExperimentDialog[] };
  'experiment.pack': { packing: string };
  'progress.read': ProgressReply;
  'progress.add': ProgressReply;
  'progress.reset': ProgressReply;
  'progress.takeBack': ProgressReply;
  'queue.list': { items: QueueItem[] };
  'queue.flush': { started: number };
  'queue.hold': QueueOperated;
  'queue.release': QueueOperated;
  'queue.delete': QueueOperated;
  'queue.requeue': QueueOperated;
  'rerun.begin': { rerun: string };
  'rerun.status': RerunStatus;
  'rerun.drop': Record<string, never>;
  'rerun.pack': { packing: string };
  'shell.open': { shell: string };
  'shell.submit': Record<string, never>;
  'shell.bytes': Record<string, never>;
  'shell.signal': Record<string, never>;
  'shell.resize': Record<string, never>;
  /** Whole lines that the line could become, nearest first. */
  'shell.complete': { options: string[] };
  'shell.close': Record<string, never>;
  'store.list': { letters: StoredLetter[] };
  /** One character an octet. */
  'store.read': { bytes: string };
  'store.fill': Record<string, never>;
  'bytes.read': { bytes: string; expired: boolean };
  'session.save': { file: string; octets: number };
  'session.load': { run: number; seq: Seq; hash: string };
  'session.pack': { packing: string };
  /** The next piece in base64, how much of the work is done, and whether this was the last. */
  'session.next': { bytes: string; done: number; last: boolean };
  'session.drop': Record<string, never>;
}

/** Sends a command to an engine, wherever it runs. Rejects with a CommandError's text. */
export type Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) => Promise<CommandReply[C]>;

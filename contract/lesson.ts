// A lesson as data: what an author writes in its file, checked. Counterpart: lessons/schema.ts reads the Markdown around
// it and says the line of every error; lessons/goal/ knows the matchers, whose schema comes in as `goal`.
// Rule: nothing here names a lesson, a matcher or a host; text for people is the author's, in the file.

import { actorWishesSchema } from './actors.ts';
import type { Lineage } from './events.ts';
import { faultRuleSchema } from './faults.ts';
import { z } from './schema.ts';
import { TOPOLOGY_NAMES } from './topologies.ts';
import { servicePrograms, smtpServerSchema } from './topology.ts';
import { zoneSchema } from './zone.ts';

const LINE_CHARS = 400; // a sentence for a person; three hundred is already too long to be read
const TYPED_CHARS = 4000; // what a solution types; the longest letter of a lesson has a dozen lines
const MINUTES = { least: 3, most: 40 }; // lessons take 8 to 20 minutes; a museum or a case may differ

const words = z.string().trim().min(1).max(LINE_CHARS);
const host = z.string().min(1).max(253);
const address = z
  .string()
  .max(254)
  .regex(/^[^@\s]+@[^@\s]+$/, 'must be an address like bob@harbor.example');
const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');

/** Parts of the window that a step may show; the rest folds away. */
export const panels = ['map', 'dialogs', 'shell', 'inspector', 'timeline', 'inbox', 'compose', 'queue'] as const;
export type PanelName = (typeof panels)[number];

/** A letter that lies in a mailbox before the step begins; `#` in it is its number where there are several. */
const mailboxLetter = z.strictObject({
  from: address,
  subject: words,
  text: z.string().max(TYPED_CHARS),
  times: z.int().min(1).max(500).optional(),
});
export type MailboxLetter = z.output<typeof mailboxLetter>;

/** What a start says. Without defaults: a step names only what differs from its lesson. */
const startParts = {
  /** A shipped lab; where it isn't the one that is open, it is opened. */
  topology: z.enum(TOPOLOGY_NAMES),
  seed: z.int().min(0),
  /** Lab time, RFC 3339. */
  clock: z.iso.datetime(),
  /** Hosts from which the learner speaks: a shell there, or a door that stands for it. */
  actors: z.array(host).min(1).max(8),
  /** Senders that act by themselves from here on; those of the step before stop. Not named: nobody starts or stops. */
  senders: z.array(z.strictObject({ actor: slug, settings: actorWishesSchema.default({}) })).max(9),
  /** Host -> policy -> settings. A policy that isn't named is off, on every host. */
  policies: z.record(host, z.record(z.string(), z.record(z.string(), z.unknown()))),
  /** Host -> settings of its SMTP server; what isn't named is as it is when nobody has set it, on every host. */
  smtp: z.record(host, smtpServerSchema),
  /** Host -> zone -> its data; zones that aren't named are the topology's own. */
  zones: z.record(host, z.record(z.string(), zoneSchema)),
  /** Host -> other settings of its mail server; those that aren't named are the topology's own. */
  mta: z.record(host, z.record(z.string(), z.unknown())),
  /** Host -> settings of its mail store; those that aren't named are the topology's own. */
  store: z.record(host, z.record(z.string(), z.unknown())),
  /** Host -> its programs that somebody has stopped; on the others all of them run. */
  stopped: z.record(host, z.array(z.enum(servicePrograms))),
  /** Address, or address/folder -> the letters that are there, and no others; a mailbox that isn't named is left as it is. */
  mailboxes: z.record(address, z.array(mailboxLetter).max(20)),
  /** What disturbs the wire, and nothing else does (faults.ts). */
  faults: z.array(faultRuleSchema).max(8),
  /** Commands that were typed before the step begins, in order, each in a shell of its host. */
  before: z.array(z.strictObject({ shell: z.string().min(1).max(TYPED_CHARS), as: host })).max(8),
  panels: z.array(z.enum(panels)).min(1),
};

/** What differs from the state that something else begins from. */
export const startPartsSchema = z.strictObject(startParts).partial();

/** The state of the lab that a step begins from: complete, so that a reset brings it back. */
export const startSchema = z.strictObject({
  ...startParts,
  senders: startParts.senders.exactOptional(),
  smtp: startParts.smtp.default({}),
  zones: startParts.zones.default({}),
  mta: startParts.mta.default({}),
  store: startParts.store.default({}),
  stopped: startParts.stopped.default({}),
  mailboxes: startParts.mailboxes.default({}),
  faults: startParts.faults.default([]),
  before: startParts.before.default([]),
});
export type LessonStart = z.output<typeof startSchema>;

const rfcSchema = z.string().regex(/^RFC \d+( section [0-9A-Z.]+)?$/, 'must be like "RFC 5321 section 4.1"');
const hostAndPort = z.string().regex(/^\S+ \d{1,5}$/, 'must be a host and a port, like "mx1.harbor.example 25"');

/** Why a queue entry exists; the compiler holds them to the events'. */
export const LINEAGES = [
  ...(['submit', 'relay', 'split', 'expand'] as const),
  ...(['forward', 'list', 'bounce', 'reinject'] as const),
] as const satisfies readonly Lineage[];

/** What a person selects on the bench, described so that a test can find it: the last that fits. */
export const tokenSchema = z.union([
  z.strictObject({
    line: z.strictObject({
      from: z.enum(['client', 'server']),
      verb: z.string().max(32).optional(),
      code: z.int().min(200).max(599).optional(),
      host: host.optional(),
      text: words.optional(),
    }),
  }),
  z.strictObject({ field: z.strictObject({ name: words, host: host.optional(), contains: words.optional() }) }),
  z.strictObject({ host }),
  z.strictObject({ answer: z.strictObject({ name: slug, value: words }) }),
  /** An answer that only the lab knows: the queue id of the latest entry at a host, of a letter with `about` in its header. */
  z.strictObject({
    answer: z.strictObject({
      name: slug,
      queueIdAt: host,
      kind: z.enum(LINEAGES).optional(),
      about: words.optional(),
    }),
  }),
]);
export type TokenForm = z.output<typeof tokenSchema>;

/** One thing that a learner does. A list of them is a solution, or how a near miss is made. */
export const actSchema = z.union([
  z.strictObject({
    /** Host and port of a new connection; the lines are typed one by one, each after the reply to the one before. */
    telnet: hostAndPort,
    as: host,
    type: z.string().max(TYPED_CHARS).default(''),
    /** The lines go out before the server has said anything. */
    early: z.boolean().default(false),
    /** Closes the window at the end instead of leaving it open. */
    close: z.boolean().default(false),
  }),
  z.strictObject({
    /** The same inside TLS, by STARTTLS: what `openssl s_client` or swaks do. With `login` they greet and log in first. */
    openssl: hostAndPort,
    as: host,
    login: address.optional(),
    type: z.string().max(TYPED_CHARS).default(''),
  }),
  /** More lines in the dialog that was left open at this host. */
  z.strictObject({ goOn: host, type: z.string().max(TYPED_CHARS) }),
  z.strictObject({
    send: z.strictObject({
      from: address,
      to: z.array(address).default([]),
      cc: z.array(address).default([]),
      bcc: z.array(address).default([]),
      subject: words,
      text: z.string().max(TYPED_CHARS),
    }),
  }),
  z.strictObject({
    /** A command, and the lines that are then typed into the program that it starts. */
    shell: words,
    as: host,
    type: z.string().max(TYPED_CHARS).default(''),
    /** It calls somebody who doesn't answer, and gives up after so many seconds on the wire. */
    unanswered_s: z.number().min(1).max(600).optional(),
  }),
  /** A setting, changed on the sheet of a host; `path` is a JSON Pointer into the host, as in `config.patch`. */
  z.strictObject({ set: z.strictObject({ host, path: z.string().max(200), value: z.unknown() }) }),
  /** Stops what clients say to a server, `MAIL` or `.` for a letter's text; or what it answers to that. */
  z.strictObject({ hold: z.strictObject({ server: host, command: z.string().min(1).max(32) }) }),
  z.strictObject({ hold: z.strictObject({ server: host, reply: z.string().min(1).max(32) }) }),
  /** What was stopped goes on, with one text in it changed or as it was; then nothing is stopped any more. */
  z.strictObject({ release: z.union([z.strictObject({ change: words, to: words }), z.literal('unchanged')]) }),
  z.strictObject({ choose: tokenSchema }),
  z.strictObject({ advance_s: z.number().min(0).max(3_200_000) }),
  z.strictObject({ predict: slug, sure: z.boolean().default(true) }),
]);
export type Act = z.output<typeof actSchema>;

const option = z.strictObject({
  id: slug,
  text: words,
  right: z.literal(true).optional(),
  /** The misconception behind a wrong answer (lessons/beliefs.ts). */
  belief: slug.optional(),
  /** What is said to who chose this, once the server has answered. */
  reply: words,
});

/** The id of the answer that every prediction has besides its own. */
export const DONT_KNOW = 'dont-know';

const predictionSchema = z
  .strictObject({
    asks: words,
    /** The reply that waits until the prediction is made: to this verb, at this server. */
    before: z.strictObject({ reply: z.string().min(1).max(32), server: host, client: host.optional() }),
    options: z.array(option).min(2).max(5),
    /** When one hears what is right: with the reply that waited, or when the step's goals are met. */
    told: z.enum(['reply', 'goal']).default('reply'),
    /** What is said to who answered "don't know". */
    dontKnow: words,
  })
  .superRefine(({ options }, context) => {
    const right = options.filter((one) => one.right);
    if (right.length !== 1)
      context.addIssue({ code: 'custom', message: 'exactly one option is right', path: ['options'] });
    options.forEach(({ id, belief, right: isRight }, at) => {
      const path = ['options', at];
      if (!isRight && belief === undefined) {
        context.addIssue({ code: 'custom', message: 'a wrong option names the belief behind it', path });
      }
      if (isRight && belief !== undefined) {
        context.addIssue({ code: 'custom', message: 'the right option has no belief behind it', path });
      }
      const isTwice = options.findIndex((one) => one.id === id) < at;
      if (isTwice || id === DONT_KNOW) {
        context.addIssue({ code: 'custom', message: `the id ${id} is taken`, path: [...path, 'id'] });
      }
    });
  });
export type Prediction = z.output<typeof predictionSchema>;

const choices = z
  .array(z.strictObject({ id: slug, text: words }))
  .min(2)
  .max(6);

/** Something that the learner answers in words or by a choice; `chosen` and `named` look at it. */
const questionSchema = z.strictObject({
  id: slug,
  asks: words,
  /** What there is to choose from; without them, and without `choices` of the task, the answer is typed. */
  options: choices.optional(),
});
export type Question = z.output<typeof questionSchema>;

/** A check that a learner's acts are held against; `spec` has passed the schema of its matcher. */
export interface Goal {
  matcher: string;
  spec: unknown;
  /** What the learner reads in the list of goals. */
  says?: string;
  /** Said in place of the matcher's own words while it isn't met. */
  yet?: string;
}

const remarkSchema = <G extends z.ZodType<Goal>>(goal: G) =>
  z.strictObject({
    id: slug,
    when: goal,
    /** What the server saw and where to look, never the answer. */
    says: words,
    /** Where to read on, when it isn't where the step points to. */
    look: rfcSchema.optional(),
    /** How it is made, for the test. */
    typed: z.array(actSchema).min(1).max(12),
  });

/** A `task` block. `goal` is the schema of one check (lessons/goal/index.ts). */
export const taskSchema = <G extends z.ZodType<Goal>>(goal: G) =>
  z.strictObject({
    id: slug,
    /** Core steps make the lesson done; the others are for who wants more. */
    core: z.boolean().default(true),
    /** Which earlier acts count: none, those on connections that are still open, or all of the lesson. */
    counts: z.enum(['step', 'connection', 'lesson']).default('step'),
    start: startPartsSchema.default({}),
    act: words,
    prediction: predictionSchema.optional(),
    questions: z.array(questionSchema).max(8).default([]),
    /** The options of each question that has none of its own. */
    choices: choices.optional(),
    goal: z.array(goal).min(1).max(8),
    /** Seen and said, and the step may still pass. */
    slips: z.array(remarkSchema(goal)).max(8).default([]),
    /** Seen and said, and the step must not pass by it. */
    nearMisses: z.array(remarkSchema(goal)).max(8).default([]),
    hints: z.tuple([words, words, words], 'must be three hints: a nudge, a pointer, nearly there'),
    solution: z.array(actSchema).min(1).max(12),
    ref: z.strictObject({
      rfc: z.array(rfcSchema).min(1),
      terms: z.array(words).default([]),
      leadsTo: words.optional(),
    }),
  });

/** The front matter. */
export const lessonHeadSchema = z.strictObject({
  id: slug,
  number: z.int().min(1).max(99),
  /** Beside the course: listed after its lessons by number, but called an extra. */
  extra: z.literal(true).exactOptional(),
  title: words,
  /** Lessons that come before. */
  after: z.array(slug).default([]),
  minutes: z.int().min(MINUTES.least).max(MINUTES.most),
  /** A step of an earlier lesson that is asked again first, with other names. */
  opensWith: z.strictObject({ lesson: slug, step: slug }).optional(),
  start: startSchema,
  /**
   * Names that the text may use as $name, in two rows or more: each learner gets a row by the lab's seed, and the next one
   * after a solution was looked at.
   */
  cast: z.array(z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), words)).min(2),
});
export type LessonHead = z.output<typeof lessonHeadSchema>;

export type Task = z.output<ReturnType<typeof taskSchema<z.ZodType<Goal>>>>;
export type Remark = Task['nearMisses'][number];

/** A step with the prose before it. */
export interface Step extends Omit<Task, 'start' | 'choices' | 'hints'> {
  /** Its heading. */
  title: string;
  /** Markdown. */
  text: string;
  start: LessonStart;
  /** Three, or none in a challenge. */
  hints: readonly string[];
  /** It is never over: for marks counts how it stands at the end. */
  staysOpen?: true;
  /** The line of the file where its task begins. */
  line: number;
}

/** What a lesson of one step was made of, where no author wrote it (lessons/challenges/). */
export interface ChallengeFacts {
  kind: string;
  level: 1 | 2 | 3;
  /** The number that made it. */
  seed: number;
  /** For marks: whether something is right isn't said. */
  isExam: boolean;
}

export interface Lesson {
  file: string;
  /** Of its words (BCP 47). */
  language: string;
  /** The language that was wanted, where there is no such translation. */
  lacks?: string;
  /** `versionOf` its text. */
  version: string;
  head: LessonHead;
  challenge?: ChallengeFacts;
  /** The steps once for each row of the cast. */
  versions: Step[][];
  /** Markdown after the last step. */
  ending: string[];
}

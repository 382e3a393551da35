// The labs in which lessons happen: the person's own where it has the hosts, and one of ours for every other topology.
// Counterpart: `labs.*` of the contract; lesson-store.ts says when. Rule: the lab that was left for a lesson is remembered
// until one is back in it; ours are known by their name, so one that was renamed is the person's.

import type { LabState } from '../../contract/fold/state.ts';
import type { Dispatch, LabEntry } from '../../contract/commands.ts';
import type { Student } from '../../contract/hand-in.ts';
import { z } from '../../contract/schema.ts';
import type { TopologyName } from '../../contract/topologies.ts';
import { remembered, type Remembered } from '../store/remembered.ts';
import { t } from '../text/t.ts';

/** As long as the name of a lab may be. */
const LAB_NAME_CHARS = 60;

/** The person's lab that was left for a lesson. */
export interface FormerLab {
  id: string;
  name: string;
}

export const rememberedLab = remembered<FormerLab>(
  'posthorn.lesson.lab',
  z.object({ id: z.string().max(40), name: z.string().max(60) }),
);

/** What is known before one goes: the title of the lab one goes to, and whether an own one is left. */
export interface Way {
  title: string;
  from: FormerLab | undefined;
}

export class LessonLabs {
  readonly #dispatch: Dispatch;
  readonly #kept: Remembered<FormerLab>;

  constructor(dispatch: Dispatch, kept: Remembered<FormerLab>) {
    this.#dispatch = dispatch;
    this.#kept = kept;
  }

  /** The lab to go back to. */
  get former(): FormerLab | undefined {
    return this.#kept.recall();
  }

  async wayTo(kind: TopologyName): Promise<Way> {
    const { labs, topologies } = await this.#dispatch('labs.list', {});
    const open = labs.find((lab) => lab.isOpen);
    const isOwn = open !== undefined && !topologies.some(({ name, title }) => isOurs(open, name, title));
    const title = topologies.find(({ name }) => name === kind)?.title ?? kind;
    return { title, from: isOwn ? { id: open.id, name: open.name } : undefined };
  }

  /** Opens the lab for lessons on this topology; that it is open is told by its events. */
  async open(kind: TopologyName, { title, from }: Way): Promise<void> {
    const { labs } = await this.#dispatch('labs.list', {});
    const { former } = this;
    const student = labs.find((lab) => lab.isOpen)?.student;
    const own = labs.find((lab) => lab.id === former?.id && lab.kind === kind);
    const found = own ?? labs.find((lab) => (student ? isTheirs(lab, kind, student) : isOurs(lab, kind, title)));
    const id = found?.id ?? (await this.#create(kind, title, student)).id;
    if (from) this.#kept.remember(from);
    await this.#dispatch('labs.open', { id });
    if (own) this.#kept.forget();
  }

  /** Whoever works on an exercise has a lab of their own for each topology. */
  #create(kind: TopologyName, title: string, student: Student | undefined): Promise<{ id: string }> {
    if (!student) return this.#dispatch('labs.create', { name: nameOf(title), topology: kind });
    return this.#dispatch('labs.create', { name: exerciseLabName(student), topology: kind, student });
  }

  /** Back to the lab that was left. */
  async goBack(): Promise<void> {
    const { former } = this;
    if (former) await this.#dispatch('labs.open', { id: former.id });
    this.#kept.forget();
  }
}

/** What the lab of a student is called. */
export function exerciseLabName({ student, exercise }: Student): string {
  return t('handIn.lab', { student, exercise }).slice(0, LAB_NAME_CHARS);
}

function isTheirs(lab: LabEntry, kind: string, { student, exercise }: Student): boolean {
  return lab.kind === kind && lab.student?.student === student && lab.student.exercise === exercise;
}

function nameOf(title: string): string {
  return t('lessonLab.name', { title });
}

function isOurs(lab: LabEntry, kind: string, title: string): boolean {
  return lab.kind === kind && lab.name === nameOf(title);
}

/** Whether somebody did anything in a lab that they may want to come back to. */
export function hasWork({ messages, mailboxes, conns }: LabState): boolean {
  const hasMail = Object.values(mailboxes).some(({ total }) => total > 0);
  return hasMail || Object.keys(messages).length > 0 || Object.keys(conns).length > 0;
}

// The labs in which lessons happen: the person's own where it has the hosts, and one of ours for every other topology.
// Counterpart: `labs.*` of the contract; lesson-store.ts says when. Rule: the lab that was left for a lesson is remembered
// until one is back in it; ours are known by their name, so one that was renamed is the person's.

import type { Dispatch, LabEntry } from '../../contract/commands.ts';
import { z } from '../../contract/schema.ts';
import type { TopologyName } from '../../contract/topologies.ts';
import { remembered, type Remembered } from '../store/remembered.ts';
import { t } from '../text/t.ts';

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
    const own = labs.find((lab) => lab.id === former?.id && lab.kind === kind);
    const found = own ?? labs.find((lab) => isOurs(lab, kind, title));
    const id = found?.id ?? (await this.#dispatch('labs.create', { name: nameOf(title), topology: kind })).id;
    if (from) this.#kept.remember(from);
    await this.#dispatch('labs.open', { id });
    if (own) this.#kept.forget();
  }

  /** Back to the lab that was left. */
  async goBack(): Promise<void> {
    const { former } = this;
    if (former) await this.#dispatch('labs.open', { id: former.id });
    this.#kept.forget();
  }
}

function nameOf(title: string): string {
  return t('lessonLab.name', { title });
}

function isOurs(lab: LabEntry, kind: string, title: string): boolean {
  return lab.kind === kind && lab.name === nameOf(title);
}

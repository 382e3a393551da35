// Follows the lesson that somebody writes beside the app: each time it is saved, the course has it anew. Counterpart:
// `lesson.draft` of the engine; lesson-store.ts takes it. Rule: nobody asks by the clock; one who asks is enough, and a
// connection that breaks is asked again by the next.

import type { Dispatch } from '../../contract/commands.ts';
import type { LessonDesk } from './lesson-store.ts';

export class DraftDesk {
  readonly #dispatch: Dispatch;
  readonly #lessons: Pick<LessonDesk, 'takeDraft'>;
  readonly #onOpened: () => void;
  #turn = 0;

  constructor(dispatch: Dispatch, lessons: Pick<LessonDesk, 'takeDraft'>, onOpened: () => void) {
    this.#dispatch = dispatch;
    this.#lessons = lessons;
    this.#onOpened = onOpened;
  }

  /** The engine answers (again); resolves when there is no lesson being written, or the connection is gone. */
  async follow(): Promise<void> {
    const turn = (this.#turn += 1);
    for (let seen: number | undefined; turn === this.#turn;) {
      const answer = await this.#dispatch('lesson.draft', seen === undefined ? {} : { seen }).catch(() => undefined);
      if (!answer?.draft || turn !== this.#turn) return;
      seen = answer.draft.news;
      if (await this.#lessons.takeDraft(answer.draft)) this.#onOpened();
    }
  }
}

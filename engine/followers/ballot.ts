// The answers of followers to the question that is open. Counterpart: contract/lecture/stage.ts has the question. Rule: one
// answer a pass, changed as often as one likes until the round is closed; nobody can tell afterwards who gave which.

import { type Counts, isVoting, type Vote } from '../../contract/lecture/stage.ts';

export class Ballot {
  #vote: Vote | undefined;
  /** The round that the answers are of. */
  #round = '';
  readonly #answers = new Map<string, string>();

  /** What is asked now. Another round begins without answers. */
  ask(vote: Vote | undefined): void {
    this.#vote = vote;
    if (!vote || vote.id === this.#round) return;
    this.#round = vote.id;
    this.#answers.clear();
  }

  /** Takes an answer; false where it can't count. */
  answer(pass: string, { vote, option }: { vote: string; option: string }): boolean {
    const asked = this.#vote;
    if (!asked || asked.id !== vote || !isVoting(asked)) return false;
    if (!asked.options.some(({ id }) => id === option)) return false;
    this.#answers.set(pass, option);
    return true;
  }

  /** What this follower has answered in the round that is shown. */
  answerOf(pass: string): string | undefined {
    return this.#vote?.id === this.#round ? this.#answers.get(pass) : undefined;
  }

  /** How many chose what, of the latest round. */
  get counts(): { vote: string; counts: Counts } | null {
    if (this.#round === '') return null;
    const counts: Counts = {};
    for (const option of this.#answers.values()) counts[option] = (counts[option] ?? 0) + 1;
    return { vote: this.#round, counts };
  }
}

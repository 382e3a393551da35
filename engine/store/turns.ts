// Steps done in the order in which they were asked for, each when its own work has ended. Counterpart: maildir.ts, where
// letters are written side by side and get their uids one after the other. Rule: work that fails holds nobody up.

export class Turns {
  /** Done when the step asked for last is. */
  #last: Promise<void> = Promise.resolve();

  take<T>(work: Promise<void>, step: () => T): Promise<T> {
    const mine = Promise.allSettled([this.#last, work]).then(() => work.then(step));
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }
}

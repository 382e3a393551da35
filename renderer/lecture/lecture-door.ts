// The lecture's desk, loaded when somebody first wants to lecture. Counterpart: lecture-desk.ts. Rule: the first screen pays
// nothing for it.

import type { LectureDesk } from './lecture-desk.ts';

export class LectureDoor {
  readonly #make: () => Promise<LectureDesk>;
  #coming: Promise<LectureDesk> | undefined;
  /** Once it is there. */
  current: LectureDesk | undefined;

  constructor(make: () => Promise<LectureDesk>) {
    this.#make = make;
  }

  load(): Promise<LectureDesk> {
    this.#coming ??= this.#make().then((desk) => (this.current = desk));
    return this.#coming;
  }
}

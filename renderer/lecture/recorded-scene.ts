// A scene's recording in the lab's place. Counterpart: lecture-desk.ts says when; session/session-desk.ts opens it. Rule: the screen has
// no engine then, but the hall wants to see the recording, the next stage, and the keys of the notes' window: a connection beside
// it carries those, and what happens in the lab meanwhile isn't listened to.

import type { Dispatch } from '../../contract/commands.ts';
import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Bench } from '../app/use-bench.ts';
import type { Source } from '../source/source.ts';

export class RecordedScene {
  readonly #bench: Bench;
  readonly #open: () => Source;
  #line: Source | undefined;

  /** `open`: another connection to the engine. */
  constructor(bench: Bench, open: () => Source) {
    this.#bench = bench;
    this.#open = open;
  }

  /** To the engine, whatever the screen shows. */
  dispatch: Dispatch = (command, args) => (this.#line ?? this.#bench.source).dispatch(command, args);

  /** Rejects with a sentence where it is no session file. */
  async show(file: Blob, title: string): Promise<void> {
    const { sessions, store } = this.#bench;
    await sessions.open(file, title);
    if (store.getState().link.name !== 'session') throw new Error(sessions.store.getState().failure);
  }

  /** Gives it to the engine, for followers; undefined where it is too large for that, or no longer shown. */
  async handOver(file: Blob): Promise<number | undefined> {
    const line = this.#open();
    this.#line = line;
    await isLive(line);
    if (this.#line !== line || file.size > LECTURE_LIMITS.recordingOctets) return undefined;
    const bytes = toByteString(new Uint8Array(await file.arrayBuffer()));
    return (await line.dispatch('lecture.recording', { file: btoa(bytes) })).recording;
  }

  close(): void {
    this.#line?.dispose();
    this.#line = undefined;
    this.#bench.sessions.close();
  }
}

function isLive(source: Source): Promise<void> {
  return new Promise((resolve) => {
    source.start({
      onEvents: () => undefined,
      onLink: (link) => {
        if (link.name === 'live') resolve();
      },
    });
  });
}

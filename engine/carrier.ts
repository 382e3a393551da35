// Frames between one screen and the labs of this process. Counterpart: contract/frames.ts,
// renderer/source/live.ts. Rule: events go in batches, the next only after the last was
// acknowledged; a frame that isn't one of ours is answered with an error or dropped, never trusted.

import { check, describeProblems } from '../contract/problems.ts';
import { type ClientFrame, clientFrameSchema, type EngineFrame } from '../contract/frames.ts';
import type { LabEvent } from '../contract/events.ts';
import { CommandProblem } from './commands/problem.ts';
import type { CommandName } from '../contract/commands.ts';
import type { Seq } from '../contract/ids.ts';
import type { Disposable } from './disposable.ts';
import type { Lab } from './engine.ts';
import { LAB_LIMITS, LOG_LIMITS } from './limits.ts';
import type { EventLog } from './log.ts';

/** One screen's end. */
export class Carrier implements Disposable {
  readonly #labs: ReadonlyMap<string, Lab>;
  readonly #send: (frame: string) => void;
  readonly #streams = new Map<string, Stream>();

  /** `send` puts a frame on its way; frames that come are given to `receive`. */
  constructor(labs: ReadonlyMap<string, Lab>, send: (frame: string) => void) {
    this.#labs = labs;
    this.#send = send;
  }

  receive(text: string): void {
    const frame = readFrame(text);
    if (!frame) return;
    const lab = this.#labs.get(frame.lab);
    if (!lab) {
      const error = { problem: 'unknown lab', detail: `no lab is called "${frame.lab.slice(0, 64)}"` };
      if (frame.kind === 'command') this.#put({ kind: 'error', lab: frame.lab, id: frame.id, error });
      return;
    }
    if (frame.kind === 'command') void this.#command(lab, frame);
    else if (frame.kind === 'ack') this.#streams.get(frame.lab)?.acknowledge(frame.batch);
    else this.#startStream(lab, frame);
  }

  dispose(): void {
    for (const stream of this.#streams.values()) stream.dispose();
    this.#streams.clear();
  }

  #startStream(lab: Lab, { lab: name, run, seq }: Extract<ClientFrame, { kind: 'since' }>): void {
    this.#streams.get(name)?.dispose();
    // A screen that knows another run has to begin at the beginning of this one.
    const after = run === lab.run.options.run ? seq : 0;
    const send: Sending = (batch, events, behind) => this.#put({ kind: 'events', lab: name, batch, events, behind });
    this.#streams.set(name, new Stream(lab, after, send));
  }

  async #command(lab: Lab, frame: Extract<ClientFrame, { kind: 'command' }>): Promise<void> {
    const { id, command, args, lab: name } = frame;
    try {
      const reply = await lab.dispatch(command as CommandName, args);
      this.#put({ kind: 'reply', lab: name, id, reply });
    } catch (error) {
      const problem = error instanceof CommandProblem ? error : new CommandProblem('failed', (error as Error).message);
      this.#put({ kind: 'error', lab: name, id, error: problem.toJSON() });
    }
  }

  #put(frame: EngineFrame): void {
    this.#send(JSON.stringify(frame));
  }
}

type Sending = (batch: number, events: LabEvent[], behind: number) => void;

/** The events of one lab, on their way to one screen. */
class Stream implements Disposable {
  readonly #lab: Lab;
  readonly #send: Sending;
  readonly #subscriptions: readonly Disposable[];
  #run: number;
  #seq: number;
  #batch = 0;
  #waiting = false;
  #reading = false;
  #closed = false;

  constructor(lab: Lab, after: number, send: Sending) {
    this.#lab = lab;
    this.#run = lab.run.options.run;
    this.#seq = after;
    this.#send = send;
    this.#subscriptions = [lab.subscribe(() => this.#pump()), lab.onOpen(() => this.#pump())];
    this.#pump();
  }

  acknowledge(batch: number): void {
    if (batch !== this.#batch) return;
    this.#waiting = false;
    this.#pump();
  }

  dispose(): void {
    this.#closed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #pump(): void {
    if (this.#waiting || this.#reading || this.#closed) return;
    this.#reading = true;
    // A turn later, so that a burst of events goes in one frame.
    setImmediate(() => void this.#next());
  }

  async #next(): Promise<void> {
    const run = this.#lab.isOpen ? this.#lab.run : undefined;
    if (run && run.options.run !== this.#run) {
      this.#run = run.options.run;
      this.#seq = 0;
    }
    const events = run ? await eventsAfter(run.context.log, this.#seq) : [];
    this.#reading = false;
    const last = events.at(-1);
    if (!run || !last || this.#closed) return;
    this.#seq = last.seq;
    this.#waiting = true;
    this.#send((this.#batch += 1), events, run.context.log.state.seq - last.seq);
  }
}

/** As many as go in one frame. */
function eventsAfter(log: EventLog, seq: Seq): Promise<LabEvent[]> {
  const isFar = log.state.seq - seq > LOG_LIMITS.farBehind;
  return log.since(seq, isFar ? LOG_LIMITS.catchUpEvents : LOG_LIMITS.batchEvents);
}

function readFrame(text: string): ClientFrame | undefined {
  if (text.length > LAB_LIMITS.commandOctets) return undefined;
  try {
    const checked = check<ClientFrame>(clientFrameSchema, JSON.parse(text));
    if (!checked.ok) throw new Error(describeProblems(checked.problems));
    return checked.value;
  } catch {
    return undefined;
  }
}

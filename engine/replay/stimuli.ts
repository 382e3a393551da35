// What was done to a run, in order, out of its log: every `input.*` event with its octets at hand. Counterpart: play.ts
// repeats them. Rule: a jump of the clock is repeated by as much as it came to, whoever it was that cut it short.

import type { CommandInput } from '../../contract/commands.ts';
import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { BytesRef, Seq } from '../../contract/ids.ts';
import type { Session } from '../../contract/session/read-session.ts';
import { fromByteString } from '../../mail/bytes.ts';
import { CommandProblem } from '../commands/problem.ts';
import type { Lab } from '../engine.ts';
import { LOG_LIMITS } from '../limits.ts';

type Input = LabEventOf<'input.command' | 'input.opened' | 'input.bytes' | 'input.closed' | 'input.learner'>;

/** An input with its octets at hand. */
export interface Stimulus {
  event: Input;
  octets?: Uint8Array;
}

/** The inputs up to `until`. `note` sees every event on the way. Throws CommandProblem when some are no longer on record. */
export async function stimuliOf(lab: Lab, until: Seq, note?: (event: LabEvent) => void): Promise<Stimulus[]> {
  const { log, capture } = lab.run.context;
  const stimuli = new Stimuli();
  for (let seq = 0; seq < until;) {
    const events = await log.since(seq, LOG_LIMITS.inMemory);
    const last = events.at(-1);
    if (!last) break;
    seq = last.seq;
    for (const event of events.filter((one) => one.seq <= until)) {
      note?.(event);
      await stimuli.take(event, (ref) => capture.read(ref));
    }
  }
  return stimuli.list;
}

/** The inputs of a run that was saved. */
export async function savedStimuli({ events, file }: Session): Promise<Stimulus[]> {
  const stimuli = new Stimuli();
  for (const event of events) await stimuli.take(event, (ref) => file.capture.read(ref));
  return stimuli.list;
}

/** Takes every event, keeps the inputs. */
class Stimuli {
  readonly list: Stimulus[] = [];

  async take(event: LabEvent, read: ReadCaptured): Promise<void> {
    if (event.type === 'clock.advanced') asFarAsItCame(this.list, event.data.to_ms);
    if (isInput(event)) this.list.push(await withOctets(event, read));
  }
}

function isInput(event: LabEvent): event is Input {
  return event.type.startsWith('input.');
}

type ReadCaptured = (ref: BytesRef) => Promise<Uint8Array | undefined>;

async function withOctets(event: Input, read: ReadCaptured): Promise<Stimulus> {
  if (event.type !== 'input.bytes') return { event };
  if (event.data.bytes !== undefined) return { event, octets: Buffer.from(event.data.bytes, 'latin1') };
  const octets = event.data.ref && (await read(event.data.ref));
  if (!octets)
    throw new CommandProblem('expired', 'what was typed is no longer on record, so the run can’t be played again');
  return { event, octets };
}

const JUMPS: ReadonlySet<string> = new Set(['clock.advance', 'clock.next']);

function asFarAsItCame(stimuli: Stimulus[], to_ms: number): void {
  const last = stimuli.at(-1);
  if (last?.event.type !== 'input.command' || !JUMPS.has(last.event.data.command)) return;
  const args = { ms: Math.max(0, to_ms - last.event.at_ms) } satisfies CommandInput<'clock.advance'>;
  last.event = { ...last.event, data: { ...last.event.data, command: 'clock.advance', args } };
}

/** Puts other words into the mouth of whoever typed: octets at a door or for a held line, a line in a shell. False: nobody did. */
export function retype(stimulus: Stimulus, instead: string): boolean {
  const { event } = stimulus;
  if (stimulus.octets !== undefined) {
    stimulus.octets = octetsOf(instead);
    return true;
  }
  if (event.type !== 'input.command') return false;
  if (event.data.command === 'hold.release') {
    octetsOf(instead);
    stimulus.event = withArgs(event, { ...(event.data.args as CommandInput<'hold.release'>), instead });
    return true;
  }
  if (event.data.command !== 'shell.submit') return false;
  const args = { ...(event.data.args as CommandInput<'shell.submit'>), line: instead.replace(/\r?\n$/, '') };
  stimulus.event = withArgs(event, args);
  return true;
}

/** The inputs as if this one had never been; an edited line of a hold goes on unedited. */
export function without(stimuli: readonly Stimulus[], undone: Stimulus): Stimulus[] {
  const { event } = undone;
  if (event.type !== 'input.command' || event.data.command !== 'hold.release') {
    return stimuli.filter((one) => one !== undone);
  }
  const { instead: _edited, ...args } = event.data.args as CommandInput<'hold.release'>;
  return stimuli.map((one) => (one === undone ? { event: withArgs(event, args) } : one));
}

function withArgs(event: LabEventOf<'input.command'>, args: unknown): LabEventOf<'input.command'> {
  return { ...event, data: { ...event.data, args } };
}

/** Throws CommandProblem when the text isn't octets. */
export function octetsOf(text: string): Uint8Array {
  if (/[^\0-\xff]/.test(text)) {
    throw new CommandProblem('bad bytes', 'what goes out instead must be octets, one character each');
  }
  return fromByteString(text);
}

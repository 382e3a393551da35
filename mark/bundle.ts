// A file that was handed in, opened: the session, who it belongs to, and whether anybody changed it in the zip. Counterpart:
// engine/session.ts packs it. Rule: whatever is wrong with it is a sentence in its report, never the end of the run.

import { createHash } from 'node:crypto';

import { HAND_IN_ENTRY, type HandIn, handInSchema, SEAL_ENTRY, sealSchema, seedOf } from '../contract/hand-in.ts';
import { bytesInMemory } from '../contract/session/byte-source.ts';
import { SessionProblem } from '../contract/session/problem.ts';
import { readSession, type Session } from '../contract/session/read-session.ts';
import { SessionFile } from '../contract/session/session-file.ts';
import { readDirectory, wholeEntry } from '../contract/session/zip.ts';
import { deflation } from '../engine/deflation.ts';
import { MARK_LIMITS } from './limits.ts';

export interface Bundle {
  handIn: HandIn;
  session: Session;
  /** What crossed its wires. */
  capture: Uint8Array;
  /** What can be seen without a replay. */
  problems: string[];
}

const inTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Throws SessionProblem when there is nothing to be marked. */
export async function openBundle(octets: Uint8Array): Promise<Bundle> {
  const file = await SessionFile.open(octets, deflation);
  const source = bytesInMemory(octets);
  const entries = new Map((await readDirectory(source)).map((entry) => [entry.name, entry]));
  const read = async (name: string) => {
    const entry = entries.get(name);
    return entry && wholeEntry(source, entry, deflation);
  };
  const handIn = handInSchema.safeParse(parsed(await read(HAND_IN_ENTRY)));
  if (!handIn.success) throw new SessionProblem('not a session', `it wasn't handed in: ${HAND_IN_ENTRY}`);
  const session = await readSession(file, { pause: inTurn });
  const seal = sealSchema.safeParse(parsed(await read(SEAL_ENTRY)));
  const problems = [...seeds(handIn.data, session), ...(await broken(seal.data ?? {}, [...entries.keys()], read))];
  const captured = await file.capture.length();
  if (captured > MARK_LIMITS.captured) throw new SessionProblem('too large', `${captured} captured octets`);
  const capture = (await file.capture.read({ at: 0, length: captured })) ?? new Uint8Array(0);
  return { handIn: handIn.data, session, capture, problems };
}

function parsed(octets: Uint8Array | undefined): unknown {
  if (!octets) return undefined;
  try {
    return JSON.parse(Buffer.from(octets).toString());
  } catch {
    return undefined;
  }
}

/** A student works in the lab of their own seed, and the file says so in four places. */
function seeds(handIn: HandIn, { file: { manifest }, checkpoint, events }: Session): string[] {
  const own = seedOf(handIn);
  const [opened] = events;
  const said = [manifest.seed, checkpoint.seed, ...(opened?.type === 'lab.opened' ? [opened.data.seed] : [])];
  if (said.every((seed) => seed === own)) return [];
  return [`the lab isn't that of ${handIn.student} for ${handIn.exercise}: its seed is ${said[0]}, theirs is ${own}`];
}

/** Entries that aren't as they were packed. */
async function broken(
  seal: Readonly<Record<string, string>>,
  names: readonly string[],
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<string[]> {
  const sealed = names.filter((name) => name !== SEAL_ENTRY);
  const found: string[] = [];
  for (const name of new Set([...sealed, ...Object.keys(seal)])) {
    const octets = await read(name);
    const sum = octets && createHash('sha256').update(octets).digest('hex');
    if (sum === undefined || sum !== seal[name]) found.push(`${name} isn't as Posthorn packed it`);
  }
  return found;
}

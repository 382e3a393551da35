// One engine per lab directory, guarded by something alive: a loopback port that its holder answers
// on, named in a file. Counterpart: engine.ts. Rule: a file left by a dead process holds nobody up,
// and a process number that another program has by now means nothing.

import net from 'node:net';

import { z } from '../contract/schema.ts';
import { bind, boundPort, LOOPBACK } from './internet/internet.ts';
import type { Disk, World } from './world.ts';

const FILE = 'lock.json';
const ANSWER_MS = 2000; // a live holder on the same machine answers in well under a millisecond

const lockSchema = z.strictObject({ port: z.int().min(1).max(65535), token: z.string().min(1).max(100) });

class LabInUseError extends Error {
  override name = 'LabInUseError';
}

export interface LabLock {
  release(): Promise<void>;
}

/** Takes the directory. Throws when another engine has it, with a sentence that says so. */
export async function takeLock({ disk, nonce }: Pick<World, 'disk' | 'nonce'>, dir: string): Promise<LabLock> {
  const token = nonce();
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(token);
  });
  await bind(server, 0);
  server.unref();
  const text = new TextEncoder().encode(JSON.stringify({ port: boundPort(server), token }));
  for (;;) {
    try {
      await disk.create(FILE, text);
      break;
    } catch (error) {
      if (!(await disk.exists(FILE))) throw closed(server, error);
    }
    if (await isHeld(disk)) {
      throw closed(
        server,
        new LabInUseError(
          `the lab in ${dir} is open in another Posthorn. Close it there, or choose another directory.`,
        ),
      );
    }
    await disk.remove(FILE).catch(() => undefined);
  }
  return {
    release: async () => {
      await disk.remove(FILE).catch(() => undefined);
      server.close();
    },
  };
}

function closed(server: net.Server, error: unknown): unknown {
  server.close();
  return error;
}

async function isHeld(disk: Disk): Promise<boolean> {
  let lock: z.infer<typeof lockSchema>;
  try {
    lock = lockSchema.parse(JSON.parse(new TextDecoder().decode(await disk.read(FILE))));
  } catch {
    return false;
  }
  return new Promise((resolve) => {
    let heard = '';
    const socket = net.connect({ host: LOOPBACK, port: lock.port, timeout: ANSWER_MS });
    socket.on('data', (bytes) => (heard += bytes.toString('latin1')));
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard === lock.token));
  });
}

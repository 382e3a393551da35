// The engine as a process of its own, for a shell to start by its file: frames in, frames out, over
// the channel that the parent opened (Electron's parentPort, or node's IPC).
// Counterpart: web/ and electron/. Rule: one engine process, many screens, each with its number.

import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { readStaticFiles, type StaticFiles } from '../site/static-files.ts';
import { Carrier } from './carrier.ts';
import type { Lab } from './engine.ts';
import { LessonDraftDesk } from './draft/lesson-draft-desk.ts';
import { LectureDesk } from './followers/lecture-desk.ts';
import { FIRST_LAB, LabShelf } from './labs/lab-shelf.ts';
import { openRealLab, readTopology } from './open-lab.ts';
import { ProgressKeeper } from './progress/progress-keeper.ts';
import { RealDisk } from './world/real-disk.ts';
import { realWorld } from './world/real-world.ts';

/** What the shell says. `screen` numbers a window or a web socket. */
type FromShell =
  | { kind: 'open'; screen: number }
  | { kind: 'frame'; screen: number; frame: string }
  | { kind: 'gone'; screen: number }
  | { kind: 'close' };

/** What the shell hears. */
type ToShell =
  | { kind: 'ready'; dir: string }
  | { kind: 'frame'; screen: number; frame: string }
  | { kind: 'failed'; detail: string };

interface Channel {
  send: (message: ToShell) => void;
  listen: (listener: (message: FromShell) => void) => void;
  /** The shell went away without a word. */
  onLost: (listener: () => void) => void;
}

/** The lab that a window shows; more labs get names of their own. */
const MAIN_LAB = 'main';

async function main(channel: Channel): Promise<void> {
  const labs = new Map<string, Lab>();
  const carriers = new Map<number, Carrier>();
  const dir = path.resolve(process.env['POSTHORN_DIR'] ?? path.join(os.homedir(), '.posthorn', 'lab'));
  const manual = process.env['POSTHORN_CLOCK'] === 'manual';
  const settings = {
    topology: readTopology(process.env['POSTHORN_TOPOLOGY'] ?? 'two-domains'),
    seed: Number(process.env['POSTHORN_SEED'] ?? 1),
    manual,
    serial: false,
  };
  const shelf = new LabShelf({
    dir,
    worldOf: (place) => realWorld(place, { manual }),
    show: async (id, place) => {
      const before = labs.get(MAIN_LAB);
      labs.delete(MAIN_LAB);
      await before?.close('labs.open');
      try {
        await show(id, place);
      } catch (error) {
        // It is in use, or broken: the one that was open comes back.
        if (before) await show(await shelf.lastOpen(), before.options.dir);
        throw error;
      }
    },
  });
  const progress = new ProgressKeeper(realWorld(dir, { manual }));
  const lecture = new LectureDesk({
    world: realWorld(dir, { manual }),
    files: () => followersFiles(fileURLToPath(new URL('../renderer', import.meta.url))),
  });
  const draft = draftOf(process.env['POSTHORN_LESSON']);
  /** Every screen hears of it as of a fresh start, and asks from the beginning. */
  const show = async (id: string, place: string) => {
    const lab = await openRealLab({ ...settings, dir: place, shelf, progress, lecture, ...(draft && { draft }) });
    labs.set(MAIN_LAB, lab);
    lecture.follow(lab);
    await shelf.noteOpen(id);
    channel.send({ kind: 'ready', dir: place });
  };
  const last = await shelf.lastOpen();
  try {
    await show(last, shelf.dirOf(last));
  } catch (error) {
    // What was open last can't be opened now: the first lab can tell so on a screen.
    if (last === FIRST_LAB) throw error;
    await show(FIRST_LAB, dir);
  }
  const close = () => void endLabs(labs).finally(() => process.exit(0));
  channel.listen((message) => {
    switch (message.kind) {
      case 'open':
        // A screen that stays while another lab is opened is opened again.
        carriers.get(message.screen)?.dispose();
        carriers.set(
          message.screen,
          new Carrier(labs, (frame) => channel.send({ kind: 'frame', screen: message.screen, frame })),
        );
        break;
      case 'frame':
        carriers.get(message.screen)?.receive(message.frame);
        break;
      case 'gone':
        carriers.get(message.screen)?.dispose();
        carriers.delete(message.screen);
        break;
      case 'close':
        close();
        break;
    }
  });
  channel.onLost(close);
  process.once('SIGTERM', close);
  process.once('SIGINT', () => undefined); // the shell hears it too, and ends us in order
}

/** `file`: the lesson that somebody is writing. */
function draftOf(file: string | undefined): LessonDraftDesk | undefined {
  if (file === undefined) return undefined;
  const { dir, base } = path.parse(path.resolve(file));
  return new LessonDraftDesk(new RealDisk(dir), path.basename(dir), base);
}

/** As built, this file is dist/engine/host.js. Followers get a page of their own, and never the presenter's. */
function followersFiles(dir: string): StaticFiles {
  const files = new Map(readStaticFiles(dir));
  const page = files.get('/follow.html');
  if (!page) throw new Error(`the page for followers isn't in ${dir}`);
  files.delete('/index.html');
  return files.set('/', page);
}

async function endLabs(labs: ReadonlyMap<string, Lab>): Promise<void> {
  await Promise.all([...labs.values()].map((lab) => lab.close('shell')));
}

/** The channel that this process was started with. */
function openChannel(): Channel {
  const port = (process as { parentPort?: ElectronPort }).parentPort;
  if (port) {
    return {
      send: (message) => port.postMessage(message),
      listen: (listener) => port.on('message', ({ data }) => listener(data)),
      onLost: (listener) => port.on('close', listener),
    };
  }
  return {
    // A shell that was killed has no channel any more; `disconnect` ends us.
    send: (message) => process.connected && process.send?.(message, () => undefined),
    listen: (listener) => process.on('message', (message) => listener(message as FromShell)),
    onLost: (listener) => process.on('disconnect', listener),
  };
}

interface ElectronPort {
  postMessage: (message: ToShell) => void;
  on: ((event: 'message', listener: (event: { data: FromShell }) => void) => void) &
    ((event: 'close', listener: () => void) => void);
}

const channel = openChannel();
main(channel).catch((error: unknown) => {
  channel.send({ kind: 'failed', detail: (error as Error).message });
  process.exitCode = 1;
});

// Plays what a lesson records (solutions, near misses) against a real engine, with a runner beside it as in the app.
// Counterpart: lessons/runner.ts and commands.ts; rehearsal.ts and the tests play by it. Rule: what is typed goes through
// doors; the runner's commands are obeyed; nothing waits for time.

import type { LabEventOf } from '../contract/events.ts';
import type { Act, LessonStart } from '../contract/lesson.ts';
import type { Lesson } from '../contract/lesson.ts';
import { cloneJson } from '../contract/clone.ts';
import type { Topology } from '../contract/topology.ts';
import { commandsBetween, type LessonCommand } from '../lessons/commands.ts';
import type { TalkProtocol } from '../lessons/book/replies.ts';
import type { LearnerAct } from '../contract/learner.ts';
import { beginLesson, LESSON_HOLD, reduce, type RunnerInput, type RunnerState } from '../lessons/runner.ts';
import { startCommands } from '../lessons/start.ts';
import { linesOf, typedLines } from '../lessons/typed-lines.ts';
import { labFor, type LabOptions } from './lab-for.ts';
import { QuietLab } from './quiet-lab.ts';
import { tokenOf } from './token-of.ts';
import { WireTalk } from './wire-talk.ts';

/** Longer than any server of the course waits before the second half of its greeting. */
const LONGEST_GREETING_MS = 60_000;

/** The breakpoint of the person who plays. */
const OWN_HOLD = 'stop-1';

type OpenLab = (options: LabOptions) => Promise<QuietLab>;
const openQuietly: OpenLab = (options) => QuietLab.open(options);

export interface PlayerOptions {
  /** Lines are typed through a door of their own, or in the app's shell. */
  by?: 'door' | 'shell';
  /** The lab is somebody's own, as in the app, where it chooses the row. */
  seed?: number | undefined;
  openLab?: OpenLab;
  /** Acts that are played beside the lesson's own: doors are made for them. */
  also?: readonly Act[];
}

export class Player {
  lab: QuietLab;
  readonly lesson: Lesson;
  state: RunnerState;
  readonly #talks: WireTalk[] = [];
  /** The dialog that was opened last at each host. */
  readonly #openAt = new Map<string, { say: (line: string) => Promise<unknown> }>();
  readonly #by: 'door' | 'shell';
  #begun: Topology;
  readonly #seed: number | undefined;
  readonly #openLab: OpenLab;
  #shell = '';
  #fed = 0;
  /** What is typed goes out before the greeting: nobody waits for the other half of it. */
  #early = false;

  private constructor(lab: QuietLab, lesson: Lesson, state: RunnerState, { by, seed, openLab }: PlayerOptions) {
    this.#by = by ?? 'door';
    this.#seed = seed;
    this.#openLab = openLab ?? openQuietly;
    this.#begun = cloneJson(lab.lab.run.context.topology);
    this.lab = lab;
    this.lesson = lesson;
    this.state = state;
  }

  /** Opens a lab as the step at `at` wants it. */
  static async open(lesson: Lesson, row: number, at: number, options: PlayerOptions = {}): Promise<Player> {
    const { seed, openLab = openQuietly, also } = options;
    const step = lesson.versions[row]?.[at];
    if (!step) throw new Error(`no step ${at}`);
    const lab = await openLab(labFor(lesson, step.start, seed, also));
    const begun = beginLesson(lesson, seed ?? row, 0);
    const player = new Player(lab, lesson, reduce(lesson, begun, { kind: 'go', step: at, at_ms: 0 }), options);
    player.#waitForGreetings();
    await player.#note({ kind: 'begin', step: at, at_ms: 0 });
    await player.prepare();
    return player;
  }

  async act(input: RunnerInput): Promise<void> {
    if (input.kind !== 'event' && input.kind !== 'bytes') await this.#note(input);
    const before = this.state;
    this.state = reduce(this.lesson, before, input);
    await this.#obey(commandsBetween(before, this.state));
  }

  /** Written into the run, as by the screen. */
  async #note(act: LearnerAct): Promise<void> {
    const { head, version } = this.lesson;
    await this.lab.send('lesson.note', { lesson: head.id, version, act });
  }

  /** Makes the running lab that of the step, as the screen does when one goes on. */
  async prepare(): Promise<void> {
    const { start } = this.state.step;
    if (this.#begun.name !== start.topology) await this.#goElsewhere(start);
    await this.rest();
    await this.act({ kind: 'preparing' });
    await this.#prepare(start);
    await this.act({ kind: 'prepared' });
  }

  /** The step happens in another lab. */
  async #goElsewhere(start: LessonStart): Promise<void> {
    await this.close();
    this.lab = await this.#openLab(labFor(this.lesson, start, this.#seed));
    this.#begun = cloneJson(this.lab.lab.run.context.topology);
    this.#fed = 0;
    this.#waitForGreetings();
  }

  async #prepare(start: LessonStart): Promise<void> {
    const { topology } = await this.lab.send('config.get', {});
    const { now_ms } = await this.lab.send('clock.get', {});
    const { state } = await this.lab.send('lab.state', {});
    const faults = state.faults?.map(({ rule }) => rule);
    await this.#obey(startCommands(start, topology, now_ms, this.#begun, faults));
    await this.rest();
  }

  /** The right answer of the step's prediction, if it has one. */
  async predictRightly(): Promise<void> {
    const right = this.state.step.prediction?.options.find((one) => one.right);
    if (right) await this.act({ kind: 'predict', option: right.id, sure: true });
  }

  async play(acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      await this.#play(act);
      await this.rest();
    }
  }

  /** Half a greeting: whoever waits for the rest is patient, and the wire's clock has nothing else to do. */
  #waitForGreetings(): void {
    this.lab.lab.subscribe((event) => {
      if (this.#early || event.type !== 'wire.line' || !event.data.bytes.startsWith('220-')) return;
      // The server begins to wait when that half is out.
      setImmediate(() => void this.lab.send('clock.activity', { ms: LONGEST_GREETING_MS }));
    });
  }

  /** Lets everything come to rest and tells the runner, until it wants nothing more. */
  async rest(): Promise<void> {
    do {
      await this.lab.lab.settled();
      await this.#letGo();
    } while (this.#fed < this.lab.events.length);
  }

  async close(): Promise<void> {
    for (const talk of this.#talks.splice(0)) await talk.close();
    await this.lab.close();
  }

  async #letGo(): Promise<void> {
    const before = this.state;
    this.#feed();
    await this.#obey(commandsBetween(before, this.state));
  }

  #feed(): void {
    for (; this.#fed < this.lab.events.length; this.#fed += 1) {
      const event = this.lab.events[this.#fed];
      if (event) this.state = reduce(this.lesson, this.state, { kind: 'event', event });
    }
  }

  async #obey(commands: readonly LessonCommand[]): Promise<void> {
    for (const one of commands) {
      if (one.command === 'bytes.read') {
        const { bytes } = await this.lab.send(one.command, one.args);
        await this.act({ kind: 'bytes', wanted: one.wanted, bytes });
      } else if (one.command === 'store.read') {
        const { bytes } = await this.lab.send(one.command, one.args);
        await this.act({ kind: 'bytes', wanted: one.wanted, bytes });
      } else if (one.command === 'shell.type') {
        const { shell } = await this.lab.send('shell.open', { host: one.args.host });
        await this.lab.send('shell.submit', { shell, line: one.args.line });
        await this.lab.send('shell.close', { shell });
      } else await this.lab.send(one.command, one.args as never);
    }
  }

  async #play(act: Act): Promise<void> {
    if ('telnet' in act) return this.#telnet(act);
    if ('goOn' in act) return this.#goOn(act);
    if ('openssl' in act) return this.#openssl(act);
    if ('send' in act) return this.#send(act.send);
    if ('advance_s' in act) return void (await this.lab.send('clock.advance', { ms: act.advance_s * 1000 }));
    if ('predict' in act) return this.act({ kind: 'predict', option: act.predict, sure: act.sure });
    if ('choose' in act) return this.act({ kind: 'choose', token: tokenOf(act.choose, this.state.book) });
    if ('set' in act) {
      const { host, path, value } = act.set;
      return void (await this.lab.send('config.patch', { host, path, value }));
    }
    if ('hold' in act) {
      const from = 'reply' in act.hold ? 'server' : 'client';
      return void (await this.lab.send('hold.set', { id: OWN_HOLD, from, ...act.hold }));
    }
    if ('release' in act) return this.#release(act.release);
    this.#shell = (await this.lab.send('shell.open', { host: act.as })).shell;
    if (act.unanswered_s !== undefined) return this.#giveUp(act.shell, act.unanswered_s);
    for (const line of [act.shell, ...linesOf(act.type)]) await this.#submit(line);
  }

  /** Lines before the one that is changed go on as they are. */
  async #release(wanted: Extract<Act, { release: unknown }>['release']): Promise<void> {
    await this.lab.seen('wire.held', ({ data }) => data.rule === OWN_HOLD);
    if (wanted !== 'unchanged') {
      const { held } = await this.lab.send('hold.list', {});
      const own = held.filter(({ rule }) => rule === OWN_HOLD);
      const at = own.findIndex(({ bytes }) => bytes.includes(wanted.change));
      const unit = own[at];
      if (!unit) throw new Error(`nothing was stopped that holds "${wanted.change}"`);
      const { conn, from } = unit;
      if (at > 0) await this.lab.send('hold.release', { conn, from, count: at });
      const instead = unit.bytes.replace(wanted.change, wanted.to);
      await this.lab.send('hold.release', { conn, from, count: 1, instead });
    }
    await this.lab.send('hold.clear', { id: OWN_HOLD });
  }

  /** Nothing comes to rest while nobody answers; the time begins when the call goes out, after its name was looked up. */
  async #giveUp(line: string, seconds: number): Promise<void> {
    const shell = this.#shell;
    const submitted = this.lab.send('shell.submit', { shell, line });
    const isOut = (event: LabEventOf<'shell.output'>) =>
      event.data.shell === shell && event.data.text.includes('Trying ');
    await this.lab.seen('shell.output', isOut);
    await this.lab.send('clock.activity', { ms: seconds * 1000 });
    await submitted;
  }

  /** A mail program waits for its server, and the server may wait for a prediction. */
  async #send(letter: Extract<Act, { send: unknown }>['send']): Promise<void> {
    // Where nobody answers, the mail program says so, and that is that.
    const sending = this.lab.send('mail.send', letter).catch(() => undefined);
    await Promise.race([sending, this.#held()]);
  }

  /** So does a command that speaks with one. */
  async #submit(line: string, shell = this.#shell): Promise<void> {
    await Promise.race([this.lab.send('shell.submit', { shell, line }), this.#held()]);
    await this.rest();
  }

  async #held(): Promise<void> {
    const { length } = this.lab.events;
    await this.lab.seen('wire.held', ({ data, seq }) => data.rule === LESSON_HOLD && seq > length);
  }

  async #goOn({ goOn, type }: Extract<Act, { goOn: string }>): Promise<void> {
    const dialog = this.#openAt.get(goOn);
    if (!dialog) throw new Error(`no dialog was left open at ${goOn}`);
    const listening = this.#letGoOfHolds();
    for (const line of linesOf(type)) await dialog.say(line);
    listening.dispose();
  }

  async #telnet({ telnet, as, type, early, close }: Extract<Act, { telnet: string }>): Promise<void> {
    const server = telnet.split(' ')[0] ?? '';
    if (this.#by === 'shell') {
      this.#early = early;
      const { shell } = await this.lab.send('shell.open', { host: as });
      this.#shell = shell;
      this.#openAt.set(as, { say: (line) => this.#submit(line, shell) });
      // Nothing comes to rest while the server waits.
      if (early) await this.lab.send('shell.submit', { shell: this.#shell, line: `telnet ${telnet}` });
      for (const line of [...(early ? [] : [`telnet ${telnet}`]), ...linesOf(type)]) await this.#submit(line);
      this.#early = false;
      return;
    }
    this.#early = early;
    if (early) await this.lab.send('hold.set', { id: 'early', server, reply: 'CONNECT' });
    const talk = await WireTalk.open(this.#door(as, telnet), PROTOCOLS[telnet.split(' ')[1] ?? '']);
    this.#talks.push(talk);
    this.#openAt.set(as, talk);
    const lines = linesOf(type);
    if (early) {
      for (const line of lines) talk.send(line);
      await this.lab.seen('wire.line', (event) => event.data.from === 'client');
      await this.lab.send('hold.clear', { id: 'early' });
      await talk.reply();
      this.#early = false;
      return;
    }
    const listening = this.#letGoOfHolds();
    await talk.reply();
    for (const line of lines) await talk.say(line);
    listening.dispose();
    if (close) await talk.close();
  }

  /** The runner hears of each reply that its hold stops, and lets it go. */
  #letGoOfHolds() {
    return this.lab.lab.subscribe((event) => {
      if (event.type === 'wire.held') void this.#letGo();
    });
  }

  async #openssl({ openssl, as, login, type }: Extract<Act, { openssl: string }>): Promise<void> {
    if (this.#by === 'shell' && login === undefined) {
      this.#shell = (await this.lab.send('shell.open', { host: as })).shell;
      for (const line of typedLines([{ openssl, as, type }])) await this.#submit(line);
      return;
    }
    const talk = await WireTalk.open(this.#door(as, openssl));
    this.#talks.push(talk);
    await talk.reply();
    await talk.say(`EHLO ${as}`);
    await talk.say('STARTTLS');
    await talk.secure(openssl.split(' ')[0] ?? '');
    if (login !== undefined) {
      const password = this.lab.lab.ready.users.find((user) => user.login === login)?.password ?? '';
      await talk.say(`EHLO ${as}`);
      await talk.say(`AUTH PLAIN ${Buffer.from(`\0${login}\0${password}`).toString('base64')}`);
    }
    const listening = this.#letGoOfHolds();
    for (const line of linesOf(type)) await talk.say(line);
    listening.dispose();
  }

  #door(as: string, target: string): number {
    const [host, port] = target.split(' ');
    const { doors } = this.lab.lab.ready;
    const door = doors.find((one) => one.as === as && one.host === host && one.port === Number(port));
    if (!door) throw new Error(`no door leads to ${target}`);
    return door.local;
  }
}

const PROTOCOLS: Readonly<Record<string, TalkProtocol>> = { '110': 'pop3', '143': 'imap' };

// Three clients on one mailbox, each with random commands, against a model: what a client was told must always be what a
// client may have been told (RFC 3501 sections 5.2, 5.5 and 7.4.1), and at the end all know the mailbox as it is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import type { AccessMachine, Output } from '../../../../engine/access/machine.ts';
import type { Account } from '../../../../engine/store/account.ts';
import type { Mailbox } from '../../../../engine/store/mailbox.ts';
import { MemoryMailbox } from '../../../../engine/store/memory.ts';
import { memoryAccount } from '../../../../engine/store/memory-folders.ts';
import { MemoryDisk } from '../../../../engine/world/memory-disk.ts';
import { maildirOn, mboxOn } from '../../store/accounts.ts';
import { contextFor } from '../access-context.ts';
import { PLAIN, START_MS } from '../letters.ts';

const STEPS = 250;
const SEEDS = 40; // 10,000 steps together
const MAILDIR_SEEDS = 10;

/** What a client knows of its mailbox by what it was told, and nothing else. */
class Client {
  readonly #machine: AccessMachine;
  /** In order of sequence number; undefined until a FETCH tells the uid. */
  #uids: (number | undefined)[] = [];
  readonly #flags = new Map<number, string>();
  #tag = 0;
  idling = false;
  #command = '';

  constructor(account: Account) {
    this.#machine = imapMachine(contextFor(account));
    this.#machine.greet();
    this.say('LOGIN bob secret');
    this.say('SELECT INBOX');
  }

  get size(): number {
    return this.#uids.length;
  }

  uids(): readonly (number | undefined)[] {
    return this.#uids;
  }

  flagsOf(uid: number): string | undefined {
    return this.#flags.get(uid);
  }

  /** What is selected anew is read anew, and a silent change isn't told to who made it. */
  forget(): void {
    if (this.#command.startsWith('SELECT')) this.#uids = [];
    this.#flags.clear();
  }

  say(command: string): string {
    this.#tag += 1;
    const tag = `t${this.#tag}`;
    this.#command = command;
    const answer = this.#hear(this.#machine.receive(Buffer.from(`${tag} ${command}\r\n`)));
    const end = command === 'IDLE' ? '+ idling' : tag;
    expect(answer, command).toContain(end);
    // No command of these is wrong, whatever the others do.
    expect(answer, command).not.toMatch(/^t\d+ BAD/m);
    if (command.includes('.SILENT')) this.forget();
    this.idling = command === 'IDLE';
    return answer;
  }

  done(): void {
    this.#command = 'DONE';
    expect(this.#hear(this.#machine.receive(Buffer.from('DONE\r\n')))).toContain(`t${this.#tag} OK`);
    this.idling = false;
  }

  /** The mailbox changed. Between commands nothing may be told. */
  news(): void {
    this.#command = this.idling ? 'IDLE' : '';
    const told = this.#hear(this.#machine.changed());
    if (!this.idling) expect(told).toBe('');
  }

  #hear(outputs: readonly Output[]): string {
    const text = outputs.map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString('latin1') : '')).join('');
    for (const line of withoutLiterals(text).split('\r\n')) this.#line(line);
    return text;
  }

  #line(line: string): void {
    const [, number, what, rest = ''] = /^\* (\d+) (EXISTS|RECENT|EXPUNGE|FETCH) ?(.*)$/.exec(line) ?? [];
    const count = Number(number);
    switch (what) {
      case 'EXISTS':
        // Only EXPUNGE makes a mailbox smaller.
        if (!this.#command.startsWith('SELECT')) expect(count).toBeGreaterThanOrEqual(this.size);
        else this.forget();
        while (this.size < count) this.#uids.push(undefined);
        break;
      case 'RECENT':
        expect(count).toBeLessThanOrEqual(this.size);
        break;
      case 'EXPUNGE':
        expect(this.#command, 'numbers moved').not.toMatch(/^(FETCH|STORE|SEARCH)/);
        expect(this.#command).not.toBe('');
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(this.size);
        this.#uids.splice(count - 1, 1);
        break;
      case 'FETCH':
        expect(count).toBeLessThanOrEqual(this.size);
        this.#fetched(count, rest);
        break;
      case undefined:
        break;
    }
  }

  #fetched(number: number, rest: string): void {
    const told = /UID (\d+)/.exec(rest)?.[1];
    const known = this.#uids[number - 1];
    if (told !== undefined) {
      // A number never comes to mean another letter without an EXPUNGE.
      if (known !== undefined) expect(Number(told)).toBe(known);
      this.#uids[number - 1] = Number(told);
    }
    const uid = this.#uids[number - 1];
    const flags = /FLAGS \(([^)]*)\)/.exec(rest)?.[1]?.replace(/ ?\\Recent/, '');
    if (uid !== undefined && flags !== undefined) this.#flags.set(uid, flags);
  }
}

function withoutLiterals(text: string): string {
  const literal = /\{(\d+)\}\r\n/.exec(text);
  if (!literal) return text;
  const end = literal.index + literal[0].length + Number(literal[1]);
  return text.slice(0, literal.index) + withoutLiterals(text.slice(end));
}

type Step = readonly [client: number, action: number, a: number, b: number];

const FLAGS = ['\\Seen', '\\Deleted', '\\Flagged', '\\Answered', '\\Draft', '$Forwarded', 'work'];

/** One of the commands that clients give all day; numbers are made to fit what the client knows. */
function act(client: Client, inbox: Mailbox, [, action, a, b]: Step): void {
  if (client.idling) {
    client.done();
    return;
  }
  const number = client.size === 0 ? 0 : (a % client.size) + 1;
  const to = client.size === 0 ? 0 : Math.min(client.size, number + (b % 3));
  const flag = FLAGS[b % FLAGS.length] ?? '';
  const sign = ['', '+', '-'][a % 3] ?? '';
  const commands = [
    () => client.say('NOOP'),
    () => client.say('IDLE'),
    () => client.say(`UID FETCH 1:* (FLAGS)`),
    () => number && client.say(`FETCH ${number}:${to} (UID FLAGS)`),
    () => number && client.say(`FETCH ${number} (UID BODY[TEXT])`),
    () => number && client.say(`STORE ${number}:${to} ${sign}FLAGS (${flag})`),
    () => client.say(`UID STORE ${1 + (a % inbox.uidNext)}:${1 + (b % inbox.uidNext)} +FLAGS.SILENT (${flag})`),
    () => number && client.say(`STORE ${number} +FLAGS (\\Deleted)`),
    () => client.say('EXPUNGE'),
    () => client.say(`UID EXPUNGE ${1 + (a % inbox.uidNext)}:*`),
    () => client.say('SEARCH UNSEEN'),
    () => number && client.say(`COPY ${number} INBOX`),
    () => number && client.say(`MOVE ${number} Archive`),
    () => client.say('SELECT INBOX'),
    () => inbox.append(PLAIN, new Set(), START_MS),
    () => inbox.append(PLAIN, new Set(['Flagged']), START_MS),
  ];
  commands[action % commands.length]?.();
}

function play(account: Account, steps: readonly Step[]): void {
  const { inbox } = account;
  account.create('Archive');
  for (let count = 0; count < 5; count += 1) inbox.append(PLAIN, new Set(), START_MS);
  const clients = [0, 1, 2].map(() => new Client(account));
  // Also while a command runs: its own session hears of its own changes.
  inbox.onChange(() => {
    for (const client of clients) if (client.idling) client.news();
  });
  for (const step of steps) {
    const client = clients[step[0] % clients.length];
    if (client) act(client, inbox, step);
    for (const one of clients) one.news();
  }
  for (const client of clients) {
    if (client.idling) client.done();
    client.say('NOOP');
    // All that is not known yet by number is asked for; what is known must be right.
    client.say('UID FETCH 1:* (UID)');
    expect(client.uids()).toEqual(inbox.letters().map(({ uid }) => uid));
    for (const { uid, flags } of inbox.letters()) {
      const told = client.flagsOf(uid);
      if (told === undefined) continue;
      expect(told.split(' ').filter(Boolean).toSorted()).toEqual(
        [...flags].map((flag) => (flag.startsWith('=') ? flag.slice(1) : `\\${flag}`)).toSorted(),
      );
    }
  }
}

const step = fc.tuple(fc.nat(2), fc.nat(15), fc.nat(1000), fc.nat(1000));

it.each([
  ['in memory', () => memoryAccount(new MemoryMailbox('bob@harbor.example', 7)), undefined, SEEDS],
  ['in a Maildir', maildirOn, maildirOn, MAILDIR_SEEDS],
  // The files must say the same as the mailbox, as often as it is opened.
  ['in one file', mboxOn, mboxOn, SEEDS],
] as const)(
  'keeps three clients and the mailbox at one, %s',
  (_where, open, reopen, numRuns) => {
    const steps = fc.array(step, { minLength: STEPS, maxLength: STEPS });
    const run = (given: readonly Step[]): void => {
      const disk = new MemoryDisk();
      const account = open(disk);
      play(account, given);
      if (reopen) expect(contentsOf(reopen(disk))).toEqual(contentsOf(account));
    };
    fc.assert(fc.property(steps, run), { numRuns, endOnFailure: true });
  },
  60_000,
);

function contentsOf(account: Account): unknown {
  return account.mailboxes().map(([name, mailbox]) => ({
    name,
    validity: mailbox.uidValidity,
    next: mailbox.uidNext,
    letters: mailbox.letters().map(({ uid, octets, flags, received_ms }) => ({
      ...{ uid, octets, received_ms },
      flags: [...flags].toSorted(),
      text: Buffer.from(mailbox.read(uid)).toString('latin1'),
    })),
  }));
}

// What an alias or a .forward names besides addresses: programs, files, lists in files. Counterpart: mail-server.ts hands
// over what destinationOf found; expansion.ts takes the addresses. Rule: Postfix's local(8) in outcome and wording; a
// program that wants to be asked again comes before anything is forwarded, so that nobody gets a letter twice.

import type { ReplyText } from '../../contract/events.ts';
import { addressKey } from '../../mail/address.ts';
import { aliasTargetOf } from '../../mail/alias-targets.ts';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { splitMessage } from '../../mail/fields.ts';
import { mboxEntry } from '../../mail/mbox.ts';
import type { PolicyMemory } from '../policy/policy.ts';
import type { Scope } from '../scope.ts';
import { replyToStatus } from './exit-status.ts';
import type { Home } from './home.ts';
import { PROGRAMS } from './programs/index.ts';
import type { QueueEntry } from './queue-entry.ts';
import type { RecipientResult } from './queue.ts';

export interface LocalTargetParts {
  home: Home;
  memory: PolicyMemory;
  now_ms: () => number;
  /** The mailbox that a program may put the letter into, if the recipient has one. */
  keep: (
    recipient: string,
    entry: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ) => Promise<RecipientResult | undefined>;
  /** Sends what a program wrote. */
  send: (answer: { to: string; letter: string }, from: QueueEntry, cause: number) => Promise<void>;
}

/** A letter on its way to one recipient of an entry. */
export interface Local {
  recipient: string;
  entry: QueueEntry;
  octets: Uint8Array;
  scope: Scope;
}

/** Addresses to forward to, and what has to be delivered here, with :include: files read. */
export interface SortedTargets {
  addresses: string[];
  here: string[];
  /** Why a target leads nowhere. */
  refused: ReplyText[];
}

export class LocalTargets {
  readonly #parts: LocalTargetParts;

  constructor(parts: LocalTargetParts) {
    this.#parts = parts;
  }

  /** What the targets of a recipient are; each :include: file is told with what is in it. */
  sort(targets: readonly string[], { recipient, scope }: Local): SortedTargets {
    const sorted: SortedTargets = { addresses: [], here: [], refused: [] };
    for (const text of targets) {
      const target = aliasTargetOf(text);
      if (target.kind === 'address') sorted.addresses.push(target.address);
      else if (target.kind === 'program' || target.kind === 'file') sorted.here.push(text);
      else if (target.kind === 'include') this.#include(target.path, recipient, sorted, scope);
      else
        sorted.refused.push({ code: 550, enhanced: '5.1.3', text: `bad address syntax: ${target.text.slice(0, 200)}` });
    }
    return sorted;
  }

  /** Delivers to programs and files. Never throws; the worst outcome stands for all. */
  async deliver({ here, refused }: SortedTargets, local: Local): Promise<RecipientResult> {
    const { recipient } = local;
    let worst: RecipientResult = {
      recipient,
      outcome: 'delivered',
      reply: { code: 250, enhanced: '2.0.0', text: 'delivered' },
    };
    for (const text of here) {
      const target = aliasTargetOf(text);
      const result =
        target.kind === 'program'
          ? await this.#run(target.command, target.words, local)
          : await this.#append(target.kind === 'file' ? target.path : text, local);
      if (result.outcome === 'deferred') return result;
      if (worst.outcome !== 'failed') worst = result;
    }
    const [reply] = refused;
    return reply === undefined ? worst : { recipient, outcome: 'failed', reply };
  }

  /** A list in a file: as in Postfix, it may name people, and neither programs nor files. */
  #include(path: string, recipient: string, sorted: SortedTargets, scope: Scope): void {
    const read = this.#parts.home.targets(path, recipient);
    if ('problem' in read) {
      sorted.refused.push({ code: 550, enhanced: '5.3.5', text: 'mail system configuration error' });
      return;
    }
    scope.emit('rewrite.applied', { step: 'include', before: `:include:${path}`, after: read.targets });
    for (const text of read.targets) {
      const { kind } = aliasTargetOf(text);
      if (kind === 'address') sorted.addresses.push(text);
      else
        sorted.refused.push({
          code: 550,
          enhanced: '5.7.1',
          text: `mail to ${kind === 'program' ? 'command' : 'file'} is restricted`,
        });
    }
  }

  async #run(command: string, [name = '', ...words]: readonly string[], local: Local): Promise<RecipientResult> {
    const { recipient, entry, octets, scope } = local;
    const attempted = scope.emit('queue.attempted', { recipients: [recipient], to: 'command', attempt: entry.attempt });
    const program = PROGRAMS.find((one) => one.name === name.split('/').at(-1));
    const letter = toByteString(octets);
    const { memory } = this.#parts;
    const end = program?.run({
      words,
      recipient,
      reversePath: entry.reversePath,
      fields: splitMessage(letter).fields,
      letter,
      now_ms: this.#parts.now_ms(),
      memory,
    }) ?? { status: 75, output: `local: fatal: execvp ${name}: No such file or directory` };
    if (end.status !== 0) {
      const reply = replyToStatus(end.status, command, (end.output ?? '').slice(0, 200));
      return { recipient, outcome: reply.code < 500 ? 'deferred' : 'failed', reply };
    }
    if (end.keep === true) {
      const kept = await this.#parts.keep(recipient, entry, octets, scope);
      return kept ?? { recipient, outcome: 'failed', reply: replyToStatus(67, command, '') };
    }
    if (end.file !== undefined) return this.#append(end.file, local);
    if (end.answer) await this.#parts.send(end.answer, entry, attempted);
    return this.#delivered(`delivered to command: ${command}`, local, attempted);
  }

  async #append(path: string, local: Local): Promise<RecipientResult> {
    const { recipient, entry, octets, scope } = local;
    const attempted = scope.emit('queue.attempted', { recipients: [recipient], to: 'file', attempt: entry.attempt });
    const trace = `Return-Path: <${entry.reversePath}>\r\nDelivered-To: ${addressKey(recipient)}\r\n`;
    const text = mboxEntry(trace + toByteString(octets), entry.reversePath, this.#parts.now_ms());
    const { problem } = await this.#parts.home.append(path, fromByteString(text));
    if (problem === undefined) return this.#delivered(`delivered to file: ${path}`, local, attempted);
    const reply = {
      code: 550,
      enhanced: '5.2.0',
      text: `cannot append message to file ${path.slice(0, 200)}: ${problem}`,
    };
    return { recipient, outcome: 'failed', reply };
  }

  #delivered(text: string, { recipient, scope }: Local, attempted: number): RecipientResult {
    const reply = { code: 250, enhanced: '2.0.0', text };
    scope.emit('queue.delivered', { recipients: [recipient], to: text.replace('delivered to ', ''), reply }, attempted);
    return { recipient, outcome: 'delivered', reply, report: 'delivered' };
  }
}

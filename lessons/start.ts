// How a lab gets into the state that a step begins from. Counterpart: the step's `start`. Rule: complete: a policy that
// isn't named is off on every host, so that reset works and "policies off" means something.

import { cloneJson } from '../contract/clone.ts';
import type { FaultRule } from '../contract/faults.ts';
import type { LessonStart, MailboxLetter } from '../contract/lesson.ts';
import { type SmtpServerSettings, smtpServerSchema, type Topology } from '../contract/topology.ts';
import { formatDate } from '../mail/date.ts';
import { foldField } from '../mail/fields.ts';
import type { LessonCommand } from './commands.ts';

/** The lab of a step from the shipped lab of that name: for a fresh lab, as in tests and on reset. */
export function topologyFor(start: LessonStart, shipped: Topology): Topology {
  const topology = cloneJson(shipped);
  topology.startsAt = start.clock;
  for (const host of topology.hosts) {
    host.policies = policiesOf(start, host.name, host.policies);
    if (host.mta) Object.assign(host.mta, start.mta[host.name], { smtp: smtpOf(start, host.name) });
    Object.assign(host.store, start.store[host.name]);
    host.stopped = start.stopped[host.name] ?? [];
    Object.assign(host.zones, start.zones[host.name] ?? {});
  }
  return topology;
}

/**
 * What changes a running lab of the same topology into the step's; empty when it is so already. Time never goes back.
 * `begun` is the lab as its run began: what the step doesn't name goes back to that. `faults` are set in it now.
 */
export function startCommands(
  start: LessonStart,
  now: Topology,
  now_ms: number,
  begun = now,
  faults: readonly FaultRule[] = [],
): LessonCommand[] {
  const commands: LessonCommand[] = [];
  const ms = Date.parse(start.clock) - now_ms;
  if (ms > 0) commands.push({ command: 'clock.advance', args: { ms } });
  for (const { name: host, policies, zones, mta, store, stopped } of now.hosts) {
    const before = begun.hosts.find((one) => one.name === host);
    const patch = (part: string, is: object, wanted: object): void => {
      for (const key of new Set([...Object.keys(is), ...Object.keys(wanted)])) {
        const value: unknown = wanted[key as keyof typeof wanted];
        if (JSON.stringify(is[key as keyof typeof is]) === JSON.stringify(value)) continue;
        commands.push({ command: 'config.patch', args: { host, path: `/${part}/${key}`, value } });
      }
    };
    if (mta) patch('mta', mta, { ...(before?.mta ?? mta), ...start.mta[host], smtp: smtpOf(start, host) });
    patch('store', store, { ...(before?.store ?? store), ...start.store[host] });
    const wanted = start.stopped[host] ?? [];
    if (JSON.stringify(stopped) !== JSON.stringify(wanted)) {
      commands.push({ command: 'config.patch', args: { host, path: '/stopped', value: wanted } });
    }
    patch('policies', policies, policiesOf(start, host, policies));
    const known = commands.length;
    patch('zones', zones, { ...(before?.zones ?? zones), ...start.zones[host] });
    // Nobody goes on by what stood there in the step before.
    if (commands.length > known) commands.push({ command: 'dns.forget', args: {} });
  }
  return [...commands, ...mailboxes(start), ...disturbances(start, faults), ...typedBefore(start), ...senders(start)];
}

/**
 * The wire is disturbed as the step says, and in no other way: also not by what the learner left behind. Set anew, so that one
 * which is spent strikes again.
 */
function disturbances({ faults: wanted }: LessonStart, known: readonly FaultRule[]): LessonCommand[] {
  const isSame = (one: FaultRule) => wanted.some((other) => JSON.stringify(one) === JSON.stringify(other));
  return [
    ...known.filter((one) => !isSame(one)).map(({ id }) => ({ command: 'fault.clear' as const, args: { id } })),
    ...wanted.map((args) => ({ command: 'fault.set' as const, args })),
  ];
}

/** A mailbox that the step names holds its letters and no others; what is in the others is the learner's. */
function mailboxes(start: LessonStart): LessonCommand[] {
  return Object.entries(start.mailboxes).map(([address, list]) => ({
    command: 'store.fill' as const,
    args: { address, letters: list.flatMap((letter) => lettersOf(address, letter, start.clock)) },
  }));
}

function lettersOf(to: string, { from, subject, text, times = 1 }: MailboxLetter, clock: string): string[] {
  return Array.from({ length: times }, (_, at) => {
    const number = String(at + 1);
    const header = [
      ['From', from],
      ['To', to.replace(/\/.*$/, '')],
      ['Subject', subject.replaceAll('#', number)],
      ['Date', formatDate(Date.parse(clock))],
    ] as const;
    const body = text
      .replaceAll('#', number)
      .replace(/\r?\n$/, '')
      .replaceAll(/\r?\n/g, '\r\n');
    return `${header.map(([name, value]) => foldField(name, value)).join('')}\r\n${body}\r\n`;
  });
}

function typedBefore(start: LessonStart): LessonCommand[] {
  return start.before.map(({ shell, as }) => ({ command: 'shell.type' as const, args: { host: as, line: shell } }));
}

/** Actors are at work when the step begins. */
function senders({ senders: wanted }: LessonStart): LessonCommand[] {
  if (!wanted) return [];
  return [
    { command: 'actor.stop', args: {} },
    ...wanted.map(({ actor, settings }) => ({ command: 'actor.start' as const, args: { actor, settings } })),
  ];
}

function smtpOf(start: LessonStart, host: string): SmtpServerSettings {
  return start.smtp[host] ?? smtpServerSchema.parse({});
}

type Policies = Topology['hosts'][number]['policies'];

function policiesOf(start: LessonStart, host: string, known: Policies): Policies {
  const off = Object.entries(known).map(([name, settings]) => [name, { ...settings, enabled: false }] as const);
  const on = Object.entries(start.policies[host] ?? {}).map(
    ([name, settings]) => [name, { ...known[name], enabled: true, ...settings }] as const,
  );
  return Object.fromEntries([...off, ...on]);
}

// Where would this go, and through which tables? What `sendmail -bv` answers, without sending anything.
// Counterpart: cleanup.ts, recipients.ts and transport.ts decide the same for real letters. Rule: pure; DNS isn't asked,
// so a domain that goes by its MX records is named, not looked up.

import type { AddressTable, AddressTestStep } from '../../contract/commands.ts';
import { addressKey } from '../../mail/address.ts';
import { aliasTargetOf } from '../../mail/alias-targets.ts';
import { replyText } from '../smtp/reply-text.ts';
import { QUEUE_LIMITS } from '../limits.ts';
import { rewriteSettings } from './cleanup.ts';
import { destinationOf, type Directory } from './recipients.ts';
import { genericSteps, type Step, stepsFor } from './rewriting/steps.ts';
import { virtualStep } from './rewriting/virtual.ts';
import { domainOf, transportFor } from './transport.ts';

/** Which tables are next: all, the canonical map for everybody, virtual aliases alone, or those of delivery. */
type Stage = 'incoming' | 'canonical' | 'virtual' | 'delivery';

/** Where the way ends. */
const ENDS: ReadonlySet<AddressTable> = new Set([
  'mailbox',
  'program',
  'file',
  'route',
  'unknown',
  'relocated',
  'loop',
]);

/** Every step, depth first. An address met before on its own way is a loop. */
export function testAddress(address: string, directory: Directory): AddressTestStep[] {
  const steps: AddressTestStep[] = [];
  const follow = (one: string, way: readonly string[], stage: Stage): void => {
    const depth = way.length;
    const key = `${stage} ${addressKey(one)}`;
    if (way.includes(key) || depth >= QUEUE_LIMITS.aliasDepth) {
      steps.push({ depth, address: one, table: 'loop', after: [] });
      return;
    }
    const { step, next } = targetStep(one, depth, directory) ?? stepOf(one, depth, stage, directory);
    steps.push(step);
    if (ENDS.has(step.table)) return;
    for (const after of step.after) {
      // Who stands for themselves too is looked for no more in the table that says so.
      const isSame = next === 'virtual' && addressKey(after) === addressKey(one);
      follow(after, [...way, key], isSame ? 'delivery' : next);
    }
  };
  follow(address, [], 'incoming');
  return steps;
}

/** Programs, files and lists in files; undefined for an address. */
function targetStep(
  text: string,
  depth: number,
  { home }: Directory,
): { step: AddressTestStep; next: Stage } | undefined {
  const target = aliasTargetOf(text);
  const isAddress = target.kind === 'address' || (target.kind === 'bad' && depth === 0);
  if (isAddress) return undefined;
  const step = (rest: Omit<AddressTestStep, 'depth' | 'address'>) => ({
    step: { depth, address: text, ...rest },
    next: 'incoming' as const,
  });
  if (target.kind === 'program') return step({ table: 'program', after: [target.command] });
  if (target.kind === 'file') return step({ table: 'file', after: [target.path] });
  const read = target.kind === 'include' ? home.targets(target.path, '') : { problem: 'bad address syntax' };
  if ('targets' in read) return step({ table: 'include', after: read.targets });
  return step({ table: 'unknown', after: [], reply: { code: 550, enhanced: '5.3.5', text: read.problem } });
}

/** The table that an address is found in, and where what it became is looked for next. */
function stepOf(
  address: string,
  depth: number,
  stage: Stage,
  directory: Directory,
): { step: AddressTestStep; next: Stage } {
  const { settings } = directory;
  const rewriting = rewriteSettings(settings);
  if (stage === 'incoming' || stage === 'canonical') {
    const { recipientCanonical: _seen, ...others } = rewriting.tables;
    const tables = stage === 'canonical' ? others : rewriting.tables;
    const chain = stepsFor(address, 'envelope recipient', { ...rewriting, tables });
    const [first] = chain;
    if (first) {
      const { entry } = first;
      const step = {
        depth,
        address,
        table: canonicalTable(first),
        after: [first.after],
        ...(entry === undefined ? {} : { entry }),
      };
      return { step, next: chain.length > 1 ? 'canonical' : 'virtual' };
    }
  }
  if (stage !== 'delivery') {
    const found = virtualStep(address, settings.tables?.virtual, settings.recipientDelimiter);
    if (found)
      return { step: { depth, address, table: 'virtual', after: found.after, entry: found.entry }, next: 'virtual' };
  }
  return { step: deliveryStep(address, depth, directory), next: 'incoming' };
}

/** Recipients of an envelope meet no other step. */
function canonicalTable({ step }: Step): AddressTable {
  return step === 'recipient canonical' ? step : 'canonical';
}

function deliveryStep(address: string, depth: number, directory: Directory): AddressTestStep {
  const destination = destinationOf(address, directory);
  switch (destination.kind) {
    case 'mailbox':
      return { depth, address, table: 'mailbox', after: [destination.address] };
    case 'alias': {
      const kept = destination.keep === undefined ? {} : { keptIn: destination.keep };
      return { depth, address, table: destination.table, after: [...destination.targets], ...kept };
    }
    case 'list':
      return { depth, address, table: 'list', after: [...destination.list.members], sender: destination.owner };
    case 'unknown': {
      const { entry, reply } = destination;
      const found = entry === undefined ? { table: 'unknown' as const } : { table: 'relocated' as const, entry };
      return { depth, address, ...found, after: [], reply: replyText(reply) };
    }
    case 'relay':
      return routeStep(address, depth, directory);
  }
}

/** Where it leaves to, and under which name when a generic map changes it. */
function routeStep(address: string, depth: number, { settings }: Directory): AddressTestStep {
  const [generic] = genericSteps(address, rewriteSettings(settings));
  const called = generic ? { called: generic.after } : {};
  const transport = transportFor(address, settings);
  if (!transport) return { depth, address, table: 'route', after: [`MX of ${domainOf(address)}`], ...called };
  const { entry, to, port, mx } = transport;
  return { depth, address, table: 'route', after: [`${mx ? `MX of ${to}` : `[${to}]`}:${port}`], entry, ...called };
}

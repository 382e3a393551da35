// Where would this go, and through which tables? What `sendmail -bv` answers, without sending anything.
// Counterpart: recipients.ts and transport.ts decide the same for real letters. Rule: pure; DNS isn't asked,
// so a domain that goes by its MX records is named, not looked up.

import type { AddressTestStep } from '../../contract/commands.ts';
import { addressKey } from '../../mail/address.ts';
import { replyText } from '../smtp/reply-text.ts';
import { QUEUE_LIMITS } from '../limits.ts';
import { destinationOf, type Directory } from './recipients.ts';
import { domainOf, transportFor } from './transport.ts';

/** Every step, depth first. An address met before on its own way is a loop. */
export function testAddress(address: string, directory: Directory): AddressTestStep[] {
  const steps: AddressTestStep[] = [];
  const follow = (one: string, way: readonly string[]): void => {
    const depth = way.length;
    const key = addressKey(one);
    if (way.includes(key) || depth >= QUEUE_LIMITS.aliasDepth) {
      steps.push({ depth, address: one, table: 'loop', after: [] });
      return;
    }
    const step = stepOf(one, depth, directory);
    steps.push(step);
    if (step.table === 'mailbox' || step.table === 'route' || step.table === 'unknown') return;
    for (const next of step.after) follow(next, [...way, key]);
  };
  follow(address, []);
  return steps;
}

function stepOf(address: string, depth: number, directory: Directory): AddressTestStep {
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
    case 'unknown':
      return { depth, address, table: 'unknown', after: [], reply: replyText(destination.reply) };
    case 'relay': {
      const transport = transportFor(address, directory.settings);
      if (!transport) return { depth, address, table: 'route', after: [`MX of ${domainOf(address)}`] };
      const { entry, to, port, mx } = transport;
      return { depth, address, table: 'route', after: [`${mx ? `MX of ${to}` : `[${to}]`}:${port}`], entry };
    }
  }
}

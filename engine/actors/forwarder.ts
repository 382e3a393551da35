// Somebody writes to an address whose owner has all mail sent on to another one. The letter is honest, and arrives from a
// server that its sender's SPF record doesn't know. Counterpart: the forwarder is a real server of the lab.

import { addressKey, splitAddress } from '../../mail/address.ts';
import type { Topology } from '../../contract/topology.ts';
import { type Actor, oneOf, POSTFIX_PATIENCE } from './actor.ts';

const SUBJECTS = ['The invoice', 'Your order', 'Our appointment', 'Happy birthday'] as const;

export const forwarder: Actor = {
  name: 'forwarder',
  isHonest: true,
  manners: { patience: POSTFIX_PATIENCE },
  homes(topology) {
    const to = forwardedAddresses(topology);
    if (to.length === 0) return [];
    return [
      { hosts: ['mail.uni.example'], domain: 'uni.example', server: 'mail.uni.example', to },
      { hosts: ['relay.campus.example'], domain: 'campus.example', server: 'relay.campus.example', to },
      { hosts: ['visitor.example'], domain: 'visitor.example', to },
    ];
  },
  write({ to, domain, random }) {
    const from = `office@${domain}`;
    return {
      from,
      fields: [
        ['From', `The office <${from}>`],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Hello,', '', 'this is the address that you gave us.'],
    };
  },
};

/** Addresses of a lab whose mail goes on to somebody elsewhere. */
function forwardedAddresses({ hosts }: Topology): string[] {
  return hosts.flatMap(({ mta }) =>
    Object.entries(mta?.aliases ?? {})
      .filter(([address, targets]) => !address.startsWith('postmaster@') && targets.some((to) => leaves(address, to)))
      .map(([address]) => address),
  );
}

function leaves(address: string, target: string): boolean {
  const to = splitAddress(addressKey(target))?.domain;
  return to !== undefined && to !== splitAddress(addressKey(address))?.domain;
}

// Asks the policies that act at delivery, for one mailbox at a time. Counterpart: runner.ts asks those of a session;
// mta/local-delivery.ts carries out. Rule: a host where none is on pays one look at its settings; the first that has a
// place for the letter, or refuses it, decides.

import type { Seq } from '../../contract/ids.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Scope } from '../scope.ts';
import type { BookShelf } from './bayes/book-shelf.ts';
import { BoundedLookups } from './bounded-lookups.ts';
import { POLICIES } from './index.ts';
import type { OwnLetter, PolicyDelivery, Release } from './policy.ts';
import { type PolicyDesk, tellDecision, toolsFor } from './runner.ts';

const AT_DELIVERY = POLICIES.filter(({ delivery }) => delivery);

/** What came of it for one mailbox. */
export interface Filed {
  /** To be put on top, the last one first. */
  fields: ByteString[];
  /** Of the mailbox's owner. */
  folder?: string;
  refusal?: Reply;
  sends: OwnLetter[];
  releases: Release[];
}

export interface DeliveryDesk extends PolicyDesk {
  books: BookShelf;
  delimiter: string;
}

/** Whether any of them is on. */
export function filtersDeliveries({ settings }: Pick<PolicyDesk, 'settings'>): boolean {
  return AT_DELIVERY.some(({ name }) => settings[name]?.['enabled'] === true);
}

export async function fileLetter(letter: PolicyDelivery, desk: DeliveryDesk, scope: Scope, cause: Seq): Promise<Filed> {
  const filed: Filed = { fields: [], sends: [], releases: [] };
  for (const policy of AT_DELIVERY) {
    const given = desk.settings[policy.name];
    if (given === undefined || !policy.delivery) continue;
    const lookups = new BoundedLookups(desk.resolver, desk.activity, scope, cause);
    try {
      const { books, delimiter } = desk;
      const tools = { ...toolsFor(policy, given, desk, lookups, (find) => find()), books, delimiter };
      const filing = await policy.delivery(letter, tools);
      tellDecision(policy, 'delivery', filing, scope, cause);
      filed.fields.push(...(filing.fields ?? []));
      filed.sends.push(...(filing.sends ?? []));
      filed.releases.push(...(filing.releases ?? []));
      if (filing.reply) return { ...filed, refusal: filing.reply };
      if (filing.folder !== undefined) return { ...filed, folder: filing.folder };
    } finally {
      lookups.dispose();
    }
  }
  return filed;
}

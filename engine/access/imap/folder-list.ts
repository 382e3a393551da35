// Which mailboxes a LIST or LSUB tells, and what it says of each. Counterpart: commands/list.ts. Rule: attributes follow
// from names alone: a client that makes `Sent` finds it marked as what the name says (RFC 6154).

import { type Account, namesAbove } from '../../store/account.ts';
import { isBelow, superiorNames } from '../../store/folder-name.ts';
import { specialUseOf } from '../../store/special-use.ts';
import type { Fits } from './list-pattern.ts';

export interface Listed {
  name: string;
  attributes: string[];
}

export function listedNames(account: Account, fits: Fits): Listed[] {
  const names = account.mailboxes().map(([name]) => name);
  const above = namesAbove(names);
  const used = new Set<string>();
  return [...names, ...above].filter(fits).map((name) => {
    const selectable = !above.includes(name);
    const attributes = [
      ...(selectable ? [] : ['\\Noselect']),
      names.some((one) => isBelow(one, name)) ? '\\HasChildren' : '\\HasNoChildren',
      ...(selectable ? specialUse(name, used) : []),
    ];
    return { name, attributes };
  });
}

/** With `%`, a name above a subscribed one stands for it (RFC 3501 section 6.3.9). */
export function subscribedNames(account: Account, fits: Fits): Listed[] {
  const names = [...account.subscriptions()].toSorted();
  const listed = names.filter(fits).map((name) => {
    const gone = account.find(name) === undefined;
    return { name, attributes: gone ? ['\\Noselect'] : [] };
  });
  const hidden = names.filter((name) => !fits(name)).flatMap(superiorNames);
  const standIns = [...new Set(hidden)].filter((name) => fits(name) && !names.includes(name));
  return [...listed, ...standIns.map((name) => ({ name, attributes: ['\\Noselect'] }))];
}

/** One mailbox for each use: the first by name. */
function specialUse(name: string, used: Set<string>): string[] {
  const use = specialUseOf(name);
  if (use === undefined || used.has(use)) return [];
  used.add(use);
  return [use];
}

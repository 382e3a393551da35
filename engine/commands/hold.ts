// hold.*: stop lines on the wire, look at them, let them go one by one, changed or not.

import { fromByteString } from '../../mail/bytes.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';
import { checkFilter } from './wire-filter.ts';

export const holdCommands: Group<'hold'> = {
  'hold.set': (lab, rule) => {
    if (rule.filter !== undefined) checkFilter(rule.filter);
    const { internet, scope } = lab.run.context;
    internet.holds.set(rule);
    scope.emit('fault.set', { rule: rule.id, fault: { kind: 'hold', ...rule } });
    return { id: rule.id };
  },
  'hold.clear': (lab, { id }) => {
    const { internet, scope } = lab.run.context;
    scope.emit('fault.cleared', { rule: id });
    return { released: internet.holds.clear(id) };
  },
  'hold.list': (lab) => {
    const { holds } = lab.run.context.internet;
    return { rules: holds.rules, held: holds.list() };
  },
  'hold.release': (lab, { conn, from, count, instead }) => {
    if (instead !== undefined && /[^\0-\xff]/.test(instead)) {
      throw new CommandProblem('bad bytes', 'what goes out instead must be octets, one character each');
    }
    const bytes = instead === undefined ? undefined : fromByteString(instead);
    return { released: lab.run.context.internet.holds.release(conn, from, count, bytes) };
  },
};

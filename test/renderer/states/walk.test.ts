// Where dialogs of a real run stand, line by line.

import { beforeAll, describe, expect, it } from 'vitest';

import { protocolOf } from '../../../renderer/states/protocols.ts';
import { stateAt } from '../../../renderer/states/walk.ts';
import type { Dialog } from '../../../renderer/store/dialog.ts';
import { emptyMoment, foldMoment } from '../../../renderer/store/moment.ts';
import { statesEn } from '../../../renderer/text/en-states.ts';
import { realRun } from '../store/real-run.ts';

describe('where a dialog stands', () => {
  const moment = emptyMoment();
  const way = (dialog: Dialog): string[] => {
    const protocol = protocolOf(dialog);
    if (!protocol) throw new Error('raw');
    const states = dialog.items.map((item) => stateAt(dialog, protocol, item.seq));
    return states.filter((state, at) => state !== states[at - 1]);
  };

  beforeAll(async () => {
    for (const event of await realRun()) foldMoment(moment, event);
  });

  it('goes through a submission with STARTTLS and AUTH', () => {
    const [submission] = moment.dialogs.byId.values();
    if (!submission) throw new Error('no dialog');
    expect(way(submission)).toEqual([
      ...['connected', 'greeted', 'connected', 'greeted', 'sender', 'recipients', 'text', 'greeted', 'closed'],
    ]);
  });

  it('stays where it is when a recipient is put off', () => {
    const refused = [...moment.dialogs.byId.values()].find((dialog) =>
      dialog.items.some((item) => item.kind === 'line' && item.refused),
    );
    if (!refused) throw new Error('nobody was refused');
    expect(way(refused)).not.toContain('text');
  });

  it('has a name for every state of every protocol', () => {
    for (const protocol of ['smtp', 'pop3', 'imap'] as const) {
      const { name, states } = protocolOf({ protocol }) ?? { name: '', states: [] };
      for (const state of states) expect(statesEn).toHaveProperty([`states.${name}.${state}`]);
    }
  });
});

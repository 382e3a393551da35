// The tables of states against the servers: what the table calls out of order is refused as such, whatever came before.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { IMAP_COMMANDS } from '../../engine/access/imap/commands/index.ts';
import { IMAP_VERBS, type ImapState } from '../../mail/states/imap.ts';
import { SMTP_STATES, type SmtpState, type SmtpVerb } from '../../mail/states/smtp.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

/** As a person types them; the text of a letter takes its dot along. */
const TYPED: Readonly<Partial<Record<SmtpVerb, string>>> = {
  HELO: 'HELO visitor.example',
  EHLO: 'EHLO visitor.example',
  MAIL: 'MAIL FROM:<a@visitor.example>',
  RCPT: 'RCPT TO:<bob@harbor.example>',
  DATA: 'DATA',
  RSET: 'RSET',
  NOOP: 'NOOP',
};

describe('SMTP', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  test('what the table calls out of order is refused as such, and what it allows is not', async () => {
    const verb = fc.constantFrom(...(Object.keys(TYPED) as SmtpVerb[]));
    // Twenty mistakes in a row would be a reason to hang up.
    await fc.assert(
      fc.asyncProperty(fc.array(verb, { minLength: 1, maxLength: 9 }), async (verbs) => {
        const telnet = await Telnet.open(lab.door('mx1', 25));
        await telnet.reply();
        let state: SmtpState = 'connected';
        for (const said of verbs) {
          const next: SmtpState | undefined = SMTP_STATES[state][said];
          const reply = await telnet.ask(TYPED[said] ?? '');
          const isOutOfOrder = /^(?:503|554) 5\.5\.1/m.test(reply);
          expect({ state, said, isOutOfOrder }).toEqual({ state, said, isOutOfOrder: next === undefined });
          if (next === undefined) continue;
          state = next;
          if (state !== 'text') continue;
          expect(await telnet.ask('Subject: states\r\n\r\nHi\r\n.')).toMatch(/^250/);
          state = SMTP_STATES.text['.'] ?? state;
        }
        await telnet.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('IMAP', () => {
  test('commands may be given just where the table has them', () => {
    for (const state of Object.keys(IMAP_VERBS) as ImapState[]) {
      const commands = [...IMAP_COMMANDS.values()].filter(({ states }) => states.includes(state));
      expect(IMAP_VERBS[state].toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
    }
  });
});

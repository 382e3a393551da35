// Access tables (Postfix: check_client_access, check_helo_access, check_sender_access, check_recipient_access): rows that
// somebody wrote by hand, with exceptions and a wildcard. Counterpart: access-table.ts finds the row; smtp/session.ts
// carries out what isn't a refusal. Rule: whoever may relay is asked about too, and the row that decided is told.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { accessKey, accessResult } from '../../contract/tables.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { POLICY_LIMITS } from './limits.ts';
import { type AccessRow, addressKeys, clientKeys, heloKeys, lookUpAccess } from './access-table.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

const table = z
  .array(z.strictObject({ key: accessKey, result: accessResult }))
  .max(POLICY_LIMITS.accessRows)
  .default([]);

type Table = 'client' | 'helo' | 'sender' | 'recipient';

interface Asked {
  table: Table;
  keys: readonly string[];
  /** Who or what was looked up, as the refusal names it. */
  subject: string;
  refuse: (code: number, enhanced: string, text: string) => Reply;
}

export const access = definePolicy({
  name: 'access',
  clients: 'everybody',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    client: table,
    helo: table,
    sender: table,
    recipient: table,
  }),
  stages: {
    connect({ clientAddress, clientName }, { settings }) {
      const subject = `${clientName ?? 'unknown'}[${clientAddress}]`;
      return decide(settings, {
        table: 'client',
        keys: clientKeys(clientAddress, clientName),
        subject,
        refuse: (code, enhanced, text) => REPLIES.clientRejected(code, enhanced, subject, text),
      });
    },
    helo: ({ helo = '' }, { settings }) =>
      decide(settings, {
        table: 'helo',
        keys: heloKeys(helo),
        subject: helo,
        refuse: (code, enhanced, text) => REPLIES.heloRejected(code, enhanced, helo, text),
      }),
    mail: ({ reversePath = '' }, { settings }) =>
      decide(settings, {
        table: 'sender',
        keys: addressKeys(reversePath),
        subject: reversePath,
        refuse: (code, enhanced, text) => REPLIES.senderRejected(code, enhanced, reversePath, text),
      }),
    rcpt: ({ forwardPath = '' }, { settings }) =>
      decide(settings, {
        table: 'recipient',
        keys: addressKeys(forwardPath),
        subject: forwardPath,
        refuse: (code, enhanced, text) => REPLIES.recipientRejected(code, enhanced, forwardPath, text),
      }),
  },
});

function decide(settings: Record<Table, AccessRow[]> & { enabled: boolean }, asked: Asked): Decision {
  const match = settings.enabled ? lookUpAccess(settings[asked.table], asked.keys) : undefined;
  if (!match) return CONTINUE;
  const { key, row, action } = match;
  const { table: name, subject } = asked;
  const because = (what: string, more: Record<string, string> = {}): Reason[] => [
    { code: `access.${what}`, params: { table: name, key, row, subject, ...more } },
  ];
  const without = (what: 'asked' | 'taken' | 'wider'): Reason[] => [
    { code: `access.${what}`, params: { table: name, row, key, subject } },
  ];
  switch (action.kind) {
    case 'ok':
      return { verdict: 'accept', reasons: because('ok'), otherwise: without('asked') };
    case 'relay':
      return { verdict: 'accept', mayRelay: true, reasons: because('relay'), otherwise: without('asked') };
    case 'dunno':
      return { verdict: 'continue', reasons: because('dunno'), otherwise: without('wider') };
    case 'discard':
      return { verdict: 'discard', reasons: because('discard', { text: action.text }), otherwise: without('taken') };
    case 'hold':
      return { verdict: 'quarantine', reasons: because('hold', { text: action.text }), otherwise: without('taken') };
    case 'refuse': {
      const { code, enhanced, text } = action;
      const reply = asked.refuse(code, enhanced, text);
      const verdict = code < 500 ? 'defer' : 'reject';
      return { verdict, reply, reasons: because('refused', { text }), otherwise: without('taken') };
    }
  }
}

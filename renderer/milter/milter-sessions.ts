// The sessions that a host's filters have seen, the latest first. Counterpart: contract/milter.ts makes phases of one;
// milter-view.tsx draws it. Rule: read from dialogs, so that a moment of the past shows what it showed then.

import { milterSession, type MilterSession, type SessionEvent } from '../../contract/milter.ts';
import type { Dialog, Fact } from '../store/dialog.ts';

export interface SeenSession {
  id: string;
  at_ms: number;
  client: string;
  session: MilterSession;
}

const SHOWN = 12;
const TYPES: ReadonlySet<string> = new Set(['smtp.helo', 'smtp.mail', 'smtp.rcpt', 'smtp.data', 'policy.decided']);
const isOfSession = (fact: Fact): fact is Fact & SessionEvent => TYPES.has(fact.type);

export function sessionsAt(host: string, dialogs: Iterable<Dialog>): SeenSession[] {
  const here = [...dialogs].filter(({ server, protocol }) => server.host === host && isSmtp(protocol));
  return here
    .slice(-SHOWN)
    .toReversed()
    .map(({ id, opened_ms, client, facts }) => ({
      id,
      at_ms: opened_ms,
      client: client.host,
      session: milterSession(`${client.host} [${client.address}]`, facts.filter(isOfSession)),
    }));
}

const isSmtp = (protocol: Dialog['protocol']): boolean => protocol === 'smtp' || protocol === 'submission';

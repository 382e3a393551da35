// Ready-made commands for the doors: what to type in a terminal of one's own. Counterpart: doors/ shows them.
// Rule: always 127.0.0.1, never localhost (which may mean ::1, where nobody listens); the logins are the lab's own.

import type { LabState } from '../../contract/fold/state.ts';
import { firstLetter } from './hosts.ts';

export type Door = LabState['doors'][number];

export interface Login {
  address: string;
  password: string;
}

/** A command line for `door`, or undefined for a service that no common program speaks. */
export function commandFor(door: Door, lab: LabState, logins: readonly Login[]): string | undefined {
  const users = firstLetter(lab.topology);
  const at = `127.0.0.1:${door.local}`;
  const login = (address: string | undefined) => logins.find((one) => one.address === address);
  const swaks = (from: string, ...rest: string[]) =>
    ['swaks', '--server', at, '--from', from, '--to', users?.to ?? '', ...rest].join(' ');
  const sender = login(users?.from);
  const reader = login(users?.to);
  const signIn = ['--auth-user', sender?.address ?? '', '--auth-password', sender?.password ?? ''];
  const read = `--user ${reader?.address ?? ''}:${reader?.password ?? ''}`;
  switch (door.service) {
    case 'smtp':
      return swaks(`me@${door.as}`);
    case 'lmtp':
      return `${swaks(`me@${door.as}`)} --protocol LMTP`;
    case 'submission':
      return swaks(sender?.address ?? '', '--tls', ...signIn);
    case 'submissions':
      return swaks(sender?.address ?? '', '--tls-on-connect', ...signIn);
    case 'imap':
      return `curl ${read} "imap://${at}/INBOX;MAILINDEX=1"`;
    case 'imaps':
      return `curl --insecure ${read} "imaps://${at}/INBOX;MAILINDEX=1"`;
    case 'pop3':
      return `curl ${read} pop3://${at}/1`;
    case 'pop3s':
      return `curl --insecure ${read} pop3s://${at}/1`;
    case 'dns':
      return `dig @127.0.0.1 -p ${door.local} ${users?.to.split('@')[1] ?? ''} MX`;
    default:
      return undefined;
  }
}

/** A command to speak by hand, where that is the way to learn. */
export function telnetFor(door: Door): string | undefined {
  return ['smtp', 'submission', 'lmtp', 'imap', 'pop3'].includes(door.service)
    ? `telnet 127.0.0.1 ${door.local}`
    : undefined;
}

// Hosts as screens show them, and the commands for the doors.

import { describe, expect, it } from 'vitest';

import { emptyState } from '../../../contract/fold/state.ts';
import { commandFor, telnetFor } from '../../../renderer/store/doors.ts';
import { firstLetter, hostView } from '../../../renderer/store/hosts.ts';
import { TOPOLOGY } from './events.ts';

describe('hosts', () => {
  it('has a mark and a role for each', () => {
    expect(hostView(TOPOLOGY, 'desk.a.example')).toMatchObject({
      short: 'desk',
      label: 'De',
      role: 'desk',
      person: 'Ann',
    });
    expect(hostView(TOPOLOGY, 'out.a.example')).toMatchObject({ colour: 'submit', role: 'submission' });
    expect(hostView(TOPOLOGY, 'in.b.example')).toMatchObject({ role: 'mailboxes' });
  });

  it('shows a host that the topology does not know', () => {
    expect(hostView(TOPOLOGY, 'gone.example')).toMatchObject({ label: 'go', colour: 'unknown', role: 'unknown' });
    expect(hostView(undefined, 'x.example')).toMatchObject({ short: 'x', role: 'unknown' });
  });

  it('suggests a letter to another domain', () => {
    expect(firstLetter(TOPOLOGY)).toEqual({ from: 'ann@a.example', to: 'ben@b.example' });
    expect(firstLetter(undefined)).toBeUndefined();
  });
});

describe('doors', () => {
  const lab = { ...emptyState(), topology: TOPOLOGY };
  const logins = TOPOLOGY.users;
  const door = (service: string) => ({ as: 'far.example', host: 'in.b.example', port: 25, service, local: 2525 });

  it.each([
    ['smtp', 'swaks --server 127.0.0.1:2525 --from me@far.example --to ben@b.example'],
    [
      'submission',
      'swaks --server 127.0.0.1:2525 --from ann@a.example --to ben@b.example --tls --auth-user ann@a.example --auth-password secret',
    ],
    ['imap', 'curl --user ben@b.example:hidden "imap://127.0.0.1:2525/INBOX;MAILINDEX=1"'],
    ['pop3s', 'curl --insecure --user ben@b.example:hidden pop3s://127.0.0.1:2525/1'],
    ['dns', 'dig @127.0.0.1 -p 2525 b.example MX'],
    ['gopher', undefined],
  ])('%s: %s', (service, command) => {
    expect(commandFor(door(service), lab, logins)).toBe(command);
  });

  it('offers telnet where a person can speak', () => {
    expect(telnetFor(door('smtp'))).toBe('telnet 127.0.0.1 2525');
    expect(telnetFor(door('imaps'))).toBeUndefined();
  });
});

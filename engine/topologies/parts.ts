// What the shipped labs are put together from: records, zones and kinds of hosts. Counterpart: the labs beside this file.
// Rule: addresses are documentation and private ranges (RFC 5737, RFC 1918), names end in .example (RFC 2606).

import type { TopologyInput } from '../../contract/topology.ts';

export const NAME_SERVER = '198.51.100.53';

export type HostInput = TopologyInput['hosts'][number];
type ZoneInput = NonNullable<HostInput['zones']>[string];
type RecordInput = NonNullable<ZoneInput['records']>[number];
type Look = Pick<HostInput, 'label' | 'address' | 'organisation' | 'colour' | 'pattern'>;

const soa = { primary: 'ns.example.', mailbox: 'hostmaster.ns.example.' };
const ns: RecordInput = { name: '@', type: 'NS', target: 'ns.example.' };

export const a = (name: string, address: string): RecordInput => ({ name, type: 'A', address });
export const mx = (preference: number, exchange: string, name = '@'): RecordInput => ({
  name,
  type: 'MX',
  preference,
  exchange,
});
export const ptr = (name: string, target: string): RecordInput => ({ name, type: 'PTR', target });
export const zone = (...records: RecordInput[]): ZoneInput => ({ soa, records: [ns, ...records] });

/** Nobody has written anything at the top; but it is there, and says so to whoever asks for a name that nobody has. */
export const registry: NonNullable<HostInput['zones']> = { example: zone() };

export const smtp: NonNullable<HostInput['listeners']> = [{ port: 25, protocol: 'smtp' }];
export const submission: NonNullable<HostInput['listeners']> = [
  { port: 587, protocol: 'submission', tls: 'starttls' },
  { port: 465, protocol: 'submission', tls: 'implicit' },
];
export const mailboxPorts: NonNullable<HostInput['listeners']> = [
  { port: 143, protocol: 'imap', tls: 'starttls' },
  { port: 993, protocol: 'imap', tls: 'implicit' },
  { port: 110, protocol: 'pop3', tls: 'starttls' },
  { port: 995, protocol: 'pop3', tls: 'implicit' },
];

/** A mail server. */
export const server = (
  name: string,
  look: Look,
  listeners: HostInput['listeners'],
  mta: NonNullable<HostInput['mta']>,
): HostInput => ({ name, ...look, kind: 'mail', resolver: NAME_SERVER, listeners, mta });

/** A computer that somebody sits at. */
export const desk = (name: string, look: Look): HostInput => ({ name, ...look, kind: 'end', resolver: NAME_SERVER });

export const nameServer = (organisation: string, zones: NonNullable<HostInput['zones']>): HostInput => ({
  name: 'ns.example',
  label: 'Ns',
  address: NAME_SERVER,
  organisation,
  colour: 'ns',
  pattern: 'grid',
  kind: 'dns',
  zones: { ...registry, 'ns.example': zone(a('@', NAME_SERVER)), ...zones },
});

/** Alice's. */
export const laptop: HostInput = desk('laptop.campus.example', {
  label: 'La',
  address: '192.0.2.10',
  organisation: 'campus',
  colour: 'laptop',
  pattern: 'ring',
});

/** The one mail server of a small campus: what its users send goes where `routes` say, or by MX. */
export const campusMail = (routes: NonNullable<HostInput['mta']>['routes'] = {}): HostInput =>
  server(
    'relay.campus.example',
    { label: 'Re', address: '192.0.2.26', organisation: 'campus', colour: 'relay', pattern: 'stripes' },
    [...smtp, ...submission, ...mailboxPorts],
    { routes, localDomains: ['campus.example'], aliases: { 'postmaster@campus.example': ['alice@campus.example'] } },
  );

/** The one mail server of a small harbor. */
export const harborMail: HostInput = server(
  'mail.harbor.example',
  { label: 'Ma', address: '203.0.113.5', organisation: 'harbor', colour: 'mail', pattern: 'solid' },
  [...smtp, ...mailboxPorts],
  { localDomains: ['harbor.example'], aliases: { 'postmaster@harbor.example': ['bob@harbor.example'] } },
);

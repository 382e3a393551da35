// The two domains with a lock for every hop: each server offers STARTTLS to whoever calls, and takes the offer of others.
// It shows: what TLS between servers hides, what it leaves open, and how it is taken away. Counterpart: two-domains.ts.
// Rule: one exchanger, so that a letter which can't go there has nowhere else to go.

import type { TopologyInput } from '../../contract/topology.ts';
import type { HostInput } from './parts.ts';
import { twoDomains } from './two-domains.ts';

/** A letter that only Bob can read: `gpg -d`, passphrase "tall ship". */
const SEALED = `-----BEGIN PGP MESSAGE-----

jA0ECQMClxD/mCzELOdg0lkBNkkUkJoWP6pSI6+eta2wla75G9m++0SsjC939Ln/
8ZhJ4weot+XjoDjVB1ntd5n/jk4qff5/3eDMJgMnTTzvFj1pvTBCexUksSPwNVaK
TyO/KpaytM+ATQ==
=4Hq1
-----END PGP MESSAGE-----
`;

const locked = (host: HostInput): HostInput => ({
  ...host,
  ...(host.listeners && {
    listeners: host.listeners.map((one) => (one.port === 25 ? { ...one, tls: 'starttls' as const } : one)),
  }),
  ...(host.mta && { mta: { ...host.mta, outboundTls: 'may' as const } }),
  ...(host.zones && {
    zones: Object.fromEntries(Object.entries(host.zones).map(([name, zone]) => [name, withoutSpare(zone)])),
  }),
  ...(host.name === 'laptop.campus.example' && { home: { '/home/alice/sealed.asc': SEALED } }),
});

type ZoneInput = NonNullable<HostInput['zones']>[string];

/** The spare exchanger isn't there, and no record names it. */
const withoutSpare = (zone: ZoneInput): ZoneInput => ({
  ...zone,
  records: (zone.records ?? []).filter((record) => !Object.values(record).some(isSpare)),
});

const isSpare = (value: unknown): boolean => typeof value === 'string' && /^mx2\b/.test(value);

export const locks: TopologyInput = {
  ...twoDomains,
  name: 'locks',
  title: 'Two domains with locks',
  hosts: twoDomains.hosts.filter(({ name }) => !isSpare(name)).map(locked),
};

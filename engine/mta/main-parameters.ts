// Settings of a mail server under the names that Postfix gives them in main.cf. Counterpart: contract/topology.ts has the
// settings and judges what is written; the shell's postconf shows and changes them. Rule: pure; a value is text as main.cf
// has it, and what isn't here can't be named.

import type { Mta } from '../../contract/topology.ts';

export interface MainParameter {
  name: string;
  /** As a JSON Pointer into the host. */
  path: string;
  show: (mta: Mta) => string;
  /** What stands at `path` for this text. */
  read: (text: string, mta: Mta) => unknown;
}

const itemsOf = (text: string): string[] => text.split(/[\s,]+/).filter((item) => item !== '');

const list = (name: string, key: 'trustedNetworks' | 'localDomains' | 'relayDomains'): MainParameter => ({
  name,
  path: `/mta/${key}`,
  show: (mta) => mta[key].join(', '),
  read: itemsOf,
});

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `5d`, `300s`, `300`; what is none of these is judged, and refused, as it stands. */
function secondsOf(text: string): number | string {
  const [, digits, unit = 's'] = /^(\d{1,9})([smhdw]?)$/.exec(text) ?? [];
  return digits === undefined ? text : Number(digits) * (UNITS[unit || 's'] ?? 1);
}

const duration = (name: string, key: 'minimalBackoff_s' | 'maximalBackoff_s' | 'lifetime_s'): MainParameter => ({
  name,
  path: `/mta/queue/${key}`,
  show: (mta) => `${mta.queue[key]}s`,
  read: secondsOf,
});

/** A next hop as a transport map has it: in brackets a server by name, without them a domain with its MX records. */
function shownRoute({ to, port, mx }: Mta['routes'][string]): string {
  const place = mx ? to : `[${to}]`;
  return port === 25 ? place : `${place}:${port}`;
}

/** In alphabetical order, as postconf prints them. */
export const MAIN_PARAMETERS: readonly MainParameter[] = [
  duration('maximal_backoff_time', 'maximalBackoff_s'),
  duration('maximal_queue_lifetime', 'lifetime_s'),
  {
    name: 'message_size_limit',
    path: '/mta/messageSizeLimit',
    show: (mta) => String(mta.messageSizeLimit),
    read: (text) => (/^\d{1,12}$/.test(text) ? Number(text) : text),
  },
  duration('minimal_backoff_time', 'minimalBackoff_s'),
  list('mydestination', 'localDomains'),
  list('mynetworks', 'trustedNetworks'),
  list('relay_domains', 'relayDomains'),
  {
    name: 'relayhost',
    path: '/mta/routes',
    show: ({ routes }) => (routes['*'] ? shownRoute(routes['*']) : ''),
    read: (text, { routes }) => {
      const { '*': _before, ...others } = routes;
      return text === '' ? others : { ...others, '*': text };
    },
  },
  {
    name: 'smtp_tls_security_level',
    path: '/mta/outboundTls',
    show: (mta) => mta.outboundTls,
    read: (text) => text,
  },
];

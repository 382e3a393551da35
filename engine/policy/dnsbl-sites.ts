// Which blocklists are asked, as Postfix writes them in postscreen_dnsbl_sites: `zone[=pattern][*weight]`, between commas.
//
//   dnsbl.example                        any answer in 127.0.0.0/8 counts 1
//   dnsbl.example=127.0.0.[2..4]*2       these answers count 2
//   dnswl.example=127.0.[0..255].[1..3]*-2   a list of the good ones: it counts against being refused
//
// Counterpart: dnsbl.ts. Rule: what isn't written so is a setting that is refused, with the place named.

import { isDnsName } from '../../mail/dns/name.ts';
import { POLICY_LIMITS } from './limits.ts';

type Range = readonly [from: number, to: number];

export interface DnsblSite {
  zone: string;
  /** For each octet of an answer what it may be. */
  answers: readonly (readonly Range[])[];
  weight: number;
}

const ANY: Range = [0, 255];
const ANSWER: readonly (readonly Range[])[] = [[[127, 127]], [ANY], [ANY], [ANY]];

/** Reads the whole setting; undefined when a part of it can't be read. */
export function readSites(text: string): DnsblSite[] | undefined {
  // Commas stand between lists, and nowhere else: a choice of octets has semicolons inside its brackets.
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > POLICY_LIMITS.lists) return undefined;
  const sites = parts.map(readSite);
  return sites.every((site) => site !== undefined) ? sites : undefined;
}

function readSite(text: string): DnsblSite | undefined {
  const [, zone = '', pattern, weight] = /^([^=*]+)(?:=([^*]+))?(?:\*(-?\d{1,3}))?$/.exec(text) ?? [];
  const answers = pattern === undefined ? ANSWER : readPattern(pattern);
  if (!isDnsName(zone) || !answers) return undefined;
  return { zone: zone.toLowerCase().replace(/\.$/, ''), answers, weight: weight === undefined ? 1 : Number(weight) };
}

function readPattern(pattern: string): Range[][] | undefined {
  // A dot between brackets is part of a range.
  const octets = pattern.match(/\[[^\]]*\]|\d+|\./g) ?? [];
  if (octets.join('') !== pattern || octets.length !== 7) return undefined;
  const read = octets.filter((_, at) => at % 2 === 0).map(readOctet);
  const dots = octets.filter((octet, at) => at % 2 === 1 && octet !== '.');
  return dots.length === 0 && read.every((one) => one !== undefined) ? read : undefined;
}

/** `2`, `[2..4]` or `[2;4..8]`. */
function readOctet(text: string): Range[] | undefined {
  const ranges = text
    .replace(/^\[|\]$/g, '')
    .split(';')
    .map((range): Range | undefined => {
      const [, from = '', to = from] = /^(\d{1,3})(?:\.\.(\d{1,3}))?$/.exec(range) ?? [];
      return from !== '' && Number(from) <= Number(to) && Number(to) <= 255 ? [Number(from), Number(to)] : undefined;
    });
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/** Whether an answer of the list is one that counts. */
export function isCounted({ answers }: DnsblSite, answer: string): boolean {
  const octets = answer.split('.').map(Number);
  return answers.every((ranges, at) =>
    ranges.some(([from, to]) => (octets[at] ?? -1) >= from && (octets[at] ?? -1) <= to),
  );
}

// What servers say that they found out about the sender, and whether the reader has a reason to believe them. Counterpart:
// mail/auth-results.ts, writers.ts. Rule (RFC 8601 section 5): a result counts if a server of the reader's own wrote it, and
// nobody else can write above the line; a border removes those in its own name from outside, so one below was put there.

import { type AuthResults, parseAuthResults } from '../../auth-results.ts';
import { authorDomains } from '../../author.ts';
import { parseSignature } from '../../dkim/signature.ts';
import { parseIp } from '../../dns/ip.ts';
import { ANALYSIS_LIMITS } from '../../limits.ts';
import { indicesOf } from '../claimed-letter.ts';
import { type Case, type Check, finding, type Finding, type FindingCode } from '../finding.ts';
import { sameOrganisation } from '../organisation.ts';

/** A field with results, and whether it stands where the reader's own servers write. */
interface Told extends AuthResults {
  field: number;
  isBelieved: boolean;
  /** It begins with the first result; then its place alone says who wrote it. */
  isNameless: boolean;
}

export const results: Check = (letter) => {
  const told = toldIn(letter);
  return [
    ...told.flatMap((one) => standing(letter, one)),
    ...told.filter(({ isBelieved }) => isBelieved).flatMap((one) => [...outcome(letter, one), ...content(letter, one)]),
    ...receivedSpf(letter),
    ...sealed(letter),
  ];
};

function toldIn(letter: Case): Told[] {
  return indicesOf(letter, 'Authentication-Results')
    .slice(0, ANALYSIS_LIMITS.signatures)
    .flatMap((field) => {
      const value = letter.fields[field]?.value ?? '';
      const isNameless = /^\s*[\w-]+\s*=/.test(value);
      const server = letter.hops[letter.writers[field] ?? -1]?.received.by ?? '';
      const read = parseAuthResults(isNameless ? `${server || '-'}; ${value}` : value);
      if (!read) return [];
      const isStrangers = isOf(letter.hops.slice(letter.trusted), read.authservId) && !isOwn(letter, read.authservId);
      return [{ ...read, field, isNameless, isBelieved: field < letter.below && !isStrangers }];
    });
}

const isOf = (hops: Case['hops'], id: string): boolean =>
  hops.some(({ received: { by } }) => by === id || sameOrganisation(by, id));

const isOwn = ({ hops, trusted }: Case, id: string): boolean => isOf(hops.slice(0, trusted), id);

function standing(letter: Case, { field, authservId, isBelieved, isNameless, results: found }: Told): Finding[] {
  const told = (code: FindingCode, part?: string) =>
    finding(letter, code, { marks: [[field, part]], params: { id: authservId } });
  if (isNameless) return [told('results.nameless')];
  const isOurs = isOwn(letter, authservId);
  if (isBelieved) return isOurs ? [] : [told('results.alias', authservId)];
  // A letter may come through one house twice; then the field stands at one of its hops.
  const writer = letter.hops[letter.writers[field] ?? -1];
  // Who plants results plants good ones; some programs copy those of the letter that they answer, and nothing passed there.
  if (!found.some(({ result }) => result === 'pass')) return [told('results.below', authservId)];
  if (isOurs && !(writer && isOf([writer], authservId))) return [told('results.planted', authservId)];
  const isOnWay = writer !== undefined || isOf(letter.hops, authservId);
  return [told(isOnWay ? 'results.below' : 'results.unknown', authservId)];
}

const FAILURES = /^(?:fail|softfail|permerror|policy)$/;

/** What a believed server found. DMARC's pass outweighs one method's failure, and so does a chain that kept its seals. */
function outcome(letter: Case, { field, results: found, authservId }: Told): Finding[] {
  const failed = found.filter(({ method, result }) => /^(?:spf|dkim|dmarc)$/.test(method) && FAILURES.test(result));
  if (failed.length === 0) return [];
  const hasPassed = (name: string) => found.some(({ method, result }) => method === name && result === 'pass');
  const isIndirect = letter.kinds.includes('list') || letter.kinds.includes('forwarded');
  const isExplained = hasPassed('dmarc') || hasPassed('arc') || (hasPassed('dkim') && isIndirect);
  const text = failed.map(({ method, result }) => `${method}=${result}`);
  const marks = text.map((part) => [field, part] as const);
  const params = { results: text.join(', '), id: authservId };
  return [finding(letter, isExplained ? 'results.explained' : 'results.failed', { marks, params })];
}

/** Does it speak of this letter? */
function content(letter: Case, { field, results: found }: Told): Finding[] {
  const signers = indicesOf(letter, 'DKIM-Signature').flatMap(
    (index) => parseSignature(letter.fields[index]?.value ?? '')?.domain ?? [],
  );
  const [author = ''] = authorDomains(letter.fields);
  return found.flatMap(({ method, result, properties }) => {
    const property = (name: string) => properties.find(([key]) => key.toLowerCase() === name)?.[1].replace(/^@/, '');
    const signer = property('header.d') ?? property('header.i')?.replace(/^.*@/, '');
    if (method === 'dkim' && result === 'pass' && signer !== undefined) {
      if (signers.some((domain) => sameOrganisation(domain, signer))) return [];
      return [finding(letter, 'results.unsigned', { marks: [[field, signer]], params: { domain: signer } })];
    }
    const judged = property('header.from')?.replace(/^.*@/, '');
    if (method !== 'dmarc' || judged === undefined || author === '' || sameOrganisation(judged, author)) return [];
    const marks = [
      [field, judged],
      [indicesOf(letter, 'From')[0], author],
    ] as const;
    return [finding(letter, 'results.author', { marks, params: { domain: judged, author } })];
  });
}

/** RFC 7208 section 9.1: the address that was checked is one that some hop saw. */
function receivedSpf(letter: Case): Finding[] {
  return indicesOf(letter, 'Received-SPF').flatMap((field) => {
    const address = /\bclient-ip=\[?([0-9a-f.:]+)/i.exec(letter.fields[field]?.value ?? '')?.[1] ?? '';
    const octets = parseIp(address)?.octets.join();
    const seen = letter.hops.flatMap(({ received }) => parseIp(received.clientAddress ?? '')?.octets.join() ?? []);
    if (octets === undefined || seen.length === 0 || seen.includes(octets)) return [];
    return [finding(letter, 'spf.client', { marks: [[field, address]], params: { address } })];
  });
}

/** RFC 8617 section 5.2: sets are numbered from 1 without a gap, each with its three fields. */
function sealed(letter: Case): Finding[] {
  const sets = ['ARC-Seal', 'ARC-Message-Signature', 'ARC-Authentication-Results'].map((name) =>
    indicesOf(letter, name),
  );
  const all = sets.flat();
  if (all.length === 0) return [];
  const numbersOf = (indices: readonly number[]) =>
    indices
      .map((index) => Number(/^\s*i\s*=\s*(\d+)/i.exec(letter.fields[index]?.value ?? '')?.[1]))
      .toSorted((one, other) => one - other)
      .join();
  const wanted = (sets[0] ?? []).map((_index, at) => at + 1).join();
  if (sets.some((indices) => numbersOf(indices) !== wanted)) {
    return [finding(letter, 'arc.gap', { marks: all.map((index) => [index] as const) })];
  }
  const failed = (sets[0] ?? []).filter((index) => /\bcv\s*=\s*fail\b/i.test(letter.fields[index]?.value ?? ''));
  return failed.length === 0 ? [] : [finding(letter, 'arc.failed', { marks: failed.map((index) => [index] as const) })];
}

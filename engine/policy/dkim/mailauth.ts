// mailauth, which signs and verifies: loaded when the first letter needs it, with our resolver as its DNS.
// Counterpart: dkim.ts, dkim-signing.ts, arc.ts. Rule: strict mode, by the RFCs; nothing of it is loaded in a lab that
// neither signs nor verifies.

import type { DKIMSignOptions, DKIMVerifyResult } from 'mailauth';

import type { Lookup, RecordType, Resolver } from '../../dns/resolver-types.ts';
import { type ByteString, toByteString } from '../../../mail/bytes.ts';
import { splitMessage } from '../../../mail/fields.ts';
import type { Message } from '../../../mail/message.ts';
import { parseTxtStrings } from '../../dns/presentation.ts';
import type { DkimAlgorithm } from './keys.ts';

// Each is asked for once: the loader looks a module up anew at every import().
const verifier = once(() => import('mailauth/lib/dkim/verify.js'));
const signer = once(() => import('mailauth/lib/dkim/sign.js'));
const chainVerifier = once(() => import('mailauth/lib/arc/index.js'));

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}

const asBuffer = ({ octets }: Message): Buffer => Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);

export interface Verified {
  dkim: DKIMVerifyResult;
  /** The answers about keys, by name. */
  lookups: ReadonlyMap<string, Lookup>;
}

export interface Verifying {
  resolver: Resolver;
  now_ms: number;
}

/** Two policies may ask about one letter; its body is hashed once. */
const verified = new WeakMap<Message, Promise<Verified>>();

export function verifyLetter(message: Message, { resolver, now_ms }: Verifying): Promise<Verified> {
  const known = verified.get(message);
  if (known) return known;
  const verifying = (async () => {
    const { dkimVerify } = await verifier();
    const lookups = new Map<string, Lookup>();
    const dkim = await dkimVerify(asBuffer(message), {
      resolver: asker(resolver, 'dkim', lookups),
      curTime: new Date(now_ms),
      strict: true,
    });
    return { dkim, lookups };
  })();
  verified.set(message, verifying);
  return verifying;
}

export interface Signing {
  domain: string;
  selector: string;
  algorithm: DkimAlgorithm;
  canonicalization: string;
  privateKey: string;
}

/** A DKIM-Signature field for each key; none for a letter that can't be signed, for lack of a From field. */
export async function signLetter(
  message: Message,
  signings: readonly Signing[],
  now_ms: number,
): Promise<ByteString[]> {
  const { dkimSign } = await signer();
  const { signatures } = await dkimSign(asBuffer(message), {
    signatureData: signings.map(({ domain, ...signing }) => ({ signingDomain: domain, ...signing })),
    signTime: new Date(now_ms),
    strict: true,
  } as DKIMSignOptions);
  return splitMessage(signatures).fields.map(({ raw }) => raw);
}

/** What an ARC chain of a letter is worth (RFC 8617 section 5.2). */
export async function verifyChain({ dkim }: Verified, { resolver }: Verifying) {
  if (!dkim.arc) return undefined;
  const { arc } = await chainVerifier();
  const { chain, ...rest } = dkim.arc;
  const lookups = new Map<string, Lookup>();
  const result = await arc(
    { ...rest, chain: chain || [] },
    {
      resolver: asker(resolver, 'arc', lookups),
      strict: true,
    },
  );
  return { result, lookups };
}

/** Our resolver as node:dns, which mailauth knows. */
function asker(resolver: Resolver, purpose: string, lookups: Map<string, Lookup>) {
  return async (name: string, type: string): Promise<string[][]> => {
    const lookup = await resolver.lookup(name, type as RecordType, purpose);
    lookups.set(name, lookup);
    const { rcode, answers } = lookup;
    const texts = answers.filter((answer) => answer.type === type).map(({ data }) => parseTxtStrings(data) ?? []);
    if (texts.length > 0) return texts.map((strings) => strings.map(toByteString));
    throw Object.assign(new Error(`${name}: ${rcode}`), { code: CODES[rcode] ?? 'ETIMEOUT' });
  };
}

const CODES: Readonly<Record<string, string>> = { NOERROR: 'ENODATA', NXDOMAIN: 'ENOTFOUND' };

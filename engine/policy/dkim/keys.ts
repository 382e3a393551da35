// Keys to sign with, made from the lab's seed. Counterpart: dkim-signing.ts. Rule: the same lab has the same keys in every
// run, so that a replay signs alike and a letter that waited in a queue can still be checked; nothing here is a secret,
// since whoever has the lab has its seed.

import { checkPrimeSync, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

export const dkimAlgorithms = ['rsa-sha256', 'ed25519-sha256'] as const;
export type DkimAlgorithm = (typeof dkimAlgorithms)[number];

export interface DkimKey {
  /** PEM. */
  privateKey: string;
  /** The TXT record that verifiers ask for (RFC 6376 section 3.6.1, RFC 8463 section 4). */
  record: string;
}

/** RFC 8301 section 3.2 asks for 1024 at least and 2048 by preference. */
const RSA_BITS = 2048;
const RSA_EXPONENT = 65_537n;
/** PKCS #8 around the 32 octets of an Ed25519 key (RFC 8410 section 7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** SubjectPublicKeyInfo before the 32 octets of the public key. */
const ED25519_SPKI_OCTETS = 12;
/** An RSA key takes a fifth of a second; labs of one process share them. Keys of a whole course are fewer. */
const KEPT_KEYS = 64;

const kept = new Map<string, DkimKey>();

/** The key of a selector. */
export function dkimKey(seed: number, domain: string, selector: string, algorithm: DkimAlgorithm): DkimKey {
  const name = `${seed}/dkim/${selector}._domainkey.${domain}/${algorithm}`;
  const known = kept.get(name);
  if (known) return known;
  const key = algorithm === 'ed25519-sha256' ? ed25519Key(name) : rsaKey(name);
  kept.set(name, key);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_KEYS && oldest !== undefined) kept.delete(oldest);
  return key;
}

function ed25519Key(name: string): DkimKey {
  const key = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, octets(name, 32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { privateKey: pem(key), record: `v=DKIM1; k=ed25519; p=${base64(spki.subarray(ED25519_SPKI_OCTETS))}` };
}

function rsaKey(name: string): DkimKey {
  const p = prime(`${name}/p`);
  const q = prime(`${name}/q`);
  const d = inverse(RSA_EXPONENT, (p - 1n) * (q - 1n));
  const jwk = {
    kty: 'RSA',
    n: number(p * q),
    e: number(RSA_EXPONENT),
    d: number(d),
    p: number(p),
    q: number(q),
    dp: number(d % (p - 1n)),
    dq: number(d % (q - 1n)),
    qi: number(inverse(q, p)),
  };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { privateKey: pem(key), record: `v=DKIM1; k=rsa; p=${base64(spki)}` };
}

/** The first prime after a number that the name decides; its upper two bits are set, so that the modulus is full. */
function prime(name: string): bigint {
  const bits = BigInt(RSA_BITS / 2);
  const start = BigInt(`0x${octets(name, RSA_BITS / 16).toString('hex')}`) | (3n << (bits - 2n)) | 1n;
  for (let candidate = start; ; candidate += 2n) {
    // The public exponent needs an inverse.
    if (candidate % RSA_EXPONENT !== 1n && checkPrimeSync(candidate)) return candidate;
  }
}

/** `value * inverse = 1` modulo `modulus` (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

/** As many octets as are wanted, decided by a name alone. */
function octets(name: string, count: number): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at * 32 < count; at += 1) blocks.push(createHash('sha256').update(`${name}/${at}`).digest());
  return Buffer.concat(blocks).subarray(0, count);
}

function number(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}

const base64 = (bytes: Buffer): string => bytes.toString('base64');
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

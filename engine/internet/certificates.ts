// The lab's certificate authority: one CA and the certificates of the mail servers, ECDSA P-256 (RFC 5280, RFC 5480).
// The CA is bound by name constraints: where a client heeds them in the CA it trusts, as OpenSSL does and RFC 5280 6.1
// leaves open, even a leaked key vouches for no name outside the lab. Counterpart: der.ts, which writes the octets.
// The rule: keys are real randomness, never from the lab's seed, and times are those of the real clock.

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';
import * as der from './der.ts';

const DAY_MS = 86_400_000;
const HEAD_START_MS = DAY_MS; // the clock of another program may run behind
const LEAF_LIFE_MS = 397 * DAY_MS; // with the head start 398 days, the longest that browsers took in 2020 to 2026
const AUTHORITY_LIFE_MS = 3653 * DAY_MS; // ten years, three leap days among them at most
const SERIAL_LIMIT = 1n << 159n; // 20 octets, whose top bit is a sign (RFC 5280 4.1.2.2)
const COMMON_NAME = /^[^\p{Cc}\p{Cs}]{1,64}$/u; // ub-common-name (RFC 5280, appendix A.1); Cs is half a character
const MOST_NAMES = 100; // a host has a handful; more is a mistake of the caller

const ID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

interface Issue {
  now_ms: number; // real time, milliseconds since 1970
  serial: bigint; // positive and below 2^159; no two certificates of a CA share one
}

export interface AuthorityOptions extends Issue {
  name: string; // the CA's common name, 1 to 64 characters
}

export interface LeafOptions extends Issue {
  names: string[]; // host names in ASCII (A-labels), the first for the subject; `localhost` is always added
  addresses?: string[]; // IPv4; 127.0.0.1 is always added
}

/** A certificate and its PKCS #8 private key, as PEM: what node:tls takes, and what the lab's directory keeps. */
export interface KeyAndCertificate {
  cert: string;
  key: string;
}

/** A certificate that can't be made, or an authority that can't be read back. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

/** A CA: `pem` is what a client is told to trust, `privateKey` an object that logs and JSON show without the secret. */
export class Authority {
  readonly name: string;
  readonly pem: string;
  readonly privateKey: KeyObject;

  constructor(name: string, pem: string, privateKey: KeyObject) {
    this.name = name;
    this.pem = pem;
    this.privateKey = privateKey;
  }

  /** A new key with a certificate for a server. Throws CertificateError for names and numbers it can't express. */
  issue({ names, addresses = [], now_ms, serial }: LeafOptions): KeyAndCertificate {
    const all = [...new Set([...names, 'localhost', ...addresses, '127.0.0.1'])];
    if (all.length > MOST_NAMES) throw new CertificateError(`A certificate takes ${MOST_NAMES} names at most.`);
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const cert = signCertificate(this, {
      serial,
      validity: [now_ms - HEAD_START_MS, now_ms + LEAF_LIFE_MS],
      commonName: all.find((name) => COMMON_NAME.test(name)) ?? 'localhost', // for people; programs read the next
      publicKey,
      extensions: [
        extension(ID.subjectAltName, der.sequence(...all.map(generalName))),
        extension(ID.keyUsage, der.bitString(Uint8Array.of(0b1000_0000), 7), 'critical'), // digitalSignature (0)
        extension(ID.extKeyUsage, der.sequence(der.oid(ID.serverAuth))),
        extension(ID.authorityKeyIdentifier, der.sequence(der.contextPrimitive(0, keyIdentifier(this.privateKey)))),
      ],
    });
    return { cert, key: pkcs8(privateKey) };
  }
}

/** A new lab CA with a new key, self-signed, good for ten years. */
export function createAuthority({ name, now_ms, serial }: AuthorityOptions): Authority {
  const issuer = { name, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
  const pem = signCertificate(issuer, {
    serial,
    validity: [now_ms - HEAD_START_MS, now_ms + AUTHORITY_LIFE_MS],
    commonName: name,
    publicKey: issuer.publicKey,
    extensions: [
      extension(ID.basicConstraints, der.sequence(der.boolean(true), der.integer(0n)), 'critical'), // CA, pathlen 0
      extension(ID.keyUsage, der.bitString(Uint8Array.of(0b0000_0110), 1), 'critical'), // keyCertSign (5), cRLSign (6)
      extension(ID.subjectKeyIdentifier, der.octetString(keyIdentifier(issuer.privateKey))),
      extension(ID.nameConstraints, labNames(), 'critical'),
    ],
  });
  return new Authority(name, pem, issuer.privateKey);
}

/** The CA with its private key, for keeping. */
export function exportAuthority(authority: Authority): KeyAndCertificate {
  return { cert: authority.pem, key: pkcs8(authority.privateKey) };
}

/** The CA that `exportAuthority` wrote. Throws CertificateError for anything else. */
export function importAuthority({ cert, key }: KeyAndCertificate): Authority {
  try {
    const certificate = new X509Certificate(cert);
    const privateKey = createPrivateKey(key);
    const name: unknown = certificate.toLegacyObject().subject.CN;
    // Leaves repeat the CA's subject and key identifier octet by octet (RFC 5280 6.1.3 and 4.2.1.1). Both are written
    // anew from the name and the key, so they have to be in the certificate just so.
    const ours =
      typeof name === 'string' &&
      certificate.ca &&
      certificate.checkPrivateKey(privateKey) &&
      certificate.verify(certificate.publicKey) &&
      certificate.raw.includes(Buffer.from(distinguishedName(name))) &&
      certificate.raw.includes(keyIdentifier(privateKey));
    if (ours) return new Authority(name, cert, privateKey);
  } catch (cause) {
    throw new CertificateError("The lab authority's certificate or key can't be read. Make a new one.", { cause });
  }
  throw new CertificateError('The certificate and the key are not those of one lab authority. Make a new one.');
}

interface Certificate {
  serial: bigint;
  validity: [notBefore_ms: number, notAfter_ms: number];
  commonName: string;
  publicKey: KeyObject;
  extensions: Uint8Array[];
}

/** TBSCertificate, version 3, and the signature over it, as PEM (RFC 5280 4.1). */
function signCertificate(issuer: Pick<Authority, 'name' | 'privateKey'>, certificate: Certificate): string {
  const { serial, validity, commonName, publicKey, extensions } = certificate;
  if (serial <= 0n || serial >= SERIAL_LIMIT) throw new CertificateError('A serial number is from 1 to 2^159 - 1.');
  const algorithm = der.sequence(der.oid(ID.ecdsaWithSha256)); // RFC 5758 3.2: no parameters, not even NULL
  const toBeSigned = der.sequence(
    der.contextConstructed(0, der.integer(2n)), // version 3 is written 2
    der.integer(serial),
    algorithm,
    distinguishedName(issuer.name),
    der.sequence(...validity.map(der.time)),
    distinguishedName(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    der.contextConstructed(3, der.sequence(...extensions)),
  );
  const signature = sign('sha256', toBeSigned, issuer.privateKey);
  return der.pem('CERTIFICATE', der.sequence(toBeSigned, algorithm, der.bitString(signature)));
}

/** Extension (RFC 5280 4.2); `critical` is FALSE by default, and DER leaves defaults out. */
function extension(id: string, value: Uint8Array, critical?: 'critical'): Uint8Array {
  return der.sequence(der.oid(id), ...(critical ? [der.boolean(true)] : []), der.octetString(value));
}

/** A Name that is a common name and nothing more (RFC 5280 4.1.2.4). */
function distinguishedName(commonName: string): Uint8Array {
  if (!COMMON_NAME.test(commonName)) throw new CertificateError('A name has 1 to 64 characters, none of them control.');
  return der.sequence(der.set(der.sequence(der.oid(ID.commonName), der.utf8String(commonName))));
}

// NameConstraints (RFC 5280 4.2.1.10): `example` with all names below it, `localhost`, and 127.0.0.0/8. A kind of name
// with no subtree listed is not limited; servers are known by DNS names and addresses only.
function labNames(): Uint8Array {
  const loopback = der.contextPrimitive(7, Uint8Array.of(127, 0, 0, 0, 255, 0, 0, 0)); // address, then mask
  const permitted = [generalName('example'), generalName('localhost'), loopback].map((base) => der.sequence(base));
  return der.sequence(der.contextConstructed(0, ...permitted));
}

/** GeneralName (RFC 5280 4.2.1.6): iPAddress [7], or dNSName [2], perhaps with `*.` before it (RFC 6125 6.4.3). */
function generalName(name: string): Uint8Array {
  if (isIPv4(name)) return der.contextPrimitive(7, Uint8Array.from(name.split('.'), Number));
  const labels = name.replace(/^\*\./, '').split('.');
  const isHost = name.length <= 253 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
  if (!isHost) throw new CertificateError(`"${name}" is neither a host name in ASCII nor an IPv4 address.`);
  return der.contextPrimitive(2, Buffer.from(name, 'ascii'));
}

/** 160 bits of the SHA-256 of the public point, the key's last 65 octets (RFC 7093 section 2, method 1). */
function keyIdentifier(privateKey: KeyObject): Buffer {
  const point = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-65);
  return createHash('sha256').update(point).digest().subarray(0, 20);
}

function pkcs8(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

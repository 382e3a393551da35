// The lab's authority as other programs see it: TLS handshakes over loopback, Node's X.509 parser, and openssl where
// it is installed. The DER writer is checked against a reader written here from X.690, which shares no code with it.

import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import * as tls from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CertificateError,
  createAuthority,
  exportAuthority,
  importAuthority,
} from '../../../engine/internet/certificates.ts';
import type { KeyAndCertificate } from '../../../engine/internet/certificates.ts';
import * as der from '../../../engine/internet/der.ts';

const now_ms = Date.now();
const DAY_MS = 86_400_000;
const authority = createAuthority({ name: 'Posthorn lab CA', now_ms, serial: 1n });
const mx1 = authority.issue({ names: ['mx1.harbor.example', 'harbor.example'], now_ms, serial: 2n });

/** What a client that trusts `ca` says to a server with this certificate: `ok`, or why not. */
async function handshake(leaf: KeyAndCertificate, ca: string, host: string, minVersion: tls.SecureVersion = 'TLSv1.2') {
  const server = tls.createServer({ cert: leaf.cert, key: leaf.key, minVersion, maxVersion: minVersion });
  server.on('tlsClientError', () => {}); // the client tells the story
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' ? {} : { servername: host };
  const client = tls.connect({ host: '127.0.0.1', port, ca, ...name });
  try {
    await once(client, 'secureConnect');
    return client.authorized ? 'ok' : String(client.authorizationError);
  } catch (error) {
    return String(error);
  } finally {
    client.destroy();
    server.close();
    await once(server, 'close');
  }
}

describe('a client that trusts the lab CA', () => {
  it.each(['mx1.harbor.example', 'harbor.example', 'localhost', '127.0.0.1'])(
    'takes the server as %s',
    async (host) => {
      expect(await handshake(mx1, authority.pem, host)).toBe('ok');
    },
  );

  it('takes it over TLS 1.3 too', async () => {
    expect(await handshake(mx1, authority.pem, 'mx1.harbor.example', 'TLSv1.3')).toBe('ok');
  });

  it('refuses a name that is not in the certificate', async () => {
    expect(await handshake(mx1, authority.pem, 'mx2.harbor.example')).toContain(
      "does not match certificate's altnames",
    );
  });

  it('refuses the same server when it trusts another lab', async () => {
    const other = createAuthority({ name: 'Posthorn lab CA', now_ms, serial: 1n });
    expect(await handshake(mx1, other.pem, 'mx1.harbor.example')).not.toBe('ok');
  });

  it.each([
    ['bank.com', { names: ['bank.com'] }],
    ['bank.com', { names: ['mx1.harbor.example', 'bank.com'] }],
    ['mx1.harbor.example', { names: ['mx1.harbor.example', 'bank.com'] }],
    ['notexample', { names: ['notexample'] }],
    ['mx.example.com', { names: ['mx.example.com'] }],
    ['localhost', { names: ['mx1.harbor.example'], addresses: ['192.0.2.1'] }],
  ])('refuses %s when the CA went outside its name constraints: %o', async (host, names) => {
    const leaf = authority.issue({ ...names, now_ms, serial: 3n });
    expect(await handshake(leaf, authority.pem, host)).toContain('permitted subtree violation');
  });

  it('refuses a certificate of long ago', async () => {
    const old = authority.issue({ names: ['mx1.harbor.example'], now_ms: now_ms - 398 * DAY_MS, serial: 4n });
    expect(await handshake(old, authority.pem, 'mx1.harbor.example')).toContain('certificate has expired');
  });
});

describe("Node's parser reads", () => {
  it('the CA', () => {
    const ca = new X509Certificate(authority.pem);
    expect(ca.subject).toBe('CN=Posthorn lab CA');
    expect(ca.ca).toBe(true);
    expect(ca.serialNumber).toBe('01');
    expect(ca.checkIssued(ca)).toBe(true);
    expect(ca.verify(ca.publicKey)).toBe(true);
    expect(days(now_ms, ca.validFrom)).toBe(-1);
    expect(days(now_ms, ca.validTo)).toBe(3653);
  });

  it('twelve servers, each with its own key', () => {
    const ca = new X509Certificate(authority.pem);
    const leaves = Array.from({ length: 12 }, (_, index) => {
      const names = [`mx${index}.harbor.example`];
      return authority.issue({ names, addresses: ['127.0.0.2'], now_ms, serial: 100n + BigInt(index) });
    });
    for (const [index, { cert, key }] of leaves.entries()) {
      const leaf = new X509Certificate(cert);
      expect(leaf.subject).toBe(`CN=mx${index}.harbor.example`);
      expect(leaf.subjectAltName).toBe(
        `DNS:mx${index}.harbor.example, DNS:localhost, IP Address:127.0.0.2, IP Address:127.0.0.1`,
      );
      expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
      expect(leaf.ca).toBe(false);
      expect(BigInt(`0x${leaf.serialNumber}`)).toBe(100n + BigInt(index));
      expect(leaf.checkIssued(ca)).toBe(true);
      expect(leaf.verify(ca.publicKey)).toBe(true);
      expect(leaf.checkPrivateKey(createPrivateKey(key))).toBe(true);
      expect(days(now_ms, leaf.validFrom)).toBe(-1);
      expect(days(now_ms, leaf.validTo)).toBe(397);
    }
    expect(new Set(leaves.map((leaf) => leaf.key)).size).toBe(12);
  });

  it.each([
    ['the first name is too long for a common name', [`${'a'.repeat(60)}.harbor.example`, 'a.example'], 'CN=a.example'],
    ['there are no names', [], 'CN=localhost'],
    ['a name is a wildcard', ['*.harbor.example'], 'CN=*.harbor.example'],
  ])('a server when %s', (_, names, subject) => {
    expect(new X509Certificate(authority.issue({ names, now_ms, serial: 5n }).cert).subject).toBe(subject);
  });

  it('a CA that outlives 2049, and its largest serial number', () => {
    const late = createAuthority({ name: 'Late', now_ms: Date.UTC(2045, 0, 1), serial: (1n << 159n) - 1n });
    const certificate = new X509Certificate(late.pem);
    expect(new Date(certificate.validFrom).toISOString()).toBe('2044-12-31T00:00:00.000Z');
    expect(new Date(certificate.validTo).toISOString()).toBe('2055-01-02T00:00:00.000Z');
    expect(certificate.serialNumber).toBe(`7F${'FF'.repeat(19)}`);
  });
});

describe('an authority that was kept', () => {
  it.each(['Posthorn lab CA', 'Übung, Labor = 1', '実験室', 'a+b/"c" \\ #'])(
    'is the same when read back: %s',
    async (name) => {
      const before = createAuthority({ name, now_ms, serial: 7n });
      const after = importAuthority(exportAuthority(before));
      expect(after.name).toBe(name);
      expect(after.pem).toBe(before.pem);
      expect(exportAuthority(after)).toEqual(exportAuthority(before));
      const leaf = after.issue({ names: ['mx1.harbor.example'], now_ms, serial: 8n });
      expect(await handshake(leaf, before.pem, 'mx1.harbor.example')).toBe('ok');
    },
  );

  const kept = exportAuthority(authority);
  const stranger = exportAuthority(createAuthority({ name: 'Posthorn lab CA', now_ms, serial: 1n }));
  it.each([
    ['nothing', { cert: '', key: '' }],
    ['half a certificate', { cert: kept.cert.slice(0, 200), key: kept.key }],
    ['no key', { cert: kept.cert, key: 'none' }],
    ["another authority's key", { cert: kept.cert, key: stranger.key }],
    ["a server's certificate", mx1],
    ['a flipped bit in the signature', { cert: damaged(kept.cert), key: kept.key }],
  ])('is refused, with a word for people, when it is %s', (_, pair) => {
    expect(() => importAuthority(pair)).toThrow(CertificateError);
    expect(() => importAuthority(pair)).toThrow(/Make a new one/);
  });

  it('does not show its key in a log', () => {
    expect(inspect(authority) + JSON.stringify(authority)).not.toContain('PRIVATE');
  });
});

describe('what no certificate can hold', () => {
  it.each([
    '',
    'über.example',
    'a..example',
    'harbor.example.',
    'a b.example',
    '-a.example',
    `${'a'.repeat(64)}.example`,
    '::1',
  ])('the host name "%s"', (name) =>
    expect(() => authority.issue({ names: [name], now_ms, serial: 9n })).toThrow(CertificateError),
  );
  it.each([0n, -1n, 1n << 159n])('the serial number %s', (serial) => {
    expect(() => authority.issue({ names: ['a.example'], now_ms, serial })).toThrow(CertificateError);
  });
  it.each(['', 'x'.repeat(65), 'line\nbreak', '\ud800'])('the authority name %j', (name) => {
    expect(() => createAuthority({ name, now_ms, serial: 1n })).toThrow(CertificateError);
  });
  it('a hundred names', () => {
    const names = Array.from({ length: 100 }, (_, index) => `h${index}.example`);
    expect(() => authority.issue({ names, now_ms, serial: 9n })).toThrow(CertificateError);
  });
});

describe('openssl', () => {
  const version = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  const missing = version.status !== 0 && 'the openssl program is not installed';

  it('verifies the server, strictly, and refuses bank.com', (context) => {
    if (missing) return context.skip(missing);
    const bank = authority.issue({ names: ['bank.com'], now_ms, serial: 10n });
    withFiles({ 'ca.pem': authority.pem, 'mx1.pem': mx1.cert, 'bank.pem': bank.cert }, (directory) => {
      const verify = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', 'ca.pem'];
      const good = spawnSync('openssl', [...verify, 'mx1.pem'], { cwd: directory, encoding: 'utf8' });
      expect(good.stdout + good.stderr).toBe('mx1.pem: OK\n');
      const bad = spawnSync('openssl', [...verify, 'bank.pem'], { cwd: directory, encoding: 'utf8' });
      expect(bad.status).not.toBe(0);
      expect(bad.stdout + bad.stderr).toContain('permitted subtree violation');
    });
  });

  it('shows what the certificates say', (context) => {
    if (missing) return context.skip(missing);
    const text = (pem: string) =>
      execFileSync('openssl', ['x509', '-noout', '-text'], { input: pem, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
    const ca = text(authority.pem);
    expect(ca).toContain('X509v3 Basic Constraints: critical CA:TRUE, pathlen:0');
    expect(ca).toContain('X509v3 Key Usage: critical Certificate Sign, CRL Sign');
    expect(ca).toMatch(
      /Name Constraints: critical Permitted: DNS:example DNS:localhost IP:127\.0\.0\.0\/255\.0\.0\.0 Signature/,
    );
    const server = text(mx1.cert);
    expect(server).toContain('X509v3 Key Usage: critical Digital Signature X509v3');
    expect(server).toContain('X509v3 Extended Key Usage: TLS Web Server Authentication X509v3');
    const identifier = /Subject Key Identifier: (\S+)/.exec(ca)?.[1];
    expect(/Authority Key Identifier: (?:keyid:)?(\S+)/.exec(server)?.[1]).toBe(identifier);
  });
});

/** One value as X.690 8.1 has it; throws unless the length is in its shortest form and nothing follows. */
function read(octets: Uint8Array): { tag: number; content: Uint8Array } {
  const [tag = -1, first = -1] = octets;
  let length = first;
  let start = 2;
  if (first >= 0x80) {
    start += first & 0x7f;
    length = Number(`0x${Buffer.from(octets.subarray(2, start)).toString('hex')}`);
    if (octets[2] === 0 || length < 0x80) throw new Error('The length is not in its shortest form.');
  }
  if (octets.length !== start + length) throw new Error('The length is wrong.');
  return { tag, content: octets.subarray(start) };
}

function readInteger(content: Uint8Array): bigint {
  const hex = Buffer.from(content).toString('hex');
  return BigInt.asIntN(content.length * 8, BigInt(`0x${hex}`));
}

function readOid(content: Uint8Array): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of content) {
    arc = arc * 128n + BigInt(octet % 128);
    if (octet >= 128) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [both = 0n, ...others] = arcs;
  const first = both < 40n ? 0n : both < 80n ? 1n : 2n;
  return [first, both - 40n * first, ...others].join('.');
}

describe('DER', () => {
  it('has integers in the fewest octets that keep value and sign', () => {
    const values = fc.oneof(
      fc.bigInt({ min: -(1n << 170n), max: 1n << 170n }),
      fc.bigInt({ min: -70000n, max: 70000n }),
    );
    fc.assert(
      fc.property(values, (value) => {
        const { tag, content } = read(der.integer(value));
        expect(tag).toBe(2);
        expect(readInteger(content)).toBe(value);
        if (content.length > 1) expect(readInteger(content.subarray(1))).not.toBe(value);
      }),
    );
  });

  it('has object identifiers of any size', () => {
    const arc = fc.bigInt({ min: 0n, max: 1n << 128n });
    const root = fc.oneof(
      fc.tuple(fc.constantFrom(0n, 1n), fc.bigInt({ min: 0n, max: 39n })),
      fc.tuple(fc.constant(2n), arc),
    );
    fc.assert(
      fc.property(root, fc.array(arc, { maxLength: 12 }), (first, others) => {
        const dotted = [...first, ...others].join('.');
        const { tag, content } = read(der.oid(dotted));
        expect(tag).toBe(6);
        expect(readOid(content)).toBe(dotted);
        expect(content.some((octet, at) => octet === 0x80 && (at === 0 || (content[at - 1] ?? 0) < 0x80))).toBe(false);
      }),
    );
  });

  it('has lengths in the shortest form', () => {
    const lengths = fc.oneof(fc.constantFrom(0, 127, 128, 255, 256, 65535, 65536), fc.nat(70000));
    fc.assert(
      fc.property(lengths, (length) => {
        expect(read(der.octetString(new Uint8Array(length))).content.length).toBe(length);
      }),
    );
    expect(Buffer.from(der.lengthOctets(2 ** 40)).toString('hex')).toBe('86010000000000');
  });

  const { parse, UTC } = Date;
  it.each([
    ['boolean', der.boolean(true), '0101ff'],
    ['boolean', der.boolean(false), '010100'],
    ['integer', der.integer(0n), '020100'],
    ['integer', der.integer(-129n), '0202ff7f'],
    ['bit string', der.bitString(Uint8Array.of(6), 1), '03020106'],
    ['empty bit string', der.bitString(new Uint8Array()), '030100'],
    ['octet string', der.octetString(Uint8Array.of(1, 2)), '04020102'],
    ['object identifier', der.oid('1.2.840.10045.4.3.2'), '06082a8648ce3d040302'],
    ['UTF-8', der.utf8String('ü'), '0c02c3bc'],
    ['printable string', der.printableString("O'Hara"), '13064f2748617261'],
    ['UTC time', der.utcTime(UTC(2049, 11, 31, 23, 59, 59)), `170d${hex('491231235959Z')}`],
    ['UTC time', der.utcTime(UTC(1950, 0, 1)), `170d${hex('500101000000Z')}`],
    ['generalized time', der.generalizedTime(parse('2050-01-01T00:00:00.999Z')), `180f${hex('20500101000000Z')}`],
    ['sequence', der.sequence(der.boolean(true), der.integer(5n)), '30060101ff020105'],
    ['sorted set', der.set(der.integer(5n), der.boolean(true)), '31060101ff020105'],
    ['primitive tag', der.contextPrimitive(2, Uint8Array.of(0x61)), '820161'],
    ['constructed tag', der.contextConstructed(0, der.integer(2n)), 'a003020102'],
  ])('has a %s', (_, octets, expected) => {
    expect(octets).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(octets).toString('hex')).toBe(expected);
  });

  it.each([
    ['a name as an object identifier', () => der.oid('example')],
    ['one arc alone', () => der.oid('1')],
    ['a root that is not there', () => der.oid('3.1')],
    ['a second arc above 39', () => der.oid('1.40')],
    ['an arc with a zero before it', () => der.oid('2.05')],
    ['an at sign in a printable string', () => der.printableString('a@b')],
    ['half a character', () => der.utf8String('\ud800')],
    ['a UTC time in 2050', () => der.utcTime(UTC(2050, 0, 1))],
    ['a UTC time in 1949', () => der.utcTime(UTC(1949, 11, 31))],
    ['a time that is none', () => der.generalizedTime(Number.NaN)],
    ['the year 10000', () => der.generalizedTime(UTC(10000, 0, 1))],
    ['padding that is not zero', () => der.bitString(Uint8Array.of(1), 1)],
    ['padding in nothing', () => der.bitString(new Uint8Array(), 1)],
    ['eight unused bits', () => der.bitString(Uint8Array.of(0), 8)],
    ['a tag number of two octets', () => der.contextPrimitive(31, new Uint8Array())],
    ['a negative length', () => der.lengthOctets(-1)],
  ])('refuses %s', (_, write) => expect(write).toThrow(der.DerError));
});

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}

/** Whole days from a moment to a certificate's date, which has no fractions of a second. */
function days(from_ms: number, date: string): number {
  return (Date.parse(date) - Math.floor(from_ms / 1000) * 1000) / DAY_MS;
}

/** The certificate with its last octet, a part of the signature, changed. */
function damaged(pem: string): string {
  const octets = Buffer.from(new X509Certificate(pem).raw);
  octets.writeUInt8(octets.readUInt8(octets.length - 1) ^ 1, octets.length - 1);
  return der.pem('CERTIFICATE', octets);
}

function withFiles(files: Record<string, string>, use: (directory: string) => void): void {
  const directory = mkdtempSync(join(tmpdir(), 'posthorn-certificates-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

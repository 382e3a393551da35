// The lab's certificates: one authority kept with the lab, one certificate a host, made when first asked for.
// Counterpart: internet/certificates.ts. Rule: they live in real time, whatever the lab clock says.

import tls from 'node:tls';

import { type Authority, createAuthority, exportAuthority, importAuthority } from './internet/certificates.ts';
import { DiskError, type World } from './world.ts';

const CA_NAME = 'Posthorn lab authority (for .example only)';
const CERT_FILE = 'authority.pem';
const KEY_FILE = 'authority.key';

export class CertificateDesk {
  readonly #world: Pick<World, 'real_ms' | 'disk'>;
  readonly #contexts = new Map<string, tls.SecureContext>();
  #authority: Authority | undefined;
  #serial: bigint;

  private constructor(world: Pick<World, 'real_ms' | 'disk'>, authority: Authority | undefined) {
    this.#world = world;
    this.#authority = authority;
    // Serials must differ over all runs of one authority; microseconds of real time do.
    this.#serial = BigInt(Math.round(world.real_ms() * 1000));
  }

  /** Reads the lab's authority if it has one; a broken file is replaced by a fresh authority. */
  static async open(world: Pick<World, 'real_ms' | 'disk'>): Promise<CertificateDesk> {
    const { disk } = world;
    if (!(await disk.exists(CERT_FILE)) || !(await disk.exists(KEY_FILE))) return new CertificateDesk(world, undefined);
    const text = async (file: string) => new TextDecoder().decode(await disk.read(file));
    try {
      return new CertificateDesk(world, importAuthority({ cert: await text(CERT_FILE), key: await text(KEY_FILE) }));
    } catch {
      await disk.remove(CERT_FILE);
      await disk.remove(KEY_FILE);
      return new CertificateDesk(world, undefined);
    }
  }

  /** PEM of the authority that clients of the lab trust. */
  get authorityPem(): string {
    return this.#open().pem;
  }

  /** The TLS context of a host. */
  contextOf(hostName: string): tls.SecureContext {
    let context = this.#contexts.get(hostName);
    if (!context) {
      const { cert, key } = this.#open().issue({
        names: [hostName],
        now_ms: this.#world.real_ms(),
        serial: this.#nextSerial(),
      });
      context = tls.createSecureContext({ cert, key });
      this.#contexts.set(hostName, context);
    }
    return context;
  }

  #open(): Authority {
    if (this.#authority) return this.#authority;
    const authority = createAuthority({
      name: CA_NAME,
      now_ms: this.#world.real_ms(),
      serial: this.#nextSerial(),
    });
    this.#authority = authority;
    this.#keep(authority);
    return authority;
  }

  /** A full disk costs the lab its authority at the next start, not TLS now. */
  #keep(authority: Authority): void {
    const { cert, key } = exportAuthority(authority);
    const encoder = new TextEncoder();
    try {
      this.#world.disk.now.create(CERT_FILE, encoder.encode(cert));
      this.#world.disk.now.create(KEY_FILE, encoder.encode(key));
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    }
  }

  #nextSerial(): bigint {
    this.#serial += 1n;
    return this.#serial;
  }
}

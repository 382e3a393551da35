// TLS handshakes a second at the submission port (implicit TLS, RFC 8314), captured and decrypted for
// the log, beside a TLS server of Node that does nothing else. Counterpart: engine/internet/tls.ts.
// Rule: both have an ECDSA P-256 certificate, and each handshake is a full one.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';

import { createAuthority } from '../../engine/internet/certificates.ts';
import { twoDomains } from '../../engine/topologies/two-domains.ts';
import { openLab } from '../engine-chain.ts';
import type { Figure } from '../figure.ts';
import { PATIENCE_MS } from '../limits.ts';
import { within } from '../patience.ts';
import { median } from '../statistics.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import type { Row } from './row.ts';

interface Server {
  port: number;
  name: string;
  /** PEM of the authority to trust. */
  authority: string;
  close: () => Promise<void>;
}

const SUBMISSIONS = 465;

export const handshakes: Row = {
  name: 'tls',
  measure: async ({ handshakes: count, turns }): Promise<Figure[]> => {
    const servers: Server[] = [];
    const rates = new Map<Server, number[]>();
    try {
      servers.push(await engineServer(), await bareServer());
      for (const server of servers) await handshakesPerSecond(server, count);
      for (let turn = 0; turn < turns; turn += 1) {
        for (const server of servers) {
          rates.set(server, [...(rates.get(server) ?? []), await handshakesPerSecond(server, count)]);
        }
      }
    } finally {
      for (const server of servers) await server.close();
    }
    const [engine = NaN, bare = NaN] = servers.map((server) => median(rates.get(server) ?? []));
    return [
      {
        name: 'TLS: connect, handshake, close',
        unit: 'handshakes/s',
        value: engine,
        floor: { what: 'tls.createServer', value: bare },
      },
    ];
  },
};

async function engineServer(): Promise<Server> {
  const dir = temporaryDirectory();
  const host = 'submit.campus.example';
  const doors = [{ as: 'laptop.campus.example', host, port: SUBMISSIONS, local: 0 }];
  const lab = await openLab({ ...twoDomains, doors, dnsDoor: 0 }, dir.path);
  return {
    port: lab.ready.doors[0]?.local ?? 0,
    name: host,
    authority: lab.run.context.certificates.authorityPem,
    close: async () => {
      await lab.close();
      dir.remove();
    },
  };
}

async function bareServer(): Promise<Server> {
  const name = 'bare.example';
  const now_ms = Date.now();
  const authority = createAuthority({ name: 'Bench authority', now_ms, serial: 1n });
  const { cert, key } = authority.issue({ names: [name], now_ms, serial: 2n });
  const server = tls.createServer({ cert, key, noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    name,
    authority: authority.pem,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function handshakesPerSecond(server: Server, count: number): Promise<number> {
  const begun = performance.now();
  for (let done = 0; done < count; done += 1) await within(PATIENCE_MS, 'a handshake', handshake(server));
  return count / ((performance.now() - begun) / 1000);
}

async function handshake({ port, name, authority }: Server): Promise<void> {
  const socket = tls.connect({ host: '127.0.0.1', port, servername: name, ca: authority });
  const closed = once(socket, 'close');
  socket.resume();
  await once(socket, 'secureConnect');
  socket.end();
  await closed;
}

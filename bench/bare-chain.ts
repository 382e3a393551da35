// The floor of the chain: four smtp-server instances as they come, chained by the least client.
// Counterpart: engine-chain.ts. Rule: as in the engine, 250 comes before the letter moves on and
// connections to the next hop are reused; with files, each hop has written and synced one before its 250.

import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';

import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';

import type { Chain } from './chain.ts';
import { CHAIN_RECIPIENT, CHAIN_SENDER } from './chain-topology.ts';
import { SmtpClient } from './smtp-client.ts';

const HOPS = 4;

/** smtp-server waits 100 ms before its banner, for early talkers. The floor doesn't. */
class PromptConnection extends SMTPConnection {
  override init(): void {
    this._setListeners(() => this.connectionReady());
  }
}

class PromptServer extends SMTPServer {
  override connect(...[socket, options]: Parameters<SMTPServer['connect']>): void {
    const connection = new PromptConnection(this, socket, options);
    this.connections.add(connection);
    connection.on('error', () => undefined);
    connection.init();
  }
}

/** Opens the chain; without `dir` it keeps no files. */
export async function openBareChain(dir: string | undefined): Promise<Chain> {
  const servers: SMTPServer[] = [];
  const clients: SmtpClient[] = [];
  const chain: Chain = {
    port: 0,
    onDelivered: () => undefined,
    close: async () => {
      for (const client of clients) client.close();
      for (const server of servers) for (const { _socket: socket } of server.connections) socket.destroy();
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(resolve))));
    },
  };
  let files = 0;
  let next: ((octets: Buffer) => void) | undefined;
  // From the last hop to the first, because each has to know the next one's port.
  for (let hop = HOPS; hop >= 1; hop -= 1) {
    const handOn = next ?? (() => chain.onDelivered());
    const server = bareServer(async (octets) => {
      if (dir !== undefined) await writeSynced(path.join(dir, String((files += 1))), octets);
      return () => handOn(octets);
    });
    servers.push(server);
    const port = await listening(server);
    next = relayTo(port, clients);
    Object.assign(chain, { port });
  }
  return chain;
}

/** A server that asks `take` before it says 250; what that returns is done afterwards. */
function bareServer(take: (octets: Buffer) => Promise<() => void>): SMTPServer {
  return new PromptServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream: SMTPServerDataStream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        take(Buffer.concat(pieces)).then((handOn) => {
          done();
          handOn();
        }, done);
      });
    },
  });
}

/** Sends to a port over connections that are kept: an idle one, or a new one. */
function relayTo(port: number, clients: SmtpClient[]): (octets: Buffer) => void {
  const idle: SmtpClient[] = [];
  const send = async (octets: Buffer): Promise<void> => {
    let client = idle.pop();
    if (!client) clients.push((client = await SmtpClient.open({ port })));
    await client.send(CHAIN_SENDER, CHAIN_RECIPIENT, octets);
    idle.push(client);
  };
  // A letter that is lost here is missed at the end of the chain, and the measurement fails by its time limit.
  return (octets) => void send(octets).catch(() => undefined);
}

async function writeSynced(file: string, octets: Buffer): Promise<void> {
  const handle = await fs.open(file, 'wx');
  try {
    await handle.writeFile(octets);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

function listening(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.server.address() as net.AddressInfo).port));
  });
}

// Serves a protocol machine on a real loopback socket, as access/serve.ts does with more care. For interop tests only:
// no TLS, no time-outs.
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { AccessContext, AccessMachine, Output } from '../../../engine/access/machine.ts';
import type { Mailbox } from '../../../engine/store/mailbox.ts';
import { contextFor } from './access-context.ts';

export interface TinyServer {
  port: number;
  /** Types of the events so far, in order. */
  events: string[];
  close(): Promise<void>;
}

/** Listens on a free port until closed. */
export async function serve(make: (context: AccessContext) => AccessMachine, mailbox: Mailbox): Promise<TinyServer> {
  const events: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const machine = make(contextFor(mailbox));
    const carryOut = (outputs: Output[]): void => {
      for (const output of outputs) {
        if (output.kind === 'reply') socket.write(output.bytes);
        if (output.kind === 'event') events.push(output.type);
        if (output.kind === 'close') socket.end();
      }
    };
    const watch = mailbox.onChange(() => carryOut(machine.changed()));
    sockets.add(socket);
    socket.on('data', (bytes) => carryOut(machine.receive(bytes)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      watch.dispose();
      machine.closed();
    });
    carryOut(machine.greet());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    events,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

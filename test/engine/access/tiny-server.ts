// Serves a protocol machine on a real loopback socket, as access/serve.ts does with more care. For interop tests only:
// no TLS, no time-outs.
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { AccessContext, AccessMachine, Output } from '../../../engine/access/machine.ts';
import type { Disposable } from '../../../engine/disposable.ts';
import type { Account } from '../../../engine/store/account.ts';
import type { Mailbox } from '../../../engine/store/mailbox.ts';
import type { MemoryMailbox } from '../../../engine/store/memory.ts';
import { contextFor } from './access-context.ts';

export interface TinyServer {
  port: number;
  /** Types of the events so far, in order. */
  events: string[];
  close(): Promise<void>;
}

/** Listens on a free port until closed. */
export async function serve(
  make: (context: AccessContext) => AccessMachine,
  mail: MemoryMailbox | Account,
): Promise<TinyServer> {
  const events: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const machine = make(contextFor(mail));
    const carryOut = (outputs: Output[]): void => {
      for (const output of outputs) {
        if (output.kind === 'reply') socket.write(output.bytes);
        if (output.kind === 'event') events.push(output.type);
        if (output.kind === 'close') socket.end();
      }
    };
    let watched: Mailbox | undefined;
    const watches: Disposable[] = [];
    const listen = (): void => {
      if (machine.watched() === watched) return;
      for (const one of watches.splice(0)) one.dispose();
      watched = machine.watched();
      if (watched)
        watches.push(
          watched.onChange(() => carryOut(machine.changed())),
          watched.watch(),
        );
    };
    sockets.add(socket);
    socket.on('data', (bytes) => {
      carryOut(machine.receive(bytes));
      listen();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      for (const one of watches.splice(0)) one.dispose();
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

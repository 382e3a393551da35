// A mail server of this machine that says what a test has it say, for a client of the lab to meet. Counterpart: outward
// doors. Rule: one session after the other; whatever isn't in the script is answered as a simple server would.

import net from 'node:net';
import tls from 'node:tls';
import type { Duplex } from 'node:stream';

/** At the end of an answer: the server hangs up then. */
export const HANG_UP = '(hangs up)';

/** Verb -> what is written in answer to it. */
export type Script = Readonly<Partial<Record<string, string>>>;

const SIMPLE: Script = {
  EHLO: '250-script.example\r\n250 STARTTLS\r\n',
  STARTTLS: '454 4.7.0 TLS not available due to local problem\r\n',
  MAIL: '250 2.1.0 Ok\r\n',
  RCPT: '250 2.1.5 Ok\r\n',
  RSET: '250 2.0.0 Ok\r\n',
  DATA: '354 Go on\r\n',
  '.': '250 2.0.0 Ok\r\n',
  QUIT: '221 2.0.0 Bye\r\n',
};

export class ScriptedServer {
  /** Lines of each session so far; `[TLS]` where it began. */
  readonly sessions: string[][] = [];
  readonly port: number;
  readonly #server: net.Server;

  private constructor(server: net.Server) {
    this.#server = server;
    this.port = (server.address() as net.AddressInfo).port;
  }

  /** `certificate`: it can do TLS, when its answer to STARTTLS is a 220. */
  static async start(script: Script, certificate?: { cert: string; key: string }): Promise<ScriptedServer> {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      const lines: string[] = [];
      scripted.sessions.push(lines);
      socket.write('220 script.example ESMTP\r\n');
      listen(socket, lines, { ...SIMPLE, ...script }, certificate);
    });
    await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const scripted = new ScriptedServer(server);
    return scripted;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

function listen(socket: Duplex, lines: string[], script: Script, certificate?: { cert: string; key: string }): void {
  let rest = '';
  let inData = false;
  const hear = (bytes: Buffer) => {
    rest += bytes.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (inData && line !== '.') continue;
      lines.push(line);
      const verb = line.split(' ')[0] ?? '';
      const answer = script[verb] ?? '250 Ok\r\n';
      inData = answer.startsWith('354');
      socket.write(answer.replace(HANG_UP, ''));
      if (answer.endsWith(HANG_UP)) {
        // What is still on its way to it, a TLS handshake perhaps, it doesn't hear.
        socket.off('data', hear);
        socket.resume();
        return void socket.end();
      }
      if (verb === 'QUIT') return void socket.end();
      if (verb === 'STARTTLS' && answer.startsWith('220') && certificate) {
        socket.off('data', hear);
        lines.push('[TLS]');
        const secure = new tls.TLSSocket(socket, { isServer: true, ...certificate });
        secure.on('error', () => socket.destroy());
        listen(secure, lines, { ...script, EHLO: '250 script.example\r\n' }, undefined);
        return;
      }
    }
  };
  socket.on('data', hear);
}

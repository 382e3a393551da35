// An SMTP listener of a host: makes a session for each connection. Counterpart: connection.ts.
// Rule: smtp-server never opens a port of its own here; the virtual Internet hands it its sockets.

import type { SecureContext } from 'node:tls';

import { SMTPServer } from 'smtp-server';

import { authMechanisms, type Listener } from '../../contract/topology.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import { confirmedName } from '../dns/confirmed-name.ts';
import type { TappedSocket } from '../internet/tapped-socket.ts';
import { SMTP_LIMITS } from '../limits.ts';
import { type PolicyDesk, PolicyRunner } from '../policy/runner.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import type { MailAgent } from './agent.ts';
import { checkPassword } from './check-password.ts';
import { type Greet, LabSmtpConnection, type Wait } from './connection.ts';
import { SmtpSession } from './session.ts';

export interface SmtpServiceParts {
  hostName: string;
  listener: Listener;
  agent: MailAgent;
  /** Read anew for each session, so that a change of settings counts from the next one on. */
  policyDesk: () => PolicyDesk;
  resolver: Resolver;
  activity: ActivityClock;
  work: WorkMeter;
  secureContext: () => SecureContext;
  newMessage: () => string;
}

export class SmtpService {
  readonly #parts: SmtpServiceParts;
  readonly #server: SMTPServer;
  /** smtp-server's record of a session -> ours. */
  readonly #wires = new WeakMap<object, SmtpSession>();

  constructor(parts: SmtpServiceParts) {
    this.#parts = parts;
    this.#server = new SMTPServer({
      name: parts.hostName,
      // TLS is ours, and so is its certificate; the library must not warn about the one it would have used.
      hideSTARTTLS: true,
      hideENHANCEDSTATUSCODES: false,
      authMethods: [...authMechanisms],
      authOptional: true,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      logger: false,
      maxCommandLength: SMTP_LIMITS.commandLine,
    });
    this.#server.on('error', () => undefined);
    this.#server.onAuth = (auth, session, done) => {
      const asking = this.#wires.get(session);
      if (asking) checkPassword(asking, auth, done);
    };
  }

  /** Takes over a connection. */
  readonly accept = (socket: TappedSocket): void => {
    const { hostName, listener, agent, activity, work, secureContext, newMessage } = this.#parts;
    const policies = new PolicyRunner(this.#parts.policyDesk());
    const session = new SmtpSession({ hostName, listener, conn: socket.conn, agent, policies, newMessage });
    const greet: Greet = (wait) => this.#greet(session, wait);
    const wire = new LabSmtpConnection({ server: this.#server, socket, session, activity, work, secureContext, greet });
    this.#server.connections.add(wire);
    this.#wires.set(wire.session, session);
    wire.on('error', () => undefined);
    wire.init();
  };

  async #greet(session: SmtpSession, wait: Wait): Promise<Reply | undefined> {
    const { conn } = session;
    if (this.#server.connections.size > SMTP_LIMITS.clients) {
      return REPLIES.tooManyConnections(session.hostName, conn.client.address);
    }
    session.clientName = await confirmedName(this.#parts.resolver, conn.client.address, conn.opened);
    const pause = session.greetPause;
    if (pause) session.greeting = await wait(pause);
    const refusal = await session.decide('connect');
    if (refusal) return refusal;
    // As postscreen has it: who talked first gets answers to that, and no greeting any more.
    const isAnswered = session.isScreened && session.greeting?.early !== undefined;
    if (isAnswered) return undefined;
    return session.isLmtp ? REPLIES.lmtpGreeting(session.hostName) : REPLIES.greeting(session.hostName);
  }
}

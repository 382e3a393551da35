// The two ports of a content filter behind the queue: one where the filter takes letters, one where they come back.
// Counterpart: mta/content-filter.ts is the filter; host-services.ts has the ports that are always there. Rule: they are
// open while a policy stands behind the queue, and only for the host itself: what comes here is checked no more.

import type { Host, Listener } from '../contract/topology.ts';
import type { Disposable } from './disposable.ts';
import type { TappedSocket } from './internet/tapped-socket.ts';
import { ContentFilter, FILTER_PORT, REENTRY_PORT, reentryAgent } from './mta/content-filter.ts';
import type { MailServer } from './mta/mail-server.ts';
import { standsBehind } from './policy/placement.ts';
import type { PolicyDesk } from './policy/runner.ts';
import type { RunContext } from './run.ts';
import type { MailAgent } from './smtp/agent.ts';
import type { SmtpService } from './smtp/service.ts';

export interface FilterPortsParts {
  host: Host;
  mail: MailServer | undefined;
  context: RunContext;
  desk: () => PolicyDesk;
  serve: (listener: Listener, agent: MailAgent, desk: () => PolicyDesk) => SmtpService;
}

export class FilterPorts {
  readonly #parts: FilterPortsParts;
  #open: Disposable[] = [];

  constructor(parts: FilterPortsParts) {
    this.#parts = parts;
  }

  /** Goes by the settings as they are now. */
  async follow(): Promise<void> {
    const { host, mail } = this.#parts;
    if (mail === undefined || !Object.values(host.policies).some(standsBehind)) this.close();
    else if (this.#open.length === 0) this.#open = await this.#listen(host, mail);
  }

  close(): void {
    for (const one of this.#open) one.dispose();
    this.#open = [];
  }

  async #listen(host: Host, mail: MailServer): Promise<Disposable[]> {
    const { context, desk } = this.#parts;
    const { internet, world, work } = context;
    const filter = new ContentFilter({
      ...{ host, internet, work, settings: () => mail.settings, activity: world.activity },
    });
    return [
      await this.#at(FILTER_PORT, filter, () => ({ ...desk(), behindQueue: true })),
      await this.#at(REENTRY_PORT, reentryAgent(mail), () => ({ ...desk(), settings: {} })),
    ];
  }

  #at(port: number, agent: MailAgent, desk: () => PolicyDesk): Promise<Disposable> {
    const { context, host, serve } = this.#parts;
    const { name, address } = host;
    const service = serve({ port, protocol: 'smtp', tls: 'none' }, agent, desk);
    const accept = (socket: TappedSocket): void => {
      if (socket.conn.client.address === address) service.accept(socket);
      else socket.destroy();
    };
    const isUp = () => !host.stopped.includes('postfix');
    return context.internet.listen({ host: name, address, port, protocol: 'smtp', accept, isUp });
  }
}

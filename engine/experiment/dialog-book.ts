// What was said at the defended server, by connection, for whoever wants to see why a letter was stopped. Counterpart:
// experiment.ts feeds it. Rule: as much as a person reads; the whole run can be opened as a session.

import type { ExperimentDialog } from '../../contract/experiment.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { ConnId } from '../../contract/ids.ts';
import { EXPERIMENT_LIMITS } from './limits.ts';

export class DialogBook {
  readonly #host: string;
  readonly #dialogs = new Map<ConnId, ExperimentDialog>();

  constructor(host: string) {
    this.#host = host;
  }

  take(event: LabEvent): void {
    const { conn, at_ms } = event;
    if (conn === undefined) return;
    if (event.type === 'conn.opened') {
      const { client, server } = event.data;
      if (server.host !== this.#host) return;
      this.#dialogs.set(conn, { conn, client: client.host, at_ms, lines: [], decisions: [] });
      return;
    }
    const dialog = this.#dialogs.get(conn);
    if (!dialog || dialog.lines.length >= EXPERIMENT_LIMITS.lines) return;
    if (event.type === 'wire.line') {
      const text = event.data.bytes.slice(0, EXPERIMENT_LIMITS.lineOctets).replace(/\r?\n$/, '');
      dialog.lines.push({ from: event.data.from, text });
    }
    if (event.type === 'policy.decided') dialog.decisions.push(event.data);
  }

  read(conns: readonly ConnId[]): ExperimentDialog[] {
    return conns.flatMap((conn) => this.#dialogs.get(conn) ?? []);
  }
}

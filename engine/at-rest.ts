// A lab at rest with no connection open: the only moment that can be kept or copied. Counterpart: checkpoint.ts,
// `lab.checkpoint`, `labs.duplicate`. Rule: idle connections are closed; what an outside program holds open is for a
// person to close.

import { CommandProblem } from './commands/problem.ts';
import type { Lab } from './engine.ts';

/** Waits for rest and closes idle connections; throws CommandProblem when an outside program is connected. */
export async function atRest(lab: Lab): Promise<void> {
  await lab.settled();
  const { pool, internet } = lab.run.context;
  await pool.closeIdle();
  await lab.run.inboxes.closeAll().catch(() => undefined);
  await lab.settled();
  const open = [...internet.openConnections].filter((conn) => !conn.isDone);
  if (open.length > 0) {
    const names = open.map((conn) => `${conn.client.host} to ${conn.server.host}:${conn.server.port}`).join(', ');
    throw new CommandProblem('connection open', `close these connections first: ${names}`);
  }
}

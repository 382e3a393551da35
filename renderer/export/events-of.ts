// The events that an export is made of. Counterpart: format.ts. Rule: of a run in pages, only the pages in which the wanted
// connections lie; everything is what the shown moment knows.

import type { LabEvent } from '../../contract/events.ts';
import type { Material } from './format.ts';

/** In order, some at a time. */
export async function* eventsOf(material: Material): AsyncGenerator<readonly LabEvent[]> {
  const { history, pages, moment, scope } = material;
  if (!pages) {
    const count = history.last - history.first + 1;
    yield Array.from({ length: count }, (_, at) => history.event(history.first + at)).filter(
      (event) => event !== undefined,
    );
    return;
  }
  const { run } = pages;
  const open = new Set(scope.conns ?? moment.dialogs.byId.keys());
  const begun = [...open].map((conn) => moment.dialogs.byId.get(conn)?.openedAt ?? run.last);
  // One that stays open for ever isn't waited for.
  const last = Math.min(run.pages - 1, run.pageOf(moment.lab.seq) + PAGES_AFTER);
  for (let index = run.pageOf(Math.min(...begun, run.last)); index <= last && open.size > 0; index += 1) {
    const events = await run.page(index);
    yield events;
    for (const { type, conn } of events) if (type === 'conn.closed' && conn !== undefined) open.delete(conn);
  }
}

/** Pages after the shown moment in which a connection's end is looked for. */
const PAGES_AFTER = 2;

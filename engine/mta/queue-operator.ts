// What a postmaster does to a queue by hand: flush, hold, release, delete, requeue. Counterpart: queue.ts, which
// tries by itself; commands/queue.ts and the shell's postsuper and postqueue ask. Rule: a letter that is being
// delivered at this moment is left alone and named; each change is one event.

import type { QueueOperated } from '../../contract/commands.ts';
import type { EventData } from '../../contract/events.ts';
import { DiskError } from '../world.ts';
import type { Item, Queue } from './queue.ts';
import type { Spool } from './spool.ts';

export type QueueOperation = EventData['queue.operated']['operation'];

export interface OperatorParts {
  queue: Queue;
  spool: Spool;
  now_ms: () => number;
  /** Writes the letter anew under another id; undefined when the disk doesn't take it. */
  reinject: (item: Item, octets: Uint8Array) => Promise<string | undefined>;
}

export class QueueOperator {
  readonly #parts: OperatorParts;

  constructor(parts: OperatorParts) {
    this.#parts = parts;
  }

  /** `ids` may be `ALL`, as for postsuper: whatever the operation can be done to. */
  async operate(operation: QueueOperation, ids: readonly string[]): Promise<QueueOperated> {
    const all = ids.includes('ALL');
    const result: QueueOperated = { done: [], refused: [] };
    for (const queueId of all ? this.#parts.queue.ids() : ids) {
      const problem = await this.#one(operation, queueId);
      if (problem === undefined) result.done.push(queueId);
      else if (!all) result.refused.push({ queueId, problem });
    }
    return result;
  }

  async #one(
    operation: QueueOperation,
    queueId: string,
  ): Promise<QueueOperated['refused'][number]['problem'] | undefined> {
    const { queue } = this.#parts;
    const known = queue.item(queueId);
    if (!known) return 'not here';
    if (operation === 'release' && known.place !== 'hold') return 'not on hold';
    if ((operation === 'hold' || operation === 'flush') && known.place === 'hold') return 'on hold';
    const item = queue.pause(queueId);
    if (!item) return 'being delivered';
    try {
      await this.#do(operation, item);
      return undefined;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      // Nothing has changed, so it goes on as it would have.
      if (item.place !== 'hold') queue.resume(item);
      return 'disk fails';
    }
  }

  async #do(operation: QueueOperation, item: Item): Promise<void> {
    const { queue, spool, now_ms, reinject } = this.#parts;
    const { entry, place: from } = item;
    const { queueId } = entry;
    const scope = queue.scopeOf(entry);
    const tell = (data: Omit<EventData['queue.operated'], 'operation' | 'from'>): void => {
      scope.emit('queue.operated', { operation, from, ...data });
    };
    switch (operation) {
      case 'hold':
        await this.#move(item, 'hold');
        tell({ to: 'hold' });
        return;
      case 'flush':
      case 'release':
        if (from === 'hold') await this.#move(item, 'deferred');
        entry.next_ms = now_ms();
        tell({ to: 'active' });
        queue.resume(item);
        return;
      case 'delete':
        tell({});
        await queue.leave(item, 'deleted', scope);
        return;
      case 'requeue': {
        const as = await reinject(item, item.octets ?? (await spool.read(queueId, from)));
        if (as === undefined) {
          queue.resume(item);
          return;
        }
        tell({ as });
        await queue.leave(item, 'requeued', scope);
      }
    }
  }

  async #move(item: Item, to: Item['place']): Promise<void> {
    await this.#parts.spool.move(item.entry.queueId, item.place, to);
    item.place = to;
  }
}

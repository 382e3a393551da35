// Who speaks with whom right now: the conversations of each pair of hosts as one line of the map. Counterpart:
// map-link.tsx draws it. Rule: pure, one pass over the dialogs that the screen keeps; a pair is one line however many
// letters flow.

import type { LabState } from '../../contract/fold/state.ts';
import type { HostName } from '../../contract/ids.ts';
import type { Dialog } from '../store/dialog.ts';
import type { Dialogs } from '../store/dialogs.ts';
import { MAP_LIMITS } from './limits.ts';

/** What a pair is doing; `past`: they have spoken in this run. */
export type LinkPhase = 'past' | 'closed' | 'opening' | 'talking' | 'data';

export interface MapLink {
  client: HostName;
  server: HostName;
  phase: LinkPhase;
  /** Connections that are open. */
  open: number;
  /** What the server last refused with, if its last word was a refusal. */
  refusal: string;
  tls: boolean;
  held: boolean;
}

const RANK: Readonly<Record<LinkPhase, number>> = { past: 0, closed: 1, opening: 2, talking: 3, data: 4 };

export function linksOf({ byId }: Dialogs, held: LabState['held']): MapLink[] {
  const stopped = new Set(held.map((one) => one.conn));
  let now_us = 0;
  for (const dialog of byId.values()) now_us = Math.max(now_us, dialog.closed_us ?? lastWord(dialog));
  const links = new Map<string, MapLink>();
  for (const dialog of byId.values()) {
    const { client, server } = dialog;
    const key = `${client.host} ${server.host}`;
    const known = links.get(key);
    const phase = phaseOf(dialog, now_us);
    const now = {
      client: client.host,
      server: server.host,
      phase,
      open: (known?.open ?? 0) + (dialog.closed_us === undefined ? 1 : 0),
      held: stopped.has(dialog.id) || known?.held === true,
    };
    // The liveliest conversation says how the pair is doing, and of equals the latest.
    if (known && RANK[known.phase] > RANK[phase]) links.set(key, { ...now, ...pick(known) });
    else links.set(key, { ...now, refusal: phase === 'past' ? '' : refusalOf(dialog), tls: dialog.tls });
  }
  return [...links.values()];
}

function pick({ phase, refusal, tls }: MapLink) {
  return { phase, refusal, tls };
}

function lastWord({ items, opened_us }: Dialog): number {
  return items.at(-1)?.at_us ?? opened_us;
}

function phaseOf(dialog: Dialog, now_us: number): LinkPhase {
  const { closed_us, items } = dialog;
  if (closed_us !== undefined) return now_us - closed_us > MAP_LIMITS.fading_us ? 'past' : 'closed';
  const last = items.at(-1);
  if (!last) return 'opening';
  const isData =
    last.kind === 'bulk' ? last.content === 'mailData' : last.kind === 'line' && last.bytes.startsWith('354');
  return isData ? 'data' : 'talking';
}

/** `450`, `NO`: the beginning of the server's last line, where that said no. */
function refusalOf({ items, protocol }: Dialog): string {
  const last = items.findLast((item) => item.kind === 'line' && item.from === 'server' && !isFarewell(item.bytes));
  if (last?.kind !== 'line' || !last.refused) return '';
  const [first = '', second = ''] = last.bytes.trimEnd().split(/[ -]/);
  return protocol === 'imap' ? second : first;
}

/** A client that was refused still says QUIT, and is answered. */
function isFarewell(line: string): boolean {
  return line.startsWith('221');
}

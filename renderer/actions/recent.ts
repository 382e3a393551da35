// The actions used last through the palette. Counterpart: palette.tsx puts them first. Rule: ids of this browser only;
// an id that no action has any more is simply never found.

import { z } from '../../contract/schema.ts';
import { remembered } from '../store/remembered.ts';
import { RECENT_COUNT } from './limits.ts';

const kept = remembered('posthorn.recent', z.array(z.string().max(60)).max(RECENT_COUNT));

export const recentActions = (): readonly string[] => kept.recall() ?? [];

export function noteUse(id: string): void {
  kept.remember([id, ...recentActions().filter((one) => one !== id)].slice(0, RECENT_COUNT));
}

// A letter's way slowed down: the order and the proportion of the real times, slow enough to see. Counterpart: legs.ts
// has the real times, use-film.ts lets it run. Rule: pure; legs that come later lengthen it and change little of what
// has been shown.

import type { Leg } from './legs.ts';
import { PACE } from './limits.ts';

/** Standing at the host where `leg` begins, or moving along it. */
export interface Scene {
  kind: 'stand' | 'move';
  leg: number;
  from_ms: number;
  till_ms: number;
}

export interface Film {
  scenes: Scene[];
  length_ms: number;
}

export function filmOf(legs: readonly Leg[]): Film {
  const total_ms = legs.reduce((sum, leg) => sum + leg.real_ms, 0);
  const mean_ms = Math.max(total_ms / Math.max(1, legs.length), 1);
  const scenes: Scene[] = [];
  let at_ms = 0;
  const add = (kind: Scene['kind'], leg: number, length_ms: number) => {
    scenes.push({ kind, leg, from_ms: at_ms, till_ms: at_ms + length_ms });
    at_ms += length_ms;
  };
  for (const [index, leg] of legs.entries()) {
    add('stand', index, leg.questions.length > 0 ? PACE.ask_ms : PACE.stop_ms);
    const share_ms = (leg.real_ms / mean_ms) * PACE.leg_ms;
    add('move', index, Math.min(PACE.longestLeg_ms, Math.max(PACE.shortestLeg_ms, share_ms)));
  }
  // As long as nobody knows how it ends, the letter stays half-way, and goes on from there.
  const last = scenes.at(-1);
  const isOpen = legs.at(-1)?.outcome === 'open';
  return { scenes, length_ms: isOpen && last ? (last.from_ms + last.till_ms) / 2 : at_ms };
}

/** The scene at `at_ms`; the last one when the film is over. */
export function sceneAt({ scenes }: Film, at_ms: number): Scene | undefined {
  return scenes.find((scene) => at_ms < scene.till_ms) ?? scenes.at(-1);
}

/** Whether nothing moves any more at `at_ms`. */
export function isOver({ length_ms }: Film, at_ms: number): boolean {
  return at_ms >= length_ms;
}

/** Legs that are behind the letter at `at_ms`. */
export function legsDone({ scenes }: Film, at_ms: number): number {
  return scenes.filter((scene) => scene.kind === 'move' && at_ms >= scene.till_ms).length;
}

/** How far along its leg the letter is (0 to 1); a refused one comes back. */
export function partOf(scene: Scene, outcome: Leg['outcome'], at_ms: number): number {
  if (scene.kind === 'stand') return 0;
  const part = Math.min(1, Math.max(0, (at_ms - scene.from_ms) / (scene.till_ms - scene.from_ms)));
  if (outcome !== 'refused') return easeInOut(part);
  return easeInOut(part < 0.5 ? part * 2 : 2 - part * 2) * KNOCK;
}

/** A refused letter gets to the door and no further. */
const KNOCK = 0.78;

function easeInOut(part: number): number {
  return part < 0.5 ? 2 * part ** 2 : 1 - (2 - 2 * part) ** 2 / 2;
}

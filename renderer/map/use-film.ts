// Lets a letter's film run: every frame tells where the letter is, and React hears of a new scene only. Counterpart:
// film.ts. Rule: what was read back stands at its end; legs that come while one watches are shown as they come; who
// asked for less motion sees the end at once.

import { useEffect, useMemo, useRef, useState } from 'react';

import { isMotionReduced } from '../settings/page-look.ts';
import { type Film, filmOf, isOver, legsDone, partOf, type Scene, sceneAt } from './film.ts';
import type { Leg } from './legs.ts';

export interface Frame {
  scene: Scene | undefined;
  /** How far along the scene's leg. */
  part: number;
}

export interface Screening {
  /** The scene now; undefined when all is shown. */
  scene: Scene | undefined;
  /** Legs that are behind the letter. */
  done: number;
}

interface Props {
  legs: readonly Leg[];
  /** Something that has just begun: it is shown from its beginning. */
  isArriving: boolean;
  /** Nothing moves. */
  isStill: boolean;
  /** Called every frame while the letter moves, and once when it stands. */
  onFrame: (frame: Frame) => void;
}

export function useFilm({ legs, isArriving, isStill, onFrame }: Props): Screening {
  const film = useMemo(() => filmOf(legs), [legs]);
  const played_ms = useRef(isArriving && !isStill && !wantsStillness() ? 0 : film.length_ms);
  const [shown, setShown] = useState(() => describe(film, played_ms.current));

  useEffect(() => {
    // A moment that is shorter than what was shown: time was turned back.
    played_ms.current = isStill || wantsStillness() ? film.length_ms : Math.min(played_ms.current, film.length_ms);
    let before_ms: number | undefined;
    let frame = 0;
    const show = () => {
      const scene = sceneAt(film, played_ms.current);
      const leg = scene && legs[scene.leg];
      onFrame({ scene, part: scene && leg ? partOf(scene, leg.outcome, played_ms.current) : 0 });
      setShown((last) => {
        const next = describe(film, played_ms.current);
        return last.scene === next.scene && last.done === next.done ? last : next;
      });
    };
    const step = (now_ms: number) => {
      // A page that wasn't looked at goes on where it was.
      const passed_ms = Math.min(now_ms - (before_ms ?? now_ms), LONGEST_STEP_MS);
      before_ms = now_ms;
      played_ms.current = Math.min(film.length_ms, played_ms.current + passed_ms);
      show();
      if (!isOver(film, played_ms.current)) frame = requestAnimationFrame(step);
    };
    show();
    if (!isOver(film, played_ms.current)) frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [film, legs, isStill, onFrame]);

  // Where nothing moves, other legs are shown with the first drawing of them.
  return isStill ? describe(film, film.length_ms) : shown;
}

/** A machine that draws slowly still shows the letter arriving in time; only a page that was out of sight stands still. */
const LONGEST_STEP_MS = 1000;

function describe(film: Film, at_ms: number): Screening {
  return { scene: isOver(film, at_ms) ? undefined : sceneAt(film, at_ms), done: legsDone(film, at_ms) };
}

function wantsStillness(): boolean {
  return isMotionReduced(document);
}

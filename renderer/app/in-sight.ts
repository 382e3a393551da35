// How many things of a list a person can see without scrolling. Counterpart: lists of letters and of lines draw no others
// while one drags through the past (store/leaps.ts). Rule: it looks when the hand rests, so that a leap waits for
// nothing; a panel that has just come is taken for a small one.

import { type RefObject, useEffect, useState } from 'react';

import { SCREEN_LIMITS } from '../store/limits.ts';
import { useBench } from './use-bench.ts';

/** Parts of a box that are told apart: a twentieth of a tall one is a row. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/** `box` begins with the first of them; `least_rem`: the height of the lowest. */
export function useInSight(box: RefObject<HTMLElement | null>, least_rem: number): number {
  const [count, setCount] = useState<number>(SCREEN_LIMITS.inSightAtFirst);
  const isLeaping = useBench((state) => state.isLeaping);
  useEffect(() => {
    const element = box.current;
    if (!element || isLeaping) return undefined;
    const sight = new IntersectionObserver(([entry]) => entry && setCount(countOf(entry, least_rem)), {
      threshold: STEPS,
    });
    // Its own size and its own scrolling are no news to the observer of its place.
    const look = () => {
      sight.disconnect();
      sight.observe(element);
    };
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sight.disconnect();
      size.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, least_rem, isLeaping]);
  return isLeaping ? count : Infinity;
}

function countOf(
  { target, boundingClientRect: box, intersectionRect: seen }: IntersectionObserverEntry,
  least_rem: number,
) {
  const rem_px = Number.parseFloat(getComputedStyle(target.ownerDocument.documentElement).fontSize);
  return inSight(
    { hidden_px: target.scrollTop + Math.max(0, seen.top - box.top), seen_px: seen.height },
    least_rem * rem_px,
  );
}

/** `hidden_px`: so much of the beginning was scrolled away; `seen_px`: so much of the rest is seen; `least_px`: of the lowest. */
export function inSight({ hidden_px, seen_px }: { hidden_px: number; seen_px: number }, least_px: number): number {
  if (seen_px === 0) return 0;
  if (hidden_px > 0) return Infinity;
  // One more: what is between two steps.
  return Math.ceil(seen_px / least_px) + 1;
}

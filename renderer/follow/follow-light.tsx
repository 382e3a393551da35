// What the presenter's spotlight is on, lit up here too, and what they scrolled to, brought into view. Counterpart:
// lecture/spotlight.tsx, lecture/by-hand.ts. Rule: it goes where the presenter goes, once each time; one may look elsewhere after.

import { useEffect, useState } from 'react';

import type { Stage, StageThing } from '../../contract/lecture/stage.ts';
import { elementOf } from '../lecture/stage-thing.ts';

export function FollowLight({ stage: { spot, top } }: { stage: Stage }) {
  useInView(top, 'start');
  useInView(spot, 'nearest');
  const box = useBox(spot);
  if (!box) return null;
  const { left, top: y, width, height } = box;
  return <div className="follow__light" style={{ left, top: y, width, height }} aria-hidden="true" />;
}

/** Each stage is a fresh object: what is the same is told by its words. */
function useInView(thing: StageThing | undefined, block: ScrollLogicalPosition): void {
  const words = JSON.stringify(thing);
  useEffect(() => {
    if (words !== undefined) elementOf(JSON.parse(words) as StageThing)?.scrollIntoView({ block });
  }, [words, block]);
}

/** Where it is on this screen, wherever that is scrolled. */
function useBox(thing: StageThing | undefined): DOMRect | undefined {
  const words = JSON.stringify(thing);
  const [box, setBox] = useState<DOMRect>();
  useEffect(() => {
    if (words === undefined) return setBox(undefined);
    const measure = () => setBox(elementOf(JSON.parse(words) as StageThing)?.getBoundingClientRect());
    measure();
    const watching = new AbortController();
    const options = { capture: true, passive: true, signal: watching.signal };
    document.addEventListener('scroll', measure, options);
    window.addEventListener('resize', measure, options);
    return () => watching.abort();
  }, [words]);
  return box;
}

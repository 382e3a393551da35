// Everything dark but a circle around the pointer. Counterpart: stage.css draws it; followers light up what it is on, since on their
// screens that is elsewhere. Rule: it lies over everything and is never in the way of a press.

import { useEffect, useRef } from 'react';

import type { StageThing } from '../../contract/lecture/stage.ts';
import { STAGE_LIMITS } from './limits.ts';
import { thingAt } from './stage-thing.ts';

export function Spotlight({ onThing }: { onThing: (thing: StageThing | undefined) => void }) {
  const light = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = ({ clientX, clientY, target }: PointerEvent) => {
      light.current?.style.setProperty('--x', `${clientX}px`);
      light.current?.style.setProperty('--y', `${clientY}px`);
      clearTimeout(timer);
      timer = setTimeout(
        () => onThing(target instanceof Element ? thingAt(target) : undefined),
        STAGE_LIMITS.pointing_ms,
      );
    };
    document.addEventListener('pointermove', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', follow);
    };
  }, [onThing]);
  return <div ref={light} className="spotlight" aria-hidden="true" />;
}

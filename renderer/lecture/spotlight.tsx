// Everything dark but a circle around the pointer. Counterpart: stage.css draws it. Rule: it lies over everything and is never
// in the way of a press.

import { useEffect, useRef } from 'react';

export function Spotlight() {
  const light = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      light.current?.style.setProperty('--x', `${clientX}px`);
      light.current?.style.setProperty('--y', `${clientY}px`);
    };
    document.addEventListener('pointermove', follow);
    return () => document.removeEventListener('pointermove', follow);
  }, []);
  return <div ref={light} className="spotlight" aria-hidden="true" />;
}

// A line, a field or a host that a lesson may ask to be pointed at. Counterpart: the `chosen` matcher.
// Rule: outside a lesson it is plain text; in one it is a button, by mouse and keyboard alike.

import type { ReactNode } from 'react';

import type { Token } from '../../lessons/book/sighting.ts';
import { useLessonDesk, useLessons } from './use-lesson.ts';
import './choosable.css';

export function Choosable({ token, children }: { token: Token | undefined; children: ReactNode }) {
  const desk = useLessonDesk();
  const isAsked = useLessons((state) => state.running !== undefined);
  if (!isAsked || !token) return children;
  return (
    <button type="button" className="choosable" onClick={() => desk.act({ kind: 'choose', token })}>
      {children}
    </button>
  );
}

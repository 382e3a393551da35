// One sentence over the bench that stays until it is put away, and the one thing to do about it. Counterpart: fork-note.tsx,
// compare-note.tsx. Rule: what it tells of is over; what goes on has a notice of its own.

import type { ReactNode } from 'react';

import { Close } from '../theme/icons.tsx';
import './bench-note.css';

interface Props {
  children: ReactNode;
  act: { name: string; help?: string; run: () => void };
  close: { name: string; run: () => void };
}

export function BenchNote({ children, act, close }: Props) {
  return (
    <div className="bench-note" role="status">
      <p>{children}</p>
      <button type="button" className="bench-note__act" title={act.help} onClick={act.run}>
        {act.name}
      </button>
      <button
        type="button"
        className="icon-button bench-note__close"
        aria-label={close.name}
        title={close.name}
        onClick={close.run}
      >
        <Close />
      </button>
    </div>
  );
}

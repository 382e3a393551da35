// What the presenter reads: now, what the next press does, what comes after, and the time. Counterpart: notes.ts words it. Rule:
// the same in a window of its own and on a single screen.

import { useEffect, useState } from 'react';

import type { Notes } from '../../contract/lecture/commands.ts';
import { t } from '../text/t.ts';

export function NotesCard({ notes }: { notes: Notes }) {
  return (
    <div className="notes">
      <p className="notes__text">{notes.text}</p>
      <dl className="notes__next">
        <dt>{t('lecture.nextPress')}</dt>
        <dd className="notes__press">{notes.next}</dd>
        {notes.after !== '' && (
          <>
            <dt>{t('lecture.afterwards')}</dt>
            <dd>{notes.after}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** Minutes so far, and when more than planned, by how much. */
export function Timer({ began_ms, minutes }: Pick<Notes, 'began_ms' | 'minutes'>) {
  const [now_ms, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const passed_s = Math.max(0, Math.floor((now_ms - began_ms) / 1000));
  const isOver = passed_s > minutes * 60;
  const time = `${Math.floor(passed_s / 60)}:${String(passed_s % 60).padStart(2, '0')}`;
  return (
    <span className={isOver ? 'timer timer--over' : 'timer'}>
      <span className="mono">{time}</span> {t(isOver ? 'lecture.timeOver' : 'lecture.timeOf', { minutes })}
    </span>
  );
}

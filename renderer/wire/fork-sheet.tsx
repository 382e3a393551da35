// Back to a line that somebody typed, and another one in its place. Counterpart: `lab.fork`; fork-note.tsx tells what came
// of it. Rule: what will be lost is said before, in numbers.

import { type FormEvent, useMemo, useState } from 'react';

import { useBench, useFrame } from '../app/use-bench.ts';
import { Sheet } from '../app/sheet.tsx';
import { t } from '../text/t.ts';
import { editable, edited } from './edited-bytes.ts';
import './fork-sheet.css';
import { lostAfter, type TypedLine, typedLines } from './typed-lines.ts';
import { useAttempt, useWireDesk } from './use-wire.ts';

/** As many as one can choose among at a glance; an earlier one is found by going back in time first. */
const OFFERED = 12;

export function ForkSheet({ onClose }: { onClose: () => void }) {
  const history = useBench((state) => state.history);
  const cursor = useBench((state) => state.cursor);
  const from = useFrame((state) => state.forkAt);
  const [lines] = useState(() => typedLines(history, from ?? cursor ?? history.last, OFFERED));
  const [first] = lines;
  return (
    <Sheet title={t('fork.title')} onClose={onClose}>
      {first ? (
        <ForkForm lines={lines} first={first} onClose={onClose} />
      ) : (
        <p className="soft">{t(cursor === undefined ? 'fork.none' : 'fork.noneHere')}</p>
      )}
    </Sheet>
  );
}

function ForkForm({ lines, first, onClose }: { lines: readonly TypedLine[]; first: TypedLine; onClose: () => void }) {
  const desk = useWireDesk();
  const attempt = useAttempt();
  const history = useBench((state) => state.history);
  const [line, setLine] = useState(first);
  const [text, setText] = useState(() => instead(first));
  const lost = useMemo(() => lostAfter(history, line.seq), [history, line]);
  const choose = (seq: number) => {
    const chosen = lines.find((one) => one.seq === seq) ?? first;
    setLine(chosen);
    setText(instead(chosen));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const said = line.at === 'door' ? edited(line.typed, text) : text;
    attempt(() => desk.fork(line, said));
  };
  return (
    <form className="fork" onSubmit={submit}>
      <p className="soft">{t('fork.help')}</p>
      <div className="field">
        <label htmlFor="fork-line">{t('fork.line')}</label>
        <select id="fork-line" value={line.seq} onChange={({ target }) => choose(Number(target.value))}>
          {lines.map(({ seq, shown }) => (
            <option key={seq} value={seq}>
              {shown || t('fork.empty')}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="fork-instead">{t('fork.instead')}</label>
        <input
          id="fork-instead"
          className="mono"
          autoComplete="off"
          spellCheck={false}
          disabled={line.isSecret}
          aria-describedby={line.isSecret ? 'fork-secret' : undefined}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {line.isSecret && (
          <p id="fork-secret" className="soft">
            {t('fork.secret')}
          </p>
        )}
      </div>
      <p>
        {t('fork.lost.lines', { count: lost.lines })}{' '}
        {lost.letters > 0 && t('fork.lost.letters', { count: lost.letters })}{' '}
        <span className="soft">{t('fork.keep')}</span>
      </p>
      <div className="sheet__answers">
        <button type="button" className="plain-button" onClick={onClose}>
          {t('asking.no')}
        </button>
        <button type="submit" className="plain-button fork__go" disabled={line.isSecret}>
          {t('fork.go')}
        </button>
      </div>
    </form>
  );
}

/** What to begin with: the line as it was, but never a password. */
function instead({ typed, isSecret }: TypedLine): string {
  return isSecret ? '' : editable(typed);
}

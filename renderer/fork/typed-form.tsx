// A line that somebody typed, said differently: beside the run, or in its place, where one goes on from there. Counterpart:
// typed-lines.ts finds them; `lab.fork` takes the place. Rule: what will be lost is said before, in numbers.

import { useMemo, useState } from 'react';

import { useBench, useFrame } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { editable, edited } from '../wire/edited-bytes.ts';
import { useAttempt, useWireDesk } from '../wire/use-wire.ts';
import { BesideForm } from './beside.tsx';
import type { ForkFormProps } from './fork-sheet.tsx';
import { InsteadField } from './instead-field.tsx';
import { lostAfter, type TypedLine, typedLines } from './typed-lines.ts';

/** As many as one can choose among at a glance; an earlier one is found by going back in time first. */
const OFFERED = 12;

export function TypedForm({ onClose }: ForkFormProps) {
  const history = useBench((state) => state.history);
  const cursor = useBench((state) => state.cursor);
  const from = useFrame((state) => state.fork.at);
  const [lines] = useState(() => typedLines(history, from ?? cursor ?? history.last, OFFERED));
  const [first] = lines;
  if (!first) return <p className="soft">{t(cursor === undefined ? 'fork.none' : 'fork.noneHere')}</p>;
  return <Form lines={lines} first={first} onClose={onClose} />;
}

function Form({ lines, first, onClose }: { lines: readonly TypedLine[]; first: TypedLine; onClose: () => void }) {
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
  const said = line.at === 'door' ? edited(line.typed, text) : text;
  const isOther = !line.isSecret && said !== line.typed;
  const fork = () => {
    onClose();
    attempt(() => desk.fork(line, said));
  };
  return (
    <BesideForm
      onClose={onClose}
      draft={
        isOther
          ? {
              change: { kind: 'said', input: line.seq, instead: said },
              said: t('fork.said.typed', { is: text, was: line.shown }),
            }
          : undefined
      }
      also={
        <p>
          <button type="button" className="plain-button" disabled={line.isSecret} onClick={fork}>
            {t('fork.go')}
          </button>{' '}
          {t('fork.lost.lines', { count: lost.lines })}{' '}
          {lost.letters > 0 && t('fork.lost.letters', { count: lost.letters })}{' '}
          <span className="soft">{t('fork.keep')}</span>
        </p>
      }
    >
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
      <InsteadField text={text} onText={setText} isSecret={line.isSecret} />
    </BesideForm>
  );
}

/** What to begin with: the line as it was, but never a password. */
function instead({ typed, isSecret }: TypedLine): string {
  return isSecret ? '' : editable(typed);
}

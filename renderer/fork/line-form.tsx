// Any line on the wire, and another in its place: as if it had been held and edited. Counterpart: said-lines.ts. Rule: no
// line with a password is offered.

import { useState } from 'react';

import { useBench, useFrame } from '../app/use-bench.ts';
import { COMPARE_LIMITS } from '../compare/limits.ts';
import { hostView } from '../store/hosts.ts';
import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { editable, edited } from '../wire/edited-bytes.ts';
import { BesideForm } from './beside.tsx';
import type { ForkFormProps } from './fork-sheet.tsx';
import { InsteadField } from './instead-field.tsx';
import { changeOf, saidLines } from './said-lines.ts';

export function LineForm({ onClose }: ForkFormProps) {
  const history = useBench((state) => state.history);
  const cursor = useBench((state) => state.cursor);
  const topology = useBench((state) => state.live.lab.topology);
  const from = useFrame((state) => state.fork.at);
  const [lines] = useState(() => saidLines(history, from ?? cursor ?? history.last, COMPARE_LIMITS.offered));
  const [chosen, setChosen] = useState(lines[0]?.seq);
  const line = lines.find(({ seq }) => seq === chosen);
  const [text, setText] = useState(() => (line ? editable(line.bytes) : ''));
  if (!line) return <p className="soft">{t('fork.noLines')}</p>;
  const short = (host: string) => hostView(topology, host).short;
  const instead = edited(line.bytes, text);
  const said = t('fork.said.line', { speaker: short(line.speaker), is: text, was: showLine(line.bytes) });
  return (
    <BesideForm
      onClose={onClose}
      draft={instead === line.bytes ? undefined : { change: changeOf(history, line, instead), said }}
    >
      <div className="field">
        <label htmlFor="fork-any">{t('fork.anyLine')}</label>
        <select
          id="fork-any"
          value={line.seq}
          onChange={({ target }) => {
            const next = lines.find(({ seq }) => seq === Number(target.value)) ?? line;
            setChosen(next.seq);
            setText(editable(next.bytes));
          }}
        >
          {lines.map(({ seq, speaker, hearer, bytes }) => (
            <option key={seq} value={seq}>
              {t('fork.lineOf', { speaker: short(speaker), hearer: short(hearer), line: showLine(bytes) })}
            </option>
          ))}
        </select>
      </div>
      <InsteadField text={text} onText={setText} />
    </BesideForm>
  );
}

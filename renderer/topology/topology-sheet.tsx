// A lab as data, to be changed: hosts, zones, people, doors, as JSON that is judged while one types; made into a new lab, or
// saved as a file. Counterpart: desk.ts keeps what is typed, judge.ts judges, `labs.import` makes the lab. Rule: nothing typed
// is lost by closing the sheet; a problem leads to its place in the text.

import { type SubmitEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import { CommandFailed } from '../source/source.ts';
import { download } from '../session/download.ts';
import { t } from '../text/t.ts';
import { topologyDesk, type TopologyDraft, useDraft } from './desk.ts';
import { judge, offsetOf } from './judge.ts';
import { ProblemList } from './problem-list.tsx';
import { SourceText } from './source-text.tsx';
import './topology.css';
import '../labs/labs-sheet.css';

export function TopologySheet({ onClose }: { onClose: () => void }) {
  const draft = useDraft();
  return (
    <Sheet title={t('topology.title')} kind="wide" onClose={onClose}>
      {draft ? <Editor draft={draft} onClose={onClose} /> : <p className="labs__help">{t('topology.none')}</p>}
    </Sheet>
  );
}

function Editor({ draft, onClose }: { draft: TopologyDraft; onClose: () => void }) {
  const { source } = useBenchParts();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { name, text, original } = draft;
  // Judging a large lab takes longer than a key press may.
  const judged = useDeferredValue(text);
  const judgement = useMemo(() => judge(judged), [judged]);
  const isSound = 'topology' in judgement && judged === text;

  const goTo = (offset: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset);
  };
  const create = async () => {
    if (!('topology' in judgement)) return;
    setBusy(true);
    try {
      const { id: fresh } = await source.dispatch('labs.import', { name, topology: judgement.topology });
      await source.dispatch('labs.open', { id: fresh });
      topologyDesk.clear();
      onClose();
    } catch (error) {
      const isBad = error instanceof CommandFailed && error.problem.startsWith('bad ');
      setFailure(isBad ? t('topology.refused', { detail: error.detail }) : describeFailure(error));
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isSound && !isBusy) void create();
  };
  const fileName = 'topology' in judgement ? judgement.topology.name : 'lab';
  return (
    <form className="topology" onSubmit={submit}>
      <p className="labs__help">{t('topology.help')}</p>
      <SourceText
        area={area}
        text={text}
        problems={'problems' in judgement ? judgement.problems : []}
        describedBy={`${id}problems`}
        onChange={(typed) => topologyDesk.change({ text: typed })}
      />
      <div id={`${id}problems`} role="status" className="topology__problems">
        <ProblemList
          judgement={judgement}
          onGoTo={(place) => goTo(offsetOf(text, place))}
          summary={'topology' in judgement ? judgement.topology : undefined}
        />
      </div>
      {failure !== '' && (
        <p className="labs__failure" role="alert">
          {failure}
        </p>
      )}
      <div className="topology__end">
        <div className="field">
          <label htmlFor={`${id}name`}>{t('topology.name')}</label>
          <input
            id={`${id}name`}
            value={name}
            maxLength={60}
            required
            onChange={(event) => topologyDesk.change({ name: event.target.value })}
          />
        </div>
        <button type="submit" className="plain-button" disabled={!isSound || isBusy || name.trim() === ''}>
          {t('topology.create')}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => download(new Blob([text], { type: 'application/json' }), `${fileName}.lab.json`)}
        >
          {t('topology.save')}
        </button>
        <button
          type="button"
          className="labs__link"
          disabled={text === original}
          onClick={() => topologyDesk.change({ text: original })}
        >
          {t('topology.again')}
        </button>
      </div>
    </form>
  );
}

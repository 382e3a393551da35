// What a step needs beside the bench: a letter to write, an inbox to look into. Counterpart: contract/lesson.ts panels.
// Rule: they are here because the step names them; the forms are those of their own places.

import { useId, useState } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { goToPlace } from '../actions/go.ts';
import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { PanelName } from '../../contract/lesson.ts';
import { describeFailure } from '../inbox/failure.ts';
import { type Letter, sendLetter } from '../inbox/send-letter.ts';
import { WriteForm } from '../inbox/write-form.tsx';
import { firstLetter } from '../store/hosts.ts';
import { t } from '../text/t.ts';

export function StepTools({ panels }: { panels: readonly PanelName[] }) {
  return (
    <>
      {panels.includes('compose') && <StepLetter />}
      {panels.includes('inbox') && (
        <ActionButton action={goToPlace('inbox')} className="link-button">
          {t('lesson.inbox')}
        </ActionButton>
      )}
    </>
  );
}

function StepLetter() {
  const bench = useBenchParts();
  const first = firstLetter(useBench((state) => state.live.lab.topology));
  const field = useId();
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  if (!first) return null;
  const send = async (letter: Letter) => {
    if (isSending) return;
    setSending(true);
    setProblem('');
    try {
      setProblem((await sendLetter(bench, letter)) ?? '');
    } catch (error) {
      setProblem(describeFailure(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <details className="step-letter" aria-busy={isSending}>
      <summary>{t('lesson.write')}</summary>
      <WriteForm
        field={field}
        first={{ ...first, to: '', subject: '', text: '' }}
        onSend={(letter) => void send(letter)}
      />
      {problem !== '' && (
        <p className="compose__problem" role="alert">
          {problem}
        </p>
      )}
    </details>
  );
}

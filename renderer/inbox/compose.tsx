// The one big thing to do, and the small form for a letter of one's own. Counterpart: send-letter.ts. Rule: the button is
// the first thing with focus; an error says what to do; nothing is sent twice by a double click.

import { useEffect, useRef, useState } from 'react';

import { useBench, useBenchParts, useFrame } from '../app/use-bench.ts';
import { firstLetter, nameOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import './compose.css';
import { describeFailure } from './failure.ts';
import { type Letter, sendLetter, sendSuggested } from './send-letter.ts';
import { WriteForm } from './write-form.tsx';

export function Compose() {
  const bench = useBenchParts();
  const topology = useBench((state) => state.live.lab.topology);
  const isWriting = useFrame((state) => state.isWriting);
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Nobody has the keyboard: a page that has just come.
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  const isSession = useBench((state) => state.link.name === 'session');
  const first = firstLetter(topology);
  if (isSession) return <p className="compose compose__still">{t('send.session')}</p>;

  /** Undefined: the suggested letter. */
  const send = async (written?: Letter) => {
    if (isSending) return;
    setSending(true);
    setProblem('');
    try {
      setProblem((await (written ? sendLetter(bench, written) : sendSuggested(bench))) ?? '');
    } catch (error) {
      setProblem(describeFailure(error));
    } finally {
      setSending(false);
    }
  };

  return (
    <section className="compose" aria-busy={isSending}>
      <button ref={button} type="button" className="compose__send" onClick={() => void send()}>
        {t('send.button')}
      </button>
      {first && <p className="compose__who">{t('send.who', { from: nameOf(first.from), to: nameOf(first.to) })}</p>}
      {problem !== '' && (
        <p className="compose__problem" role="alert">
          {problem}
        </p>
      )}
      {first && (
        <details
          className="compose__own"
          open={isWriting}
          onToggle={(event) => bench.frame.setState({ isWriting: event.currentTarget.open })}
        >
          <summary>{t('write.title')}</summary>
          <WriteForm first={{ ...first, subject: '', text: '' }} onSend={(letter) => void send(letter)} />
        </details>
      )}
    </section>
  );
}

// The one big thing to do, and the small form for a letter of one's own. Counterpart: `mail.send` of the contract.
// Rule: the button is the first thing with focus; an error says what to do; nothing is sent twice by a double click.

import { useEffect, useRef, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { CommandInput } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import { knownTopology } from '../store/bench-store.ts';
import { firstLetter, nameOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import './compose.css';
import { describeFailure } from './failure.ts';
import { WriteForm } from './write-form.tsx';

type Letter = CommandInput<'mail.send'>;

export function Compose() {
  const { store, source } = useBenchParts();
  const topology = useBench((state) => state.live.lab.topology);
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const first = firstLetter(topology);

  /** Undefined: the suggested letter, as soon as the lab has told who is here; the button may be quicker. */
  const send = async (written?: Letter) => {
    if (isSending) return;
    setSending(true);
    setProblem('');
    store.setState({ chosen: undefined });
    try {
      const letter = written ?? suggestedLetter(await knownTopology(store));
      const { reply, conn } = await source.dispatch('mail.send', letter);
      // Whoever sends a letter wants to go on seeing this one, and not the notice that may come back for it.
      if (conn !== '') store.setState({ chosen: conn });
      if (!reply.startsWith('2')) setProblem(t('send.refused', { reply }));
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
        <details className="compose__own">
          <summary>{t('write.title')}</summary>
          <WriteForm first={first} onSend={(letter) => void send(letter)} />
        </details>
      )}
    </section>
  );
}

function suggestedLetter(topology: Topology): Letter {
  const { from, to } = firstLetter(topology) ?? { from: '', to: '' };
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    from,
    to: [to],
    subject: t('send.subject', { domain }),
    text: t('send.text', { from: nameOf(from), to: nameOf(to) }),
  };
}

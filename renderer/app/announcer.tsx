// Says in words what a glance at the screen tells: a letter arrived, waits or failed. Counterpart: store/letter.ts
// statusOf. Rule: only what happens while the page watches; one sentence per change.

import { useEffect, useRef, useState } from 'react';

import { shortName } from '../store/hosts.ts';
import type { LetterStatus } from '../store/letter.ts';
import { t } from '../text/t.ts';
import { showList } from '../text/times.ts';
import { useBench, useJourneys } from './use-bench.ts';

export function Announcer() {
  const { journeys } = useJourneys();
  const since_ms = useBench((state) => state.clock?.lab_ms);
  const isPast = useBench((state) => state.cursor !== undefined);
  const said = useRef(new Map<string, LetterStatus['name']>());
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    if (isPast) return;
    for (const { id, letter, begun } of journeys) {
      const status = letter?.status;
      if (!status || said.current.get(id) === status.name) continue;
      said.current.set(id, status.name);
      if (since_ms === undefined || begun === undefined || begun.at_ms < since_ms) continue;
      const words = sentenceFor(letter.subject, status);
      if (words !== undefined) setSentence(words);
    }
  }, [journeys, since_ms, isPast]);
  return (
    <p className="sr" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}

function sentenceFor(subject: string, status: LetterStatus): string | undefined {
  switch (status.name) {
    case 'delivered':
      return t('say.delivered', { subject, mailboxes: showList(status.mailboxes) });
    case 'partly':
      return t('say.partly', { subject, mailboxes: showList(status.mailboxes) });
    case 'waiting':
      return t('say.waiting', { subject, host: shortName(status.host) });
    case 'bounced':
    case 'ended':
      return t('say.ended', { subject });
    case 'travelling':
      return undefined;
  }
}

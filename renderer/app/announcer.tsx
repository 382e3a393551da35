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
  const clock_ms = useBench((state) => state.clock?.lab_ms);
  /** When the page began to watch; a jump of the clock makes nothing old, and a new run may begin earlier. */
  const watching = useRef(Infinity);
  const isPast = useBench((state) => state.cursor !== undefined);
  const said = useRef(new Map<string, LetterStatus['name']>());
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    if (clock_ms !== undefined) watching.current = Math.min(watching.current, clock_ms);
    if (isPast) return;
    for (const { id, letter, begun } of journeys) {
      const status = letter?.status;
      if (!status || said.current.get(id) === status.name) continue;
      said.current.set(id, status.name);
      if (begun === undefined || begun.at_ms < watching.current) continue;
      const words = sentenceFor(letter.subject, status);
      if (words !== undefined) setSentence(words);
    }
  }, [journeys, clock_ms, isPast]);
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

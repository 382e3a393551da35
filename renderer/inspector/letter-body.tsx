// The letter's text as Bob's mail program would show it. Counterpart: use-letter-text.ts fetches it.
// Rule: text only; what else is in it can be seen octet by octet.

import { useState } from 'react';

import { LetterParts } from '../mime/letter-parts.tsx';
import type { Journey } from '../store/journeys.ts';
import type { Copy } from '../store/letter.ts';
import { t } from '../text/t.ts';
import { useLetterText } from './use-letter-text.ts';

export function LetterBody({ journey, copy }: { journey: Journey; copy: Copy | undefined }) {
  const body = useLetterText(journey, copy);
  return (
    <section aria-labelledby="body-title">
      <h3 id="body-title" className="headers__title">
        {t('body.title')}
      </h3>
      {body.kind === 'text' && body.text !== '' ? (
        <pre className="letter__text">{body.text}</pre>
      ) : (
        <p className="letter__empty">{noteFor(body)}</p>
      )}
      {'octets' in body && <Apart key={body.octets} octets={body.octets} />}
    </section>
  );
}

function Apart({ octets }: { octets: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="letter__apart" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('letter.apart')}</summary>
      {isOpen && <LetterParts octets={octets} />}
    </details>
  );
}

function noteFor(body: ReturnType<typeof useLetterText>): string {
  switch (body.kind) {
    case 'loading':
      return t('body.loading');
    case 'gone':
      return t('body.gone');
    case 'other':
      return t('body.notText', { type: body.type });
    case 'text':
      return t('body.empty');
  }
}

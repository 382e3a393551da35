// The octets that will go out, before they do. Counterpart: `mail.compose` of the contract. Rule: the same program writes
// them that will write the letter; Date and Message-ID are set anew when it goes.

import { useEffect, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showLines } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { describeFailure } from './failure.ts';
import type { Letter } from './send-letter.ts';

export function LetterPreview({ letter }: { letter: Letter }) {
  const { source } = useBenchParts();
  const [octets, setOctets] = useState('');
  const [failure, setFailure] = useState('');
  const asked = JSON.stringify(letter);
  useEffect(() => {
    let isWanted = true;
    source.dispatch('mail.compose', JSON.parse(asked) as Letter).then(
      ({ bytes }) => {
        if (!isWanted) return;
        setOctets(bytes);
        setFailure('');
      },
      (error: unknown) => isWanted && setFailure(describeFailure(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [source, asked]);
  const { envelope } = letter;
  const recipients = envelope?.to ?? [...(letter.to ?? []), ...(letter.cc ?? []), ...(letter.bcc ?? [])];
  return (
    <section className="preview" aria-label={t('preview.title')}>
      <p className="write__help">{t('preview.help')}</p>
      <pre className="preview__envelope">
        {[`MAIL FROM:<${envelope?.from ?? letter.from}>`, ...recipients.map((one) => `RCPT TO:<${one}>`)].join('\n')}
      </pre>
      {failure === '' ? (
        <pre className="preview__letter" tabIndex={0}>
          {showLines(octets.slice(0, SCREEN_LIMITS.shownOctets))}
        </pre>
      ) : (
        <p className="compose__problem" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

// The letter: envelope beside letter, its header in the colours of its writers, its text. Counterpart: store/letter.ts.
// Rule: what the envelope says and what the letter says stand apart, because servers read only the first and people
// only the second.

import { Fragment, useState } from 'react';

import { fieldText, copiesOf } from '../store/letter.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { HeadersByHop } from './headers-by-hop.tsx';
import { LetterBody } from './letter-body.tsx';
import './letter-view.css';

export function LetterView({ journey }: { journey: Journey | undefined }) {
  const [picked, setPicked] = useState(0);
  const letter = journey?.letter;
  if (!journey || !letter) {
    return (
      <section className="letter" aria-labelledby="letter-title">
        <h2 id="letter-title">{t('bench.letter')}</h2>
        <p className="letter__empty">{t(journey ? 'letter.none' : 'letter.empty')}</p>
      </section>
    );
  }
  const copies = copiesOf(letter.state);
  const copy = copies[picked] ?? copies[0];
  const inside = (name: string) => fieldText(letter.state, name);
  return (
    <section className="letter" aria-labelledby="letter-title">
      <h2 id="letter-title" className="letter__subject">
        {letter.subject || t('letters.noSubject')}
      </h2>
      {copies.length > 1 && (
        <label className="letter__copies">
          {t('letter.copy')}
          <select value={picked} onChange={(event) => setPicked(Number(event.target.value))}>
            {copies.map(({ mailbox }, index) => (
              <option key={`${mailbox?.address} ${mailbox?.uid}`} value={index}>
                {mailbox?.address}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="letter__pair">
        <dl className="letter__envelope">
          <div className="letter__kind">{t('letter.envelope')}</div>
          <Entry name="MAIL FROM" value={journey.reversePath || t('letter.nobody')} />
          <Entry name="RCPT TO" value={journey.recipients.join(', ')} />
        </dl>
        <dl className="letter__sheet">
          <div className="letter__kind">{t('letter.inside')}</div>
          <Entry name="From" value={inside('From')} />
          <Entry name="To" value={inside('To')} />
        </dl>
      </div>
      {copy && <HeadersByHop journey={journey} header={copy.header} />}
      <LetterBody journey={journey} copy={copy} />
    </section>
  );
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <div className="letter__entry">
      <dt>{name}</dt>
      <dd className="mono">
        {value.split(/(?<=@)/).map((part, index) => (
          <Fragment key={index}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

// Envelope beside letter, and where they say different things. Counterpart: differences.ts. Rule: a difference is
// underlined and has a word; one sentence below says what differs, and none says that anything is wrong.

import { Fragment } from 'react';

import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { compare, type Compared, type Envelope, type Lines } from './differences.ts';

export function EnvelopePair({ envelope, lines, hasBcc }: { envelope: Envelope; lines: Lines; hasBcc: boolean }) {
  const { reversePath, from, recipients, named } = compare(envelope, lines);
  const isForeign = reversePath.differs && reversePath.address !== '';
  const isBlind = recipients.some((one) => one.differs);
  const isElsewhere = named.some((one) => one.differs);
  return (
    <>
      <div className="letter__pair">
        <div className="letter__envelope">
          <h3 className="letter__kind">{t('letter.envelope')}</h3>
          <dl>
            <Entry name="MAIL FROM" values={[reversePath]} />
            <Entry name="RCPT TO" values={recipients} />
          </dl>
        </div>
        <div className="letter__sheet">
          <h3 className="letter__kind">{t('letter.inside')}</h3>
          <dl>
            <Entry name="From" values={from} />
            <Entry name={lines.cc === '' ? 'To' : 'To, Cc'} values={named} />
          </dl>
        </div>
      </div>
      <div className="letter__differences">
        {reversePath.address === '' && from.length > 0 && <p>{t('differ.null')}</p>}
        {isForeign && <p>{t('differ.from')}</p>}
        {isBlind && <p>{t('differ.blind')}</p>}
        {isElsewhere && <p>{t('differ.named')}</p>}
        {hasBcc && <p>{t('differ.bcc')}</p>}
      </div>
    </>
  );
}

function Entry({ name, values }: { name: string; values: readonly Compared[] }) {
  return (
    <div className="letter__entry">
      <dt>{name}</dt>
      {values.map(({ address, differs }, index) => (
        <dd key={index} className="mono">
          <span className={differs ? 'letter__differs' : ''}>
            {(showText(address) || t('letter.nobody')).split(/(?<=@)/).map((part, at) => (
              <Fragment key={at}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </span>
          {differs && <span className="sr"> ({t('differ.differs')})</span>}
        </dd>
      ))}
    </div>
  );
}

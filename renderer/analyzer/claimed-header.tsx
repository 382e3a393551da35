// The header of a pasted letter as it stands, every field striped by the hop that claims to have written it, with the line
// of trust and what the open finding goes by. Counterpart: inspector/headers-by-hop.tsx has letters of the lab. Rule: painted
// from claims, and says so; text only, whatever stands there.

import { useEffect, useRef, useState } from 'react';

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import type { Finding } from '../../mail/analysis/finding.ts';
import { organisationOf } from '../../mail/analysis/organisation.ts';
import { fieldBelow } from '../../mail/analysis/trust.ts';
import '../inspector/headers-by-hop.css';
import { TrustLine, TrustQuestion } from '../inspector/trust-line.tsx';
import { answersFor } from '../inspector/trust.ts';
import type { HostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { ClaimedField } from './claimed-field.tsx';
import { quote } from './quote.ts';
import { findingId } from './findings-view.tsx';
import type { LabLetter } from './lab-letter.ts';
import { ANALYZER_LIMITS } from './limits.ts';

interface Props {
  letter: ClaimedLetter;
  marks: readonly HostView[];
  trusted: number;
  onTrust: (trusted: number) => void;
  findings: readonly Finding[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  seen: LabLetter | undefined;
}

export function ClaimedHeader({ letter, marks, trusted, onTrust, findings, chosen, onChoose, seen }: Props) {
  const { fields, hops, writers } = letter;
  const [isWhole, setWhole] = useState(fields.length <= ANALYZER_LIMITS.shownFields);
  const shown = isWhole ? fields.length : ANALYZER_LIMITS.shownFields;
  const below = Math.min(fieldBelow(letter, trusted), shown);
  const pointed = findings.find((one) => findingId(one) === chosen)?.marks ?? [];
  const place = useRef<HTMLElement>(null);
  const was = useRef(chosen);
  useEffect(() => {
    // What is open from the beginning leaves the header at its beginning, too.
    if (was.current !== chosen) place.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
    was.current = chosen;
  }, [chosen]);
  const row = (index: number) => {
    const field = fields[index];
    const writer = writers[index];
    const own = findings.find(({ marks: all }) => all.some((one) => one.field === index));
    return (
      field && (
        <ClaimedField
          key={index}
          field={field}
          writer={writer}
          host={writer === undefined ? undefined : marks[writer]}
          isBelow={index >= below}
          marks={pointed.filter((one) => one.field === index)}
          finding={own}
          onFinding={() => own && onChoose(findingId(own))}
          isChosen={own !== undefined && findingId(own) === chosen}
          seen={seen && (seen.fields[index] ?? 'nowhere')}
        />
      )
    );
  };
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_one, at) => row(from + at));
  // The last is the sender, whose fields have no writer.
  const keys = [...hops.map((_hop, index) => String(index)), ''];
  return (
    <section ref={place} className="claimed" aria-labelledby="claimed-title">
      <h3 id="claimed-title">{t('analyzer.header')}</h3>
      <p className="headers__help">
        {t('analyzer.header.help')} {hops.length > 0 && t('analyzer.trust.help')}
      </p>
      {hops.length > 0 && (
        <TrustQuestion
          answers={answersFor([
            ...hops.map(({ received: { by = '' } }) => organisationOf(by) ?? quote(by)),
            t('analyzer.header.author'),
          ])}
          trusted={trusted}
          onAnswer={onTrust}
        />
      )}
      <div>
        {below > 0 && (
          <ol className="headers" aria-label={t('analyzer.header.list')}>
            {rows(0, below)}
          </ol>
        )}
        {hops.length > 0 && (
          <TrustLine
            writers={keys}
            nameOf={(key) => (key === '' ? t('analyzer.header.author') : (marks[Number(key)]?.short ?? ''))}
            trusted={trusted}
            onMove={onTrust}
          />
        )}
        {below < shown && (
          <ol className="headers" aria-label={t('analyzer.header.list')}>
            {rows(below, shown)}
          </ol>
        )}
      </div>
      {!isWhole && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {t('analyzer.header.more', { count: fields.length - shown })}
        </button>
      )}
    </section>
  );
}

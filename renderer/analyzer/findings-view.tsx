// What doesn't fit in a letter: each finding with its reason, the honest ways to it, and where that is written. Counterpart:
// mail/analysis/checks/ find it, claimed-header.tsx marks the one that is open. Rule: one is open at a time, because one is
// marked; notes stand apart and wait.

import type { Finding } from '../../mail/analysis/finding.ts';
import { RfcLink } from '../reference/reference-link.tsx';
import { t, type TextKey } from '../text/t.ts';
import { showDay, showDuration } from '../text/times.ts';
import { quote } from './quote.ts';

interface Props {
  findings: readonly Finding[];
  /** The id of the one that is open. */
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

export function FindingsView({ findings, chosen, onChoose }: Props) {
  const notes = findings.filter(({ severity }) => severity === 'note').length;
  const count = findings.length - notes;
  const row = (finding: Finding) => (
    <FindingRow
      key={findingId(finding)}
      finding={finding}
      isOpen={findingId(finding) === chosen}
      onToggle={() => onChoose(findingId(finding) === chosen ? undefined : findingId(finding))}
    />
  );
  return (
    <section className="doubts" aria-labelledby="findings-title">
      <h3 id="findings-title">{t('analyzer.findings')}</h3>
      <p className="analyzer__help">{t(count === 0 ? 'analyzer.findings.none' : 'analyzer.findings.help')}</p>
      {count > 0 && <ul className="doubts__list">{findings.slice(0, count).map(row)}</ul>}
      {notes > 0 && (
        <>
          <h4 className="doubts__notes">{t('analyzer.findings.notes', { count: notes })}</h4>
          <ul className="doubts__list">{findings.slice(count).map(row)}</ul>
        </>
      )}
    </section>
  );
}

/** The same wherever the line of trust stands. */
export function findingId({ code, marks, params }: Finding): string {
  return [code, ...marks.map(({ field }) => field), ...Object.values(params)].join(' ');
}

export function findingTitle({ code, params }: Finding): string {
  return t(`finding.${code}` satisfies TextKey, wordsOf(params));
}

function FindingRow({ finding, isOpen, onToggle }: { finding: Finding; isOpen: boolean; onToggle: () => void }) {
  const { code, severity, params, rfc } = finding;
  const words = wordsOf(params);
  return (
    <li className={`doubts__one is-${severity}`}>
      <button type="button" className="doubts__title" aria-expanded={isOpen} onClick={onToggle}>
        <span className="doubts__severity">
          <span aria-hidden="true">{SIGNS[severity]}</span> {t(`analyzer.severity.${severity}` satisfies TextKey)}
        </span>
        <span>{findingTitle(finding)}</span>
      </button>
      {isOpen && (
        <div className="doubts__why">
          <p>{t(`finding.${code}.why` satisfies TextKey, words)}</p>
          <p>
            <b>{t('analyzer.honest')}</b> {t(`finding.${code}.honest` satisfies TextKey, words)}
          </p>
          <p className="doubts__rfc">
            <RfcLink cited={rfc} />
          </p>
        </div>
      )}
    </li>
  );
}

/** Told apart without colour, too. */
export const SIGNS = { unfit: '\u2260', odd: '?', note: 'i' } as const;

/** Times become words, the letter's own words are made visible. */
function wordsOf(params: Finding['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, string | number] => {
      if (name === 'time_ms') return ['time', showDuration(Number(value))];
      if (name === 'day_ms') return ['day', showDay(Number(value))];
      return [name, typeof value === 'number' ? value : quote(value)];
    }),
  );
}

// One field of a pasted letter: its stripe, who claims to have written it, what the open finding goes by, and what the lab
// knows of it. Counterpart: claimed-header.tsx. Rule: a sign beside it leads to what is found there.

import type { FieldState } from '../../contract/fold/state.ts';
import type { Finding, Mark } from '../../mail/analysis/finding.ts';
import type { Field } from '../../mail/fields.ts';
import { type HostView, shortName } from '../store/hosts.ts';
import { showLines } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { findingTitle, SIGNS } from './findings-view.tsx';

interface Props {
  field: Field;
  /** The hop that claims it; undefined: who sent the letter. */
  writer: number | undefined;
  host: HostView | undefined;
  isBelow: boolean;
  /** Of the open finding. */
  marks: readonly Mark[];
  /** The most telling that goes by this field. */
  finding: Finding | undefined;
  isChosen: boolean;
  onFinding: () => void;
  /** What the open lab saw of it, where it knows the letter. */
  seen: FieldState | 'nowhere' | undefined;
}

export function ClaimedField(props: Props) {
  const { field, writer, host, isBelow, marks, finding, isChosen, onFinding, seen } = props;
  const name = host?.short ?? t('analyzer.header.author');
  const by = t(isBelow ? 'analyzer.header.by' : 'analyzer.header.yours', { writer: name });
  return (
    <li
      className={`headers__line host-${host?.colour ?? 'bot'}${isBelow ? ' is-below' : ''}`}
      data-field={field.name}
      data-writer={writer ?? ''}
    >
      <span className="headers__by" title={by}>
        {finding && (
          <button
            type="button"
            className={`claimed__sign is-${finding.severity}`}
            aria-label={t('analyzer.header.finding', { title: findingTitle(finding) })}
            aria-pressed={isChosen}
            onClick={onFinding}
          >
            {SIGNS[finding.severity]}
          </button>
        )}
        <span className="sr">{by}</span>
        {host && <HostMark host={host} size={18} />}
        {!host && <span aria-hidden="true">{field.name === '' ? t('analyzer.header.stray') : name}</span>}
      </span>
      <code className="headers__raw claimed__raw">
        <Marked raw={field.raw.trimEnd()} marks={marks} nameEnd={field.name === '' ? 0 : field.raw.indexOf(':') + 1} />
      </code>
      {seen && <span className="claimed__seen">{saySeen(seen)}</span>}
    </li>
  );
}

function saySeen(seen: FieldState | 'nowhere'): string {
  if (seen === 'nowhere') return t('analyzer.lab.nowhere');
  const host = shortName(seen.host);
  return t(seen.standing === 'claimed' ? 'analyzer.lab.said' : 'analyzer.lab.seen', { host });
}

/** The field's text, its name in bold, the marked pieces marked. */
function Marked({ raw, marks, nameEnd }: { raw: string; marks: readonly Mark[]; nameEnd: number }) {
  const edges = [
    ...new Set([0, nameEnd, raw.length, ...marks.flatMap(({ at, end }) => [at, Math.min(end, raw.length)])]),
  ];
  const cuts = edges.toSorted((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const at = cuts[index] ?? 0;
    const text = showLines(raw.slice(at, end));
    const piece = end <= nameEnd ? <b>{text}</b> : text;
    return marks.some((mark) => mark.at <= at && end <= mark.end) ? (
      <mark key={at}>{piece}</mark>
    ) : (
      <span key={at}>{piece}</span>
    );
  });
}

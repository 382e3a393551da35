// One field of the header: its writer's stripe and mark, its standing, what the hop did to it; chosen, where it came
// from. Counterpart: headers-by-hop.tsx. Rule: below the trust line a server's own word is only its word, and says so.

import type { CSSProperties, KeyboardEvent } from 'react';

import { useArrival } from '../app/use-bench.ts';
import type { HostView } from '../store/hosts.ts';
import type { HeaderLine } from '../store/letter.ts';
import { showLines } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { FieldSources } from './field-sources.tsx';
import type { FieldSource } from './sources.ts';
import type { StageLine } from './stages.ts';

interface Props extends StageLine {
  host: HostView;
  hop: number;
  conn: string | undefined;
  /** Below the trust line. */
  isBelow: boolean;
  /** It came from the line that is pointed at. */
  isMarked: boolean;
  /** Where it came from, when it is chosen. */
  sources: readonly FieldSource[] | undefined;
  onChoose: () => void;
}

export function HeaderRow({ line, change, before, host, hop, conn, isBelow, isMarked, sources, onChoose }: Props) {
  const isArriving = useArrival(conn);
  const isTheirWord = isBelow && line.standing !== 'claimed';
  const standing = t(isTheirWord ? 'standing.theirWord' : (`standing.${line.standing}` satisfies TextKey));
  const help = isTheirWord
    ? t('standing.theirWord.help', { host: host.short })
    : t(`standing.${line.standing}.help` satisfies TextKey);
  const state = [
    ...(isArriving ? ['is-arriving'] : []),
    ...(isBelow ? ['is-below'] : []),
    ...(isMarked ? ['is-pointed'] : []),
    ...(change === 'kept' ? [] : [`is-${change}`]),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  return (
    <li
      className={['headers__line', `host-${host.colour}`, ...state].join(' ')}
      style={{ '--hop': hop } as CSSProperties}
      data-field={line.name}
      data-writer={line.host}
    >
      <span className="headers__by" title={help}>
        <span className="sr">{t('headers.wrote', { host: host.name, standing })}</span>
        <HostMark host={host} size={18} />
        <span aria-hidden="true">{standing}</span>
      </span>
      {change !== 'kept' && <span className="headers__change">{t(`change.${change}` satisfies TextKey)} </span>}
      {before && (
        <code className="headers__before">
          <Raw line={before} />
        </code>
      )}
      <code
        className="headers__raw"
        role="button"
        tabIndex={0}
        aria-expanded={sources !== undefined}
        onKeyDown={onKeyDown}
        onClick={() => {
          // Who marks text wants to copy it.
          if (getSelection()?.isCollapsed !== false) onChoose();
        }}
      >
        <Raw line={line} />
      </code>
      {sources && <FieldSources field={line} sources={sources} />}
    </li>
  );
}

function Raw({ line: { raw } }: { line: HeaderLine }) {
  const colon = raw.indexOf(':') + 1;
  return (
    <>
      <b>{showLines(raw.slice(0, colon))}</b>
      {showLines(raw.slice(colon)).trimEnd()}
    </>
  );
}

// What the chosen field is, and the lines on the wire that it came from, each a way there. Counterpart: sources.ts,
// explain/fields.ts. Rule: for a field whose dialog is of an earlier run, it says so.

import { explainField } from '../explain/fields.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { showLine } from '../store/octets.ts';
import type { HeaderLine } from '../store/letter.ts';
import { shortName } from '../store/hosts.ts';
import { t, type TextKey } from '../text/t.ts';
import type { FieldSource } from './sources.ts';

export function FieldSources({ field, sources }: { field: HeaderLine; sources: readonly FieldSource[] }) {
  const { store } = useBenchParts();
  const { meaning, rfc } = explainField(field.name);
  return (
    <div className="field-sources">
      <p role="status">
        {t(meaning.key)} {t('field.writer', { host: shortName(field.host) })}{' '}
        <span className="field-sources__rfc">{rfc}</span>
      </p>
      {sources.length === 0 ? (
        <p>{t('field.noSource')}</p>
      ) : (
        <ul>
          {sources.map(({ part, line, item }) => (
            <li key={part}>
              <span>{t(`field.part.${part}` satisfies TextKey)}</span>
              <button type="button" onClick={() => store.setState({ pointed: line })}>
                {item.kind === 'line' && <code>{showLine(item.bytes, item.secret)}</code>}
                {item.kind === 'bulk' && t('field.transfer')}
                {item.kind === 'tls' && t('field.tls')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

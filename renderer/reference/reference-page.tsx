// The reference: sections at the left, what is looked for in the middle. Counterpart: sections.ts has the entries. Rule: who
// types looks in all sections at once; a link leads to its entry and marks it.

import { useEffect, useMemo, useRef, useState } from 'react';

import { useBenchParts, useFrame } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { findEntries } from './find.ts';
import { ReferenceLink, RfcLink } from './reference-link.tsx';
import './reference.css';
import { type Entry, type SectionId, SECTIONS } from './sections.ts';

export function ReferencePage() {
  const { frame } = useBenchParts();
  const target = useFrame((state) => state.reference);
  const [query, setQuery] = useState('');
  const [section, setSection] = useState<SectionId>('terms');
  const all = useMemo(() => SECTIONS.map(({ id, title, entries }) => ({ id, title, entries: entries() })), []);
  const [wantedSection, wantedId] = target?.split('/') ?? [];
  const shownSection = all.find(({ id }) => id === wantedSection)?.id ?? section;
  const isSearching = query.trim() !== '' && target === undefined;
  const shown = isSearching
    ? findEntries(
        all.flatMap(({ entries }) => entries),
        query,
      )
    : (all.find(({ id }) => id === shownSection)?.entries ?? []);
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-wanted]')?.scrollIntoView({ block: 'center' });
  }, [target]);
  return (
    <div className="reference">
      <nav className="reference__sections" aria-label={t('reference.sections')}>
        <h2 className="reference__title">{t('reference.title')}</h2>
        <ul>
          {all.map(({ id, title, entries }) => (
            <li key={id}>
              <button
                type="button"
                className="reference__section"
                aria-current={!isSearching && id === shownSection ? 'true' : undefined}
                onClick={() => {
                  frame.setState({ reference: undefined });
                  setQuery('');
                  setSection(id);
                }}
              >
                {t(title)} <span className="reference__count">{entries.length}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="reference__main">
        <input
          type="search"
          className="reference__field"
          aria-label={t('reference.search')}
          placeholder={t('reference.search')}
          value={query}
          onChange={(event) => {
            frame.setState({ reference: undefined });
            setQuery(event.target.value);
          }}
        />
        <p className="reference__found" role="status">
          {isSearching && t('reference.found', { count: shown.length })}
        </p>
        <dl ref={list} className="reference__list">
          {shown.map((entry) => (
            <EntryView
              key={`${entry.section}/${entry.id}`}
              entry={entry}
              isWanted={entry.id === wantedId && entry.section === shownSection}
              hasSection={isSearching}
            />
          ))}
        </dl>
        {isSearching && shown.length === 0 && <p>{t('reference.none', { query })}</p>}
      </div>
    </div>
  );
}

function EntryView({ entry, isWanted, hasSection }: { entry: Entry; isWanted: boolean; hasSection: boolean }) {
  const { section, term, also = [], says, cure, see = [], rfc = '', isHistory } = entry;
  const isCode = section !== 'terms' && section !== 'programs' && section !== 'rfcs';
  const title = SECTIONS.find(({ id }) => id === section)?.title;
  return (
    <div
      className={isWanted ? 'reference__entry is-wanted' : 'reference__entry'}
      data-wanted={isWanted ? '' : undefined}
    >
      <dt>
        {isCode ? <code>{term}</code> : term}
        {isHistory && <span className="reference__mark">{t('reference.history')}</span>}
        {hasSection && title && <span className="reference__mark">{t(title)}</span>}
        {also.length > 0 && <span className="reference__also">{also.join(', ')}</span>}
      </dt>
      <dd>
        <p>{says}</p>
        {cure !== undefined && (
          <p>
            <b>{t('reference.cure')}</b> {cure}
          </p>
        )}
        {(see.length > 0 || rfc !== '') && (
          <p className="reference__see">
            {see.map((id) => (
              <ReferenceLink key={id} to={`terms/${id}`} />
            ))}
            <RfcLink cited={rfc} />
          </p>
        )}
      </dd>
    </div>
  );
}

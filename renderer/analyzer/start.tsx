// Before anything is pasted: a place for it, where to find it, and three letters to try. Counterpart: analyzer-page.tsx.
// Rule: what is pasted into the empty field is read at once; what is typed, when one says so.

import type { ClipboardEvent, KeyboardEvent } from 'react';

import { t, type TextKey } from '../text/t.ts';
import { EXAMPLES } from './examples.ts';
import { SOURCE_FIELD } from './source-text.ts';

const PROGRAMS = ['gmail', 'outlook', 'owa', 'apple', 'thunderbird', 'mutt'] as const;

interface Props {
  draft: string;
  onDraft: (text: string) => void;
  onAnalyse: (text: string) => void;
  onOpen: () => void;
}

export function Start({ draft, onDraft, onAnalyse, onOpen }: Props) {
  const isEmpty = draft.trim() === '';
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isEmpty || text.trim() === '') return;
    event.preventDefault();
    onAnalyse(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return;
    event.preventDefault();
    onAnalyse(draft);
  };
  return (
    <div className="analyzer analyzer--start">
      <div className="analyzer__intake">
        <h2 className="analyzer__title">{t('analyzer.head')}</h2>
        <p>{t('analyzer.help')}</p>
        <p className="analyzer__private">{t('analyzer.private')}</p>
        <textarea
          id={SOURCE_FIELD}
          className="analyzer__source"
          aria-label={t('analyzer.paste')}
          placeholder={t('analyzer.placeholder')}
          spellCheck={false}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
        />
        <div className="analyzer__acts">
          <button
            type="button"
            className="analyzer__go"
            disabled={isEmpty}
            aria-keyshortcuts="Control+Enter"
            onClick={() => onAnalyse(draft)}
          >
            {t('analyzer.analyse')}
          </button>
          <button type="button" className="plain-button" onClick={onOpen}>
            {t('analyzer.open')}
          </button>
          <span className="analyzer__hint">{t('analyzer.open.help')}</span>
        </div>
      </div>
      <div className="analyzer__teach">
        <section aria-labelledby="analyzer-examples">
          <h3 id="analyzer-examples">{t('analyzer.examples')}</h3>
          <ul className="analyzer__examples">
            {EXAMPLES.map(({ id, title, letter }) => (
              <li key={id}>
                <button type="button" className="link-button" onClick={() => onAnalyse(letter)}>
                  {t(title)}
                </button>
                <p>{t(`analyzer.example.${id}.help` satisfies TextKey)}</p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="analyzer-where">
          <h3 id="analyzer-where">{t('analyzer.where')}</h3>
          <dl className="analyzer__where">
            {PROGRAMS.map((program) => (
              <div key={program}>
                <dt>{t(`analyzer.where.${program}` satisfies TextKey)}</dt>
                <dd>{t(`analyzer.where.${program}.how` satisfies TextKey)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  );
}

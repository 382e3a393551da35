// The command palette: a few letters, and Enter does it. Counterpart: match.ts finds, perform.ts runs. Rule: the pattern
// of a combobox with a list: the keyboard stays in the field, the arrows move the choice. What can't be done now isn't
// offered.

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { actionsFor } from './index.ts';
import { isMacKeyboard, showKeys } from './keys.ts';
import { bestMatches, type Candidate } from './match.ts';
import './palette.css';
import { actionState, perform } from './perform.ts';
import { noteUse, recentActions } from './recent.ts';

export function Palette({ onClose }: { onClose: () => void }) {
  const bench = useBenchParts();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [recent] = useState(recentActions);
  const [candidates] = useState(() => possibleNow(actionState(bench)));
  const found = useMemo(() => bestMatches(query, candidates, recent), [query, candidates, recent]);
  const id = useId();
  const optionId = (index: number) => `${id}option${index}`;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, found]);

  const choose = (candidate: Candidate | undefined) => {
    if (!candidate) return;
    onClose();
    noteUse(candidate.action.id);
    // When the sheet is gone: the action may take the keyboard elsewhere.
    setTimeout(() => perform(bench, candidate.action));
  };
  const onKey = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, at, found.length);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Sheet title={t('palette.title')} kind="bare" onClose={onClose}>
      <input
        className="palette__field"
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
        aria-autocomplete="list"
        placeholder={t('palette.label')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul ref={list} id={`${id}list`} className="palette__list" role="listbox" aria-label={t('palette.title')}>
        {found.map((candidate, index) => (
          <Option
            key={candidate.action.id}
            id={optionId(index)}
            candidate={candidate}
            isChosen={index === at}
            onPoint={() => setAt(index)}
            onChoose={() => choose(candidate)}
          />
        ))}
      </ul>
      <p className="palette__foot" role="status">
        {found.length === 0 ? t('palette.none', { query }) : t('palette.help')}
      </p>
    </Sheet>
  );
}

function possibleNow(state: ReturnType<typeof actionState>): Candidate[] {
  return actionsFor(state.frame)
    .filter((action) => action.id !== 'screen.palette' && action.isPossible(state))
    .map((action) => ({
      action,
      title: t(action.title),
      also: [t(`actions.${action.group}`), ...(action.help === undefined ? [] : [t(action.help)])].join(' '),
    }));
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(at + 8, count - 1);
    case 'PageUp':
      return Math.max(at - 8, 0);
    default:
      return undefined;
  }
}

interface OptionProps {
  id: string;
  candidate: Candidate;
  isChosen: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, candidate: { action, title }, isChosen, onPoint, onChoose }: OptionProps) {
  return (
    <li
      id={id}
      className="palette__option"
      role="option"
      aria-selected={isChosen}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className="palette__title">{title}</span>
      {action.help !== undefined && <span className="palette__about">{t(action.help)}</span>}
      <span className="palette__group">{t(`actions.${action.group}`)}</span>
      {action.keys !== undefined && <kbd className="keys">{showKeys(action.keys, isMacKeyboard)}</kbd>}
    </li>
  );
}

// The field for a filter, with what could come next below it. Counterpart: suggest.ts. Rule: the pattern of a combobox:
// the keyboard stays in the field; nothing is chosen until an arrow key or the pointer chose it, so that Enter goes to
// the next line that was found.

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { hostView } from '../store/hosts.ts';
import { fieldText } from '../store/letter.ts';
import { filterHelp } from '../text/filter-help.ts';
import { showPolicy } from '../text/policy.ts';
import { showRole } from '../text/role.ts';
import { t } from '../text/t.ts';
import { type Names, suggest, type Suggestion } from './suggest.ts';

/** How an action finds the field. */
export const FILTER_FIELD = 'filter-field';

interface Props {
  value: string;
  isWrong: boolean;
  describedBy: string;
  onChange: (text: string) => void;
  onNext: (step: 1 | -1) => void;
  onLeave: () => void;
}

export function FilterField({ value, isWrong, describedBy, onChange, onNext, onLeave }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const names = useNames();
  const [caret, setCaret] = useState(value.length);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const offered = useMemo(() => (isOpen ? suggest(value, caret, names) : []), [isOpen, value, caret, names]);
  const wantedCaret = useRef<number>(undefined);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (wantedCaret.current === undefined) return;
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = undefined;
  }, [value]);

  const take = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    wantedCaret.current = suggestion.caret;
    setCaret(suggestion.caret);
    setAt(-1);
    // After a word comes its value; after a value whatever the person wants next, perhaps nothing.
    setOpen(suggestion.text.charAt(suggestion.caret - 1) === ':');
    onChange(suggestion.text);
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' && !isOpen) setOpen(true);
    else if (key === 'ArrowDown' && offered.length > 0) setAt((at + 1) % offered.length);
    else if (key === 'ArrowUp' && offered.length > 0) setAt(at <= 0 ? offered.length - 1 : at - 1);
    else if (key === 'Enter' && at >= 0) take(offered[at]);
    else if (key === 'Enter') {
      setOpen(false);
      onNext(event.shiftKey ? -1 : 1);
    } else if (key === 'Escape' && offered.length > 0) {
      setOpen(false);
      setAt(-1);
    } else if (key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  const isListed = offered.length > 0;
  return (
    <div className="filter__place">
      <input
        ref={field}
        id={FILTER_FIELD}
        className="filter__field mono"
        role="combobox"
        aria-label={t('filter.field')}
        aria-describedby={describedBy}
        aria-expanded={isListed}
        aria-controls={`${id}list`}
        aria-activedescendant={at >= 0 ? `${id}option${at}` : undefined}
        aria-autocomplete="list"
        aria-invalid={isWrong}
        placeholder={t('filter.example')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => {
          setCaret(target.selectionStart ?? target.value.length);
          setOpen(true);
          setAt(-1);
          onChange(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        onFocus={() => setOpen(value === '')}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <ul id={`${id}list`} className="filter__offers" role="listbox" aria-label={t('filter.offers')} hidden={!isListed}>
        {offered.map((one, index) => (
          <li
            key={one.label}
            id={`${id}option${index}`}
            className="filter__offer"
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            // The field keeps the keyboard.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(one)}
          >
            <span className="mono">{one.label}</span>
            <span className="soft">{one.key === undefined ? one.about : filterHelp(one.key)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What this lab has to offer: its hosts, its policies, its letters. */
function useNames(): Names {
  const live = useBench((state) => state.live);
  return useMemo(() => {
    const { topology, messages } = live.lab;
    const hosts = new Map(
      (topology?.hosts ?? []).map(({ name }) => {
        const view = hostView(topology, name);
        return [view.short, showRole(view)];
      }),
    );
    const policies = new Map(
      (topology?.hosts ?? []).flatMap(({ policies: own }) =>
        Object.keys(own).map((name) => [name, showPolicy(name).title] as const),
      ),
    );
    const letters = new Map(
      Object.entries(messages)
        .toReversed()
        .map(([id, state]) => [id.slice(id.indexOf('.') + 1), fieldText(state, 'Subject')]),
    );
    return { host: hosts, from: hosts, to: hosts, policy: policies, message: letters };
  }, [live]);
}

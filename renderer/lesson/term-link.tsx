// A term of the glossary in an author's words: the word, and a card that says what it is. Counterpart: linked-terms.ts
// chooses the words, lessons/reference/ has what is said. Rule: the card comes with the pointer or the keyboard, stays while
// either is on it, and goes with Escape; the whole entry is one press further.

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

import { TERMS } from '../../lessons/reference/terms.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import './term-link.css';

export function TermLink({ id, children }: { id: string; children: ReactNode }) {
  const card = useId();
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [isDismissed, setDismissed] = useState(false);
  const isOpen = (isPointed || isFocused) && !isDismissed;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    // What lies around it has a meaning for Escape, too.
    event.stopPropagation();
    setDismissed(true);
  };
  return (
    <span
      className="term"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => {
        setPointed(false);
        if (!isFocused) setDismissed(false);
      }}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        setDismissed(false);
      }}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className="term__word"
        data-term={id}
        aria-expanded={isOpen}
        aria-describedby={isOpen ? card : undefined}
        onClick={() => setDismissed(false)}
      >
        {children}
      </button>
      {isOpen && <TermCard id={id} element={card} />}
    </span>
  );
}

function TermCard({ id, element }: { id: string; element: string }) {
  const { frame } = useBenchParts();
  const entry = TERMS.find((one) => one.id === id);
  if (!entry) return null;
  return (
    <span className="term__card">
      <span id={element}>
        <strong>{entry.term}</strong> {entry.says}
      </span>
      <button
        type="button"
        className="link-button"
        onClick={() => frame.setState({ place: 'reference', reference: `terms/${id}` })}
      >
        {t('term.open')}
      </button>
    </span>
  );
}

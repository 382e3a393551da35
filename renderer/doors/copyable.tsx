// A command with a button that copies it. Counterpart: doors.tsx. Rule: the command can be selected by hand too, in
// case the browser keeps its clipboard to itself.

import { useState } from 'react';

import { t } from '../text/t.ts';
import './copyable.css';

export function Copyable({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="copyable">
      <code>{text}</code>
      <button
        type="button"
        className="plain-button copyable__button"
        aria-label={t('doors.copyOf', { command: text })}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        {t(isCopied ? 'doors.copied' : 'doors.copy')}
      </button>
    </div>
  );
}

// A command with a button that copies it. Counterpart: doors.tsx. Rule: the command can be selected by hand too, in
// case the browser keeps its clipboard to itself.

import { useState } from 'react';

import { t } from '../text/t.ts';
import './copyable.css';

export function Copyable({ text }: { text: string }) {
  return (
    <div className="copyable">
      <code>{text}</code>
      <CopyButton text={text} className="plain-button copyable__button" />
    </div>
  );
}

export function CopyButton({ text, className }: { text: string; className: string }) {
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
    <button
      type="button"
      className={className}
      aria-label={t('doors.copyOf', { command: text })}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      {t(isCopied ? 'doors.copied' : 'doors.copy')}
    </button>
  );
}

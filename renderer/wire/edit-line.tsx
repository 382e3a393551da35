// A held line, to be changed before it goes on. Counterpart: edited-bytes.ts keeps its octets right. Rule: Enter lets a
// single line go, Escape leaves it held as it was.

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import { t } from '../text/t.ts';
import { editable, edited } from './edited-bytes.ts';

interface Props {
  bytes: string;
  onRelease: (instead: string) => void;
  onLeave: () => void;
}

export function EditLine({ bytes, onRelease, onLeave }: Props) {
  const [text, setText] = useState(() => editable(bytes));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isOneLine = !editable(bytes).includes('\n');
  const release = () => {
    onLeave();
    onRelease(edited(bytes, text));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter' || !isOneLine) return;
    event.preventDefault();
    release();
  };
  return (
    <>
      <textarea
        ref={field}
        className="held__field mono"
        aria-label={t('held.field')}
        rows={isOneLine ? 1 : 6}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="plain-button held__release" onClick={release}>
        {t('held.releaseEdited')}
      </button>
      <button type="button" className="plain-button" onClick={onLeave}>
        {t('held.leave')}
      </button>
    </>
  );
}

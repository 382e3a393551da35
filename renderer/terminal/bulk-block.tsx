// Bulk as a folded block: how much it is, and on opening the bytes themselves, read from the capture,
// a letter's line by line.
// Counterpart: `bytes.read` of the contract. Rule: fetched once, when asked for; expired bytes are said to be expired.

import { useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { DialogBulk } from '../store/dialog.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showLines } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { LetterLines } from './letter-lines.tsx';

interface Props {
  bulk: DialogBulk;
  /** 0 where Tab reaches it. */
  tabIndex: number;
}

export function BulkBlock({ bulk, tabIndex }: Props) {
  const { source } = useBenchParts();
  const [shown, setShown] = useState<string>();
  const [note, setNote] = useState('');
  const { ref, content, secret } = bulk;

  const read = async () => {
    setNote(t('bulk.loading'));
    const length = Math.min(ref.length, SCREEN_LIMITS.shownOctets);
    try {
      const { bytes, expired } = await source.dispatch('bytes.read', { ref: { at: ref.at, length } });
      setShown(showLines(bytes, secret));
      const cut = length < ref.length ? t('bulk.cut', { octets: length }) : '';
      setNote(expired ? t('bulk.expired') : cut);
    } catch (error) {
      setNote(t('bulk.failed', { detail: describeFailure(error) }));
    }
  };

  return (
    <details
      className="bulk"
      onToggle={(event) => {
        if (event.currentTarget.open && shown === undefined) void read();
      }}
    >
      <summary className="line__act" tabIndex={tabIndex}>
        {t(`bulk.${content}` satisfies TextKey, { octets: ref.length })}
      </summary>
      {shown !== undefined &&
        shown !== '' &&
        (content === 'mailData' ? <LetterLines text={shown} /> : <pre className="bulk__bytes">{shown}</pre>)}
      {note !== '' && <p className="bulk__note">{note}</p>}
    </details>
  );
}

// The letters of a mailbox file, to choose one. Counterpart: mail/analysis/letters-in.ts finds them.

import { useMemo } from 'react';

import { firstValue, splitMessage } from '../../mail/fields.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { ANALYSIS_LIMITS } from '../../mail/limits.ts';
import { t } from '../text/t.ts';
import { quote } from './quote.ts';

interface Props {
  letters: readonly ByteString[];
  picked: number;
  onPick: (index: number) => void;
}

export function LetterChoice({ letters, picked, onPick }: Props) {
  const rows = useMemo(() => letters.map(titleOf), [letters]);
  const isCut = letters.length === ANALYSIS_LIMITS.letters;
  return (
    <label className="analyzer__choice">
      {t(isCut ? 'analyzer.letters.cut' : 'analyzer.letters', { count: letters.length })}
      <select value={picked} onChange={(event) => onPick(Number(event.target.value))}>
        {rows.map((title, index) => (
          <option key={index} value={index}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function titleOf(letter: ByteString, index: number): string {
  const { fields } = splitMessage(letter.slice(0, ANALYSIS_LIMITS.headerOctets));
  const subject = quote(firstValue(fields, 'Subject') ?? '') || t('analyzer.letters.none');
  return `${index + 1}. ${subject}: ${quote(firstValue(fields, 'From') ?? '')}`;
}

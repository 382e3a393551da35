// The analyzer: nothing yet, or the letters of what was pasted. Counterpart: start.tsx, analysis.tsx. Rule: works without a
// lab and without a network; what is pasted stays in this page's memory.

import { useMemo, useState } from 'react';

import { focusSoon } from '../app/focus.ts';
import { useBenchParts, useFrame } from '../app/use-bench.ts';
import { readClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { lettersIn } from '../../mail/analysis/letters-in.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { decodeUndeclared } from '../../mail/charset.ts';
import { pickFile } from '../session/pick-file.ts';
import { t } from '../text/t.ts';
import { Analysis } from './analysis.tsx';
import './analyzer.css';
import { LetterChoice } from './letter-choice.tsx';
import { ANALYZER_LIMITS } from './limits.ts';
import { ANALYSIS_TITLE, analyse, analyseFile, SOURCE_FIELD, SOURCE_FILES, sourceOf } from './source-text.ts';
import { Start } from './start.tsx';

export function AnalyzerPage() {
  const { frame } = useBenchParts();
  const analysed = useFrame((state) => state.analysed);
  const [draft, setDraft] = useState('');
  const open = () => pickFile(SOURCE_FILES, (file) => void analyseFile(frame, file));
  if (analysed) {
    const again = (text: string) => {
      setDraft(text);
      frame.setState({ analysed: undefined });
      focusSoon(SOURCE_FIELD);
    };
    return <Letters pasted={analysed.octets} onAgain={again} />;
  }
  return <Start draft={draft} onDraft={setDraft} onAnalyse={(text) => analyse(frame, sourceOf(text))} onOpen={open} />;
}

/** `onAgain`: back to the source, with a text to begin with. */
function Letters({ pasted, onAgain }: { pasted: ByteString; onAgain: (text: string) => void }) {
  const letters = useMemo(() => lettersIn(pasted), [pasted]);
  const [picked, setPicked] = useState({ of: pasted, at: 0 });
  const at = picked.of === pasted ? picked.at : 0;
  const source = letters[at] ?? '';
  const letter = useMemo(() => readClaimedLetter(source), [source]);
  return (
    <div className="analyzer">
      <div className="analyzer__bar">
        <h2 id={ANALYSIS_TITLE} className="analyzer__title" tabIndex={-1}>
          {t('analyzer.head')}
        </h2>
        <p className="analyzer__claims">{t('analyzer.claims')}</p>
        <button type="button" className="plain-button" onClick={() => onAgain('')}>
          {t('analyzer.again')}
        </button>
        {source.length <= ANALYZER_LIMITS.editedCharacters && (
          <button type="button" className="plain-button" onClick={() => onAgain(decodeUndeclared(source))}>
            {t('analyzer.edit')}
          </button>
        )}
      </div>
      {letters.length > 1 && (
        <LetterChoice letters={letters} picked={at} onPick={(index) => setPicked({ of: pasted, at: index })} />
      )}
      {letter.fields.length === 0 ? (
        <p className="analyzer__nothing" role="alert">
          {t('analyzer.noLetter')}
        </p>
      ) : (
        <Analysis key={at} letter={letter} />
      )}
    </div>
  );
}

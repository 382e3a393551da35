// The whole window takes a file that is dropped on it: a session, or a letter for the analyzer. Counterpart: pick-file.ts is
// the way without a mouse.
// Rule: only files are taken; text that is dragged into a field goes where it always went.

import { useEffect, useState } from 'react';

import { analyseFile } from '../analyzer/source-text.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import './session.css';
import { useSessionDesk } from './use-session.ts';

export function DropZone() {
  const desk = useSessionDesk();
  const { frame } = useBenchParts();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Between two elements of the page it isn't left.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      // Where letters are read, whatever isn't a session is one.
      const isInAnalyzer = frame.getState().place === 'analyzer' && !/\.posthorn$/i.test(file.name);
      void (isInAnalyzer || isLetter(file.name) ? analyseFile(frame, file) : desk.open(file, file.name));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [desk, frame]);
  if (!isOver) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <p className="drop-zone__text">{t('session.drop')}</p>
    </div>
  );
}

const isLetter = (name: string): boolean => /\.(?:eml|mbox|mbx)$/i.test(name);

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

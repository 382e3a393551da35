// The whole window takes a session file that is dropped on it. Counterpart: pick-file.ts is the way without a mouse.
// Rule: only files are taken; text that is dragged into a field goes where it always went.

import { useEffect, useState } from 'react';

import { t } from '../text/t.ts';
import './session.css';
import { useSessionDesk } from './use-session.ts';

export function DropZone() {
  const desk = useSessionDesk();
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
      if (file) void desk.open(file, file.name);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [desk]);
  if (!isOver) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <p className="drop-zone__text">{t('session.drop')}</p>
    </div>
  );
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

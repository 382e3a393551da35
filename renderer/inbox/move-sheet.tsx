// Where letters go: the folders as a list, by keyboard. Counterpart: inbox-desk.ts moves them. Rule: typing narrows the
// list, Enter takes the first.

import { type KeyboardEvent, useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { targetsOf } from './inbox-state.ts';
import { useInbox } from './use-inbox.ts';
import './inbox.css';

export function MoveSheet({ onClose }: { onClose: () => void }) {
  const { inbox } = useBenchParts();
  const moving = useInbox((state) => state.moving);
  const folder = useInbox((state) => state.folder);
  const folders = useInbox((state) => state.folders) ?? [];
  const count = useInbox((state) => targetsOf(state).length);
  const [text, setText] = useState('');
  const fitting = folders.filter(
    ({ path, selectable }) => selectable && path !== folder && path.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const go = (path: string) => {
    onClose();
    void inbox.move({ path }, moving === 'copy');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = fitting;
    if (event.key !== 'Enter' || !first) return;
    event.preventDefault();
    go(first.path);
  };
  return (
    <Sheet title={t(moving === 'copy' ? 'move.copyTitle' : 'move.title', { count })} onClose={onClose}>
      <div className="move">
        <label className="field">
          <span>{t('move.filter')}</span>
          <input
            type="text"
            ref={(element) => element?.focus()}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        <ul className="move__folders" aria-label={t('inbox.folders')}>
          {fitting.map(({ path, use }) => (
            <li key={path}>
              <button type="button" className="move__folder" onClick={() => go(path)}>
                {use === 'inbox' ? t('folder.inbox') : showText(path)}
              </button>
            </li>
          ))}
        </ul>
        {fitting.length === 0 && <p className="inbox__help">{t('move.none')}</p>}
      </div>
    </Sheet>
  );
}

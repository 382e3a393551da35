// The letters of a folder: unread, answered, flagged, marked as deleted; searched, sorted, several picked. Counterpart:
// list-order.ts puts them in order. Rule: what is marked as deleted stays in sight until it is removed for good, as it
// stays on the server.

import { type KeyboardEvent, useMemo, useRef } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { InboxRow } from './inbox-row.tsx';
import { ListHead } from './list-head.tsx';
import { shownRows } from './inbox-state.ts';
import { useInbox } from './use-inbox.ts';

export function InboxList() {
  const { inbox } = useBenchParts();
  const letters = useInbox((state) => state.letters);
  const total = useInbox((state) => state.total);
  const choices = useInbox((state) => state.choices);
  const found = useInbox((state) => state.found);
  const shown = useInbox((state) => state.shown);
  const marked = useInbox((state) => state.marked);
  const folder = useInbox((state) => state.folder);
  const address = useInbox((state) => state.address);
  const failure = useInbox((state) => state.failure);
  const isAsking = useInbox((state) => state.isAsking);
  const last = useRef<number>(undefined);
  const rows = useMemo(
    () => shownRows({ ...inbox.store.getState(), letters, choices, found }),
    [inbox, letters, choices, found],
  );
  const deleted = letters?.filter((one) => one.flags.includes('\\Deleted')) ?? [];
  const isUsual = folder === 'INBOX';

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const focused = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-uid]')];
    const at = focused.indexOf(document.activeElement as HTMLElement);
    const uid = Number(focused[at]?.dataset['uid']);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      focused[Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), focused.length - 1)]?.focus();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && at >= 0) {
      event.preventDefault();
      (focused[at + 1] ?? focused[at - 1])?.focus();
      void inbox.delete(marked.size > 0 ? [...marked] : [uid]);
    }
  };
  const pick = (uid: number, isRange: boolean) => {
    inbox.mark(uid, isRange ? last.current : undefined);
    last.current = uid;
  };
  return (
    <section className="inbox__box" aria-busy={isAsking} aria-label={t('inbox.letters')}>
      <ListHead />
      {failure !== '' && (
        <p className="compose__problem inbox__problem" role="alert">
          {failure}
        </p>
      )}
      {letters === undefined && failure === '' && <p className="inbox__note">{t('inbox.opening')}</p>}
      {letters?.length === 0 && <p className="inbox__note">{t(isUsual ? 'inbox.empty' : 'inbox.emptyFolder')}</p>}
      {found && rows.length === 0 && letters?.length !== 0 && <p className="inbox__note">{t('search.none')}</p>}
      {rows.length > 0 && (
        <ul className="inbox__list" aria-label={t('inbox.list', { address })} onKeyDown={onKeyDown}>
          {rows.map(({ letter, depth }) => (
            <InboxRow
              key={letter.uid}
              letter={letter}
              depth={depth}
              isShown={letter.uid === shown}
              isMarked={marked.has(letter.uid)}
              onPick={pick}
            />
          ))}
        </ul>
      )}
      {letters && total > letters.length && (
        <p className="inbox__foot">{t('inbox.cut', { count: letters.length, total })}</p>
      )}
      {deleted.length > 0 && (
        <p className="inbox__foot">
          {t('inbox.deleted', { count: deleted.length })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => void inbox.remove(deleted.map(({ uid }) => uid))}
          >
            {t('inbox.expunge')}
          </button>
        </p>
      )}
    </section>
  );
}

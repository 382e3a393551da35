// One letter of the list. Counterpart: inbox-list.tsx. Rule: what a dot or a weight says is said in a word too.

import { type DragEvent, memo } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { InboxLetter } from '../../contract/commands.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { DRAGGED, rowId } from './ids.ts';
import { INBOX_SCREEN_LIMITS } from './limits.ts';

interface Props {
  letter: InboxLetter;
  depth: number;
  isShown: boolean;
  isMarked: boolean;
  onPick: (uid: number, isRange: boolean) => void;
}

export const InboxRow = memo(function InboxRow({ letter, depth, isShown, isMarked, onPick }: Props) {
  const { inbox } = useBenchParts();
  const { uid, flags, from, subject, date_ms, kept } = letter;
  const isRead = flags.includes('\\Seen');
  const isDeleted = flags.includes('\\Deleted');
  const isFlagged = flags.includes('\\Flagged');
  const states = [
    ...(isRead ? [] : [t('inbox.unread')]),
    ...(isFlagged ? [t('inbox.flagged')] : []),
    ...(flags.includes('\\Answered') ? [t('inbox.answered')] : []),
    ...(flags.includes('\\Draft') ? [t('inbox.draft')] : []),
    ...(isDeleted ? [t('inbox.marked')] : []),
    ...(kept === true ? [t('inbox.kept')] : []),
  ];
  const looks = ['inbox__row', ...(isRead ? [] : ['is-unread']), ...(isDeleted ? ['is-deleted'] : [])].join(' ');
  const sender = senderName(from);
  const onDragStart = ({ dataTransfer }: DragEvent) => {
    const { marked } = inbox.store.getState();
    dataTransfer.setData(DRAGGED, (marked.has(uid) ? [...marked] : [uid]).join(' '));
    dataTransfer.effectAllowed = 'copyMove';
  };
  return (
    <li
      className={looks}
      draggable
      style={{ paddingLeft: `${Math.min(depth, INBOX_SCREEN_LIMITS.drawnDepth) * 14}px` }}
      onDragStart={onDragStart}
    >
      <input
        type="checkbox"
        className="inbox__pick"
        aria-label={t('inbox.pick', { subject: showText(subject), from: showText(sender) })}
        checked={isMarked}
        onChange={(event) => onPick(uid, (event.nativeEvent as MouseEvent).shiftKey)}
      />
      <button
        id={rowId(uid)}
        type="button"
        className="inbox__letter"
        data-uid={uid}
        aria-current={isShown}
        onClick={() => inbox.show(uid)}
      >
        <span className="inbox__from">{showText(sender)}</span>
        {date_ms !== undefined && <span className="inbox__date">{showTime(date_ms)}</span>}
        <span className="inbox__subject">{showText(subject) || t('letters.noSubject')}</span>
        {states.length > 0 && <span className="inbox__state">{states.join(' \u00b7 ')}</span>}
      </button>
      {isDeleted && (
        <button
          type="button"
          className="link-button inbox__undo"
          onClick={() => void inbox.flag('\\Deleted', false, [uid])}
        >
          {t('inbox.undo')}
        </button>
      )}
    </li>
  );
});

function senderName(from: string): string {
  const [sender] = parseMailboxes(from);
  return sender?.name || sender?.address || from;
}

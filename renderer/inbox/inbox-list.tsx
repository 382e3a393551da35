// The letters of a mailbox, newest first: unread, answered, marked as deleted. Counterpart: use-inbox.ts. Rule: what is
// marked as deleted stays in sight until it is removed for good, as it stays on the server.

import { useBenchParts } from '../app/use-bench.ts';
import type { InboxLetter } from '../../contract/commands.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import type { Inbox } from './use-inbox.ts';

interface Props {
  address: string;
  inbox: Inbox;
  shown: number | undefined;
  onRead: (uid: number) => void;
}

export function InboxList({ address, inbox, shown, onRead }: Props) {
  const { source } = useBenchParts();
  const { letters, change } = inbox;
  if (letters === undefined) return <p className="inbox__note">{inbox.failure === '' ? t('inbox.opening') : ''}</p>;
  if (letters.length === 0) return null;
  const deleted = letters.filter((one) => one.flags.includes('\\Deleted'));
  const remove = () =>
    change(async () => {
      for (const { uid } of deleted) await source.dispatch('inbox.remove', { address, uids: [uid] });
    });
  const keep = (uid: number) =>
    change(() => source.dispatch('inbox.flag', { address, uids: [uid], flag: '\\Deleted', on: false }));
  return (
    <>
      <ul className="inbox__list" aria-label={t('inbox.list', { address })}>
        {letters.map((letter) => (
          <Row
            key={letter.uid}
            letter={letter}
            isShown={letter.uid === shown}
            onRead={() => onRead(letter.uid)}
            onKeep={() => void keep(letter.uid)}
          />
        ))}
      </ul>
      {deleted.length > 0 && (
        <p className="inbox__foot">
          {t('inbox.deleted', { count: deleted.length })}{' '}
          <button type="button" className="inbox__link" onClick={() => void remove()}>
            {t('inbox.expunge')}
          </button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  letter: InboxLetter;
  isShown: boolean;
  onRead: () => void;
  onKeep: () => void;
}

function Row({ letter, isShown, onRead, onKeep }: RowProps) {
  const { flags, from, subject, date_ms } = letter;
  const isRead = flags.includes('\\Seen');
  const isDeleted = flags.includes('\\Deleted');
  const states = [
    ...(isRead ? [] : [t('inbox.unread')]),
    ...(flags.includes('\\Answered') ? [t('inbox.answered')] : []),
    ...(isDeleted ? [t('inbox.marked')] : []),
  ];
  const looks = `inbox__row${isRead ? '' : ' inbox__row--unread'}${isDeleted ? ' inbox__row--deleted' : ''}`;
  return (
    <li className={looks}>
      <button type="button" className="inbox__letter" aria-current={isShown} onClick={onRead}>
        <span className="inbox__from">{showText(senderName(from))}</span>
        {date_ms !== undefined && <span className="inbox__date">{showTime(date_ms)}</span>}
        <span className="inbox__subject">{showText(subject) || t('letters.noSubject')}</span>
        {states.length > 0 && <span className="inbox__state">{states.join(' \u00b7 ')}</span>}
      </button>
      {isDeleted && (
        <button type="button" className="inbox__link inbox__undo" onClick={onKeep}>
          {t('inbox.undo')}
        </button>
      )}
    </li>
  );
}

function senderName(from: string): string {
  const [sender] = parseMailboxes(from);
  return sender?.name || sender?.address || from;
}

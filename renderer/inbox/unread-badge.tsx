// How much unread mail the reader of the Inbox has, for the rail. Counterpart: app/rail.tsx. Rule: counted in what is known
// of the mailbox anyway; nobody is asked for it.

import { useBench } from '../app/use-bench.ts';
import { mailboxName } from '../store/mailbox-name.ts';
import { t } from '../text/t.ts';
import { useReader } from './use-reader.ts';

export function UnreadBadge() {
  const name = mailboxName(useReader() ?? '');
  const count = useBench(
    ({ live }) => live.lab.mailboxes[name]?.letters.filter(({ flags }) => !flags.includes('Seen')).length ?? 0,
  );
  if (count === 0) return null;
  return (
    <span className="rail__badge">
      {count > MOST ? `${MOST}+` : count}
      <span className="sr"> {t('inbox.unread')}</span>
    </span>
  );
}

/** More isn't read at a glance. */
const MOST = 99;

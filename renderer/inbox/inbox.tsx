// The Inbox: whose mail and in which folder, the list of it, and the letter that is read or written. Counterpart:
// inbox-desk.ts asks, engine/inbox/ is the mail program that answers. Rule: everything here came from the user's server,
// in a dialog that can be looked at.

import { useEffect } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { usersOf } from '../store/hosts.ts';
import { mailboxName } from '../store/mailbox-name.ts';
import { t } from '../text/t.ts';
import { FolderColumn } from './folder-column.tsx';
import './inbox.css';
import { InboxLetterView } from './inbox-letter.tsx';
import { InboxList } from './inbox-list.tsx';
import { useInbox } from './use-inbox.ts';
import { useReader } from './use-reader.ts';
import { Writer } from './writer.tsx';

export function Inbox() {
  const isLive = useBench((state) => state.link.name === 'live');
  const address = useReader();
  if (!isLive || address === undefined) return <p className="inbox__note">{t('inbox.noLab')}</p>;
  return <Mailbox address={address} />;
}

function Mailbox({ address }: { address: string }) {
  const { inbox } = useBenchParts();
  const everybody = usersOf(useBench((state) => state.live.lab.topology)).everybody;
  const run = useBench((state) => state.live.lab.run);
  const shown = useInbox((state) => state.shown);
  const folder = useInbox((state) => state.folder);
  const draft = useInbox((state) => state.draft);
  const isWriting = useInbox((state) => state.isWriting);
  const listed = useInbox((state) => state.folders?.find(({ path }) => path === state.folder)?.listed ?? state.folder);
  // Deliveries change these; what the server says is asked of the server.
  const here = useBench((state) => state.live.lab.mailboxes[mailboxName(address, listed)]?.total ?? 0);
  const elsewhere = useBench(({ live }) => totalsOf(live.lab.mailboxes, address, mailboxName(address, listed)));
  useEffect(() => {
    inbox.enter(address, run);
    return () => inbox.leave();
  }, [inbox, address, run]);
  useEffect(() => inbox.refresh(), [inbox, here]);
  useEffect(() => inbox.refresh({ folders: true }), [inbox, elsewhere]);
  return (
    <div className="inbox">
      <FolderColumn everybody={everybody} />
      <InboxList />
      <div className="inbox__reading">
        {draft && (
          <div hidden={!isWriting}>
            <Writer key={draft.id} draft={draft} />
          </div>
        )}
        {!(draft && isWriting) && <InboxLetterView key={`${address} ${folder} ${shown}`} />}
      </div>
    </div>
  );
}

function totalsOf(mailboxes: Readonly<Record<string, { total: number }>>, address: string, but: string): string {
  const own = mailboxName(address);
  return Object.entries(mailboxes)
    .filter(([name]) => name !== but && (name === own || name.startsWith(`${own}/`)))
    .map(([name, { total }]) => `${name} ${total}`)
    .join();
}

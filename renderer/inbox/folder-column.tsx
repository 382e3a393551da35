// Whose mail, its folders, and how it is read. Counterpart: inbox-desk.ts. Rule: the folders that every mail program makes
// when it first needs them stand there from the beginning, so that letters can be dropped on them.

import { type DragEvent, useState } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { openReader, writeHere } from '../actions/inbox.ts';
import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { FolderUse, InboxFolder } from '../../contract/commands.ts';
import { showText } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { FolderForms } from './folder-forms.tsx';
import { readerOf } from './inbox-choices.ts';
import { DRAGGED } from './ids.ts';
import { useInbox } from './use-inbox.ts';

const MADE_WHEN_NEEDED = ['drafts', 'sent', 'junk', 'trash'] as const;

export function FolderColumn({ everybody }: { everybody: readonly string[] }) {
  const { inbox, store, frame } = useBenchParts();
  const address = useInbox((state) => state.address);
  const folders = useInbox((state) => state.folders);
  const conn = useInbox((state) => state.conn);
  const draft = useInbox((state) => state.draft);
  const isWriting = useInbox((state) => state.isWriting);
  const { reader } = readerOf(
    useInbox((state) => state.choices),
    address,
  );
  const host = useBench((state) => state.live.lab.topology?.users.find((one) => one.address === address)?.host ?? '');
  const showDialog = () => {
    store.setState({ chosen: conn });
    frame.setState({ place: 'lab' });
  };
  const missing = MADE_WHEN_NEEDED.filter((use) => folders?.every((one) => one.use !== use));
  const protocol = reader === 'imap' ? 'IMAP' : 'POP3';
  return (
    <div className="inbox__folders">
      <label className="inbox__user">
        <span className="sr">{t('inbox.user')}</span>
        <select value={address} onChange={(event) => inbox.chooseReader(event.target.value)}>
          {everybody.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <ActionButton action={writeHere} className="inbox__write" />
      {draft && !isWriting && (
        <button type="button" className="inbox__begun link-button" onClick={() => inbox.showWriting(true)}>
          {t('inbox.goOnWriting')}
        </button>
      )}
      <ul className="inbox__tree" aria-label={t('inbox.folders')}>
        {(folders ?? []).map((folder) => (
          <Folder key={folder.path} folder={folder} />
        ))}
        {reader === 'imap' && folders && missing.map((use) => <Missing key={use} use={use} />)}
      </ul>
      {reader === 'imap' ? <FolderForms /> : <p className="inbox__forms">{t('inbox.noFolders')}</p>}
      <div className="inbox__how">
        <p>{t('inbox.how', { host, protocol })}</p>
        <button type="button" className="link-button" disabled={conn === ''} onClick={showDialog}>
          {t('inbox.dialog', { protocol })}
        </button>
        <ActionButton action={openReader} className="link-button" />
      </div>
    </div>
  );
}

/** What folders of a purpose are called here, whatever the server calls them. */
const NAMES: Readonly<Record<FolderUse, TextKey>> = {
  inbox: 'folder.inbox',
  archive: 'folder.archive',
  drafts: 'folder.drafts',
  junk: 'folder.junk',
  sent: 'folder.sent',
  trash: 'folder.trash',
};

function Folder({ folder }: { folder: InboxFolder }) {
  const { inbox } = useBenchParts();
  const isOpen = useInbox((state) => state.folder === folder.path);
  const { isOver, ...drop } = useDrop({ path: folder.path });
  const { path, name, use, depth, selectable, unread, total } = folder;
  const called = use === 'inbox' ? t(NAMES.inbox) : showText(name);
  return (
    <li className={isOver ? 'inbox__folder is-over' : 'inbox__folder'} {...(selectable ? drop : {})}>
      <button
        type="button"
        className={unread > 0 ? 'inbox__open inbox__open--unread' : 'inbox__open'}
        aria-current={isOpen ? 'true' : undefined}
        disabled={!selectable}
        title={t('folder.counts', { total, unread })}
        style={{ paddingLeft: `${12 + Math.min(depth, 5) * 14}px` }}
        onClick={() => inbox.openFolder(path)}
      >
        <span>{called}</span>
        {unread > 0 && (
          <span className="inbox__count">
            {unread}
            <span className="sr"> {t('inbox.unread')}</span>
          </span>
        )}
      </button>
    </li>
  );
}

/** Not there yet: the first letter that is put there makes it. */
function Missing({ use }: { use: (typeof MADE_WHEN_NEEDED)[number] }) {
  const { isOver, ...drop } = useDrop({ use });
  return (
    <li className={isOver ? 'inbox__folder is-over' : 'inbox__folder'} {...drop}>
      <span className="inbox__open inbox__open--missing" title={t('folder.missing')}>
        {t(NAMES[use])}
      </span>
    </li>
  );
}

/** Letters can be dropped here; with Ctrl they are copied. */
function useDrop(to: { path: string } | { use: (typeof MADE_WHEN_NEEDED)[number] }) {
  const { inbox } = useBenchParts();
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = event.ctrlKey ? 'copy' : 'move';
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const uids = event.dataTransfer.getData(DRAGGED).split(' ').map(Number).filter(Number.isInteger);
      if (uids.length > 0) void inbox.move(to, event.ctrlKey, uids);
    },
  };
}

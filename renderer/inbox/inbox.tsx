// The Inbox: whose mail, the list of it, and the letter that is read. Counterpart: engine/inbox/, the mail program that
// asks for it. Rule: everything here came from the user's IMAP server, in a dialog that can be looked at.

import { useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { firstLetter, usersOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import './inbox.css';
import { InboxLetterView } from './inbox-letter.tsx';
import { InboxList } from './inbox-list.tsx';
import { useInbox } from './use-inbox.ts';

export function Inbox() {
  const topology = useBench((state) => state.live.lab.topology);
  const isLive = useBench((state) => state.link.name === 'live');
  const [chosen, setChosen] = useState<string>();
  const { everybody } = usersOf(topology);
  // Who gets the first letter is who has something to read.
  const address = chosen !== undefined && everybody.includes(chosen) ? chosen : firstLetter(topology)?.to;
  if (!isLive || address === undefined) {
    return <p className="inbox__note">{t('inbox.noLab')}</p>;
  }
  return (
    <div className="inbox">
      <Mailbox key={address} address={address} everybody={everybody} onChoose={setChosen} />
    </div>
  );
}

interface Props {
  address: string;
  everybody: readonly string[];
  onChoose: (address: string) => void;
}

function Mailbox({ address, everybody, onChoose }: Props) {
  const { store, frame } = useBenchParts();
  const inbox = useInbox(address);
  const [uid, setUid] = useState<number>();
  const user = useBench((state) => state.live.lab.topology?.users.find((one) => one.address === address));
  const letter = inbox.letters?.find((one) => one.uid === uid);
  const showDialog = () => {
    store.setState({ chosen: inbox.conn });
    frame.setState({ place: 'lab' });
  };
  return (
    <>
      <div className="inbox__box">
        <div className="inbox__head">
          <h2>{t('inbox.title')}</h2>
          <button type="button" className="plain-button" disabled={inbox.isAsking} onClick={inbox.refresh}>
            {t('inbox.refresh')}
          </button>
        </div>
        <label className="inbox__user">
          <span className="sr">{t('inbox.user')}</span>
          <select value={address} onChange={(event) => onChoose(event.target.value)}>
            {everybody.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <p className="inbox__how">
          {t('inbox.how', { host: user?.host ?? '' })}{' '}
          <button type="button" className="inbox__link" disabled={inbox.conn === ''} onClick={showDialog}>
            {t('inbox.dialog')}
          </button>
        </p>
        {inbox.failure !== '' && (
          <p className="compose__problem inbox__problem" role="alert">
            {inbox.failure}
          </p>
        )}
        <InboxList address={address} inbox={inbox} shown={uid} onRead={setUid} />
      </div>
      <InboxLetterView
        key={uid}
        address={address}
        letter={letter}
        inbox={inbox}
        isEmpty={inbox.letters?.length === 0}
        onGone={() => setUid(undefined)}
      />
    </>
  );
}

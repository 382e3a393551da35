// One letter: as a mail program shows it, and beside it as it lies on disk or taken apart. Counterpart: shown-letter.ts
// reads it. Rule: reading marks it as read, because that is what mail programs do; nothing of it is run or fetched.

import { useEffect, useMemo, useRef, useState } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { INBOX_ACTS } from '../actions/inbox.ts';
import { useBench, useBenchParts } from '../app/use-bench.ts';
import { AnalyseButton } from '../analyzer/analyse-button.tsx';
import { LetterParts } from '../mime/letter-parts.tsx';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { mailboxName } from '../store/mailbox-name.ts';
import { showLines } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { AsShown } from './as-shown.tsx';
import { resumed } from './draft.ts';
import { describeFailure } from './failure.ts';
import { BESIDES } from './inbox-choices.ts';
import { openFolder } from './inbox-state.ts';
import { shownLetter } from './shown-letter.ts';
import { useInbox } from './use-inbox.ts';

export function InboxLetterView() {
  const { inbox } = useBenchParts();
  const uid = useInbox((state) => state.shown);
  const [octets, setOctets] = useState<string>();
  const [failure, setFailure] = useState('');
  const beside = useInbox((state) => state.choices.beside);
  useEffect(() => {
    let isWanted = true;
    if (uid === undefined) return undefined;
    inbox.read(uid).then(
      (bytes) => isWanted && setOctets(bytes),
      (error: unknown) => isWanted && setFailure(describeFailure(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [inbox, uid]);
  const letter = useMemo(() => (octets === undefined ? undefined : shownLetter(octets)), [octets]);
  // What acts on the letter needs what was read of it.
  useEffect(() => {
    inbox.store.setState({ open: octets !== undefined && letter ? { octets, letter } : undefined });
    return () => inbox.store.setState({ open: undefined });
  }, [inbox, octets, letter]);
  const page = useRef<HTMLElement>(null);
  // Another letter is read from its beginning.
  useEffect(() => {
    page.current?.parentElement?.scrollTo(0, 0);
  }, []);
  return (
    <section ref={page} className="inbox__page" aria-label={t('inbox.reading')}>
      <Notes />
      {uid === undefined ? (
        <Nothing />
      ) : (
        <>
          <Acts />
          {failure !== '' && (
            <p className="compose__problem" role="alert">
              {failure}
            </p>
          )}
          {letter && octets !== undefined && (
            <div className={beside === 'none' ? 'inbox__pair inbox__pair--one' : 'inbox__pair'}>
              <AsShown letter={letter} octets={octets} />
              {beside === 'disk' && <OnDisk octets={octets} uid={uid} />}
              {beside === 'parts' && (
                <article className="inbox__disk">
                  <h3 className="inbox__kind">{t('inbox.apart')}</h3>
                  <LetterParts octets={octets} />
                </article>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Nothing() {
  const count = useInbox((state) => state.marked.size);
  if (count === 0) return <p className="inbox__note">{t('inbox.choose')}</p>;
  return (
    <>
      <Acts />
      <p className="inbox__note">{t('inbox.severalPicked', { count })}</p>
    </>
  );
}

/** What became of the letter that was sent, or moved. */
function Notes() {
  const { inbox, store, frame } = useBenchParts();
  const undo = useInbox((state) => state.undo);
  const sent = useInbox((state) => state.sent);
  const watch = () => {
    store.setState({ chosen: sent?.conn });
    frame.setState({ place: 'lab' });
  };
  return (
    <>
      {undo && (
        <p className="inbox__told" role="status">
          {t('inbox.moved', { count: undo.count, folder: undo.folder })}{' '}
          <button type="button" className="link-button" onClick={() => void inbox.undo()}>
            {t('inbox.undo')}
          </button>
        </p>
      )}
      {sent && (
        <p className="inbox__told" role="status">
          {t('inbox.sent', { reply: sent.reply })}{' '}
          {sent.copy && 'folder' in sent.copy && t('inbox.copied', { folder: sent.copy.folder })}
          {sent.copy && 'problem' in sent.copy && t('inbox.notCopied', { problem: sent.copy.problem })}{' '}
          <button type="button" className="link-button" onClick={watch}>
            {t('inbox.watch')}
          </button>
        </p>
      )}
    </>
  );
}

function Acts() {
  const { inbox, store, frame } = useBenchParts();
  const address = useInbox((state) => state.address);
  const folder = useInbox(openFolder);
  const letter = useInbox((state) => state.letters?.find(({ uid }) => uid === state.shown));
  const open = useInbox((state) => state.open);
  const beside = useInbox((state) => state.choices.beside);
  const name = mailboxName(address, folder?.listed);
  const message = useBench(
    (state) =>
      state.live.lab.mailboxes[name]?.letters.find((one) =>
        letter?.unique === undefined ? one.uid === letter?.uid : one.file === letter.unique,
      )?.message,
  );
  const hasJourney = useBench((state) => message !== undefined && state.live.lab.messages[message] !== undefined);
  const showWay = () => {
    store.setState({ chosen: message });
    frame.setState({ place: 'lab' });
  };
  const resume = () => {
    if (!open || !letter || !folder) return;
    inbox.write(resumed({ letter: open.letter, address, folder: folder.path, uid: letter.uid }, open.octets));
  };
  return (
    <div className="inbox__bar">
      <div className="inbox__acts" role="toolbar" aria-label={t('inbox.acts')}>
        {folder?.use === 'drafts' && open && (
          <button type="button" className="plain-button" onClick={resume}>
            {t('inbox.resume')}
          </button>
        )}
        {INBOX_ACTS.map((action) => (
          <ActionButton key={action.id} action={action} className="inbox__act" />
        ))}
      </div>
      <div className="inbox__views">
        {hasJourney && (
          <button type="button" className="link-button" onClick={showWay}>
            {t('inbox.way')}
          </button>
        )}
        {open && <AnalyseButton octets={() => open.octets} />}
        <span aria-hidden="true">{t('beside.title')}</span>
        <select
          aria-label={t('beside.title')}
          value={beside}
          onChange={(event) => inbox.choose({ beside: event.target.value as (typeof BESIDES)[number] })}
        >
          {BESIDES.map((one) => (
            <option key={one} value={one}>
              {t(`beside.${one}` satisfies TextKey)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function OnDisk({ octets, uid }: { octets: string; uid: number }) {
  const address = useInbox((state) => state.address);
  const listed = useInbox((state) => openFolder(state)?.listed);
  const letter = useInbox((state) => state.letters?.find((one) => one.uid === uid));
  const file = useBench(
    ({ live }) =>
      live.lab.mailboxes[mailboxName(address, listed)]?.letters.find((one) =>
        letter?.unique === undefined ? one.uid === uid : one.file === letter.unique,
      )?.file,
  );
  const isCut = octets.length > SCREEN_LIMITS.shownOctets;
  return (
    <article className="inbox__disk">
      <h3 className="inbox__kind">
        {t(letter?.kept === true ? 'inbox.onDesk' : 'inbox.onDisk', { octets: octets.length })}
        {file !== undefined && <code className="inbox__file">{file}</code>}
      </h3>
      <pre className="inbox__bytes" tabIndex={0}>
        {showLines(octets.slice(0, SCREEN_LIMITS.shownOctets))}
      </pre>
      {isCut && <p className="inbox__note">{t('bulk.cut', { octets: SCREEN_LIMITS.shownOctets })}</p>}
    </article>
  );
}

// One letter, twice: as a mail program shows it, and as it lies on disk. Counterpart: shown-letter.ts reads it. Rule:
// reading marks it as read, because that is what mail programs do; text only.

import { useEffect, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { focusSoon } from '../app/focus.ts';
import type { InboxLetter } from '../../contract/commands.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showLines } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { answerTo } from './draft.ts';
import { describeFailure } from './failure.ts';
import { type ShownLetter, shownLetter } from './shown-letter.ts';
import type { Inbox } from './use-inbox.ts';
import { WRITE_FIELD } from './write-form.tsx';

interface Props {
  address: string;
  letter: InboxLetter | undefined;
  inbox: Inbox;
  isEmpty: boolean;
  onGone: () => void;
}

export function InboxLetterView({ address, letter, inbox, isEmpty, onGone }: Props) {
  const { source, store, frame } = useBenchParts();
  const uid = letter?.uid;
  const [octets, setOctets] = useState<string>();
  const [failure, setFailure] = useState('');
  const { refresh, change } = inbox;
  const message = useBench(
    (state) => state.live.lab.mailboxes[address]?.letters.find((one) => one.uid === uid)?.message,
  );
  const hasJourney = useBench((state) => message !== undefined && state.live.lab.messages[message] !== undefined);
  useEffect(() => {
    let isWanted = true;
    if (uid === undefined) return undefined;
    source.dispatch('inbox.read', { address, uid }).then(
      ({ bytes }) => {
        if (!isWanted) return;
        setOctets(bytes);
        refresh();
      },
      (error: unknown) => isWanted && setFailure(describeFailure(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [source, address, uid, refresh]);

  if (letter === undefined) {
    return (
      <section className="inbox__reading" aria-label={t('inbox.reading')}>
        <p className="inbox__note">{t(isEmpty ? 'inbox.empty' : 'inbox.choose')}</p>
      </section>
    );
  }
  const shown = octets === undefined ? undefined : shownLetter(octets);
  const reply = () => {
    if (!shown) return;
    frame.setState({ place: 'lab', isWriting: true, draft: answerTo(shown, address, letter.uid) });
    focusSoon(WRITE_FIELD);
  };
  const remove = () => {
    onGone();
    void change(() => source.dispatch('inbox.flag', { address, uids: [letter.uid], flag: '\\Deleted', on: true }));
  };
  const showWay = () => {
    store.setState({ chosen: message });
    frame.setState({ place: 'lab' });
  };
  return (
    <section className="inbox__reading" aria-label={t('inbox.reading')}>
      <div className="inbox__acts">
        <button type="button" className="plain-button" disabled={!shown} onClick={reply}>
          {t('inbox.reply')}
        </button>
        <button type="button" className="plain-button" onClick={remove}>
          {t('inbox.delete')}
        </button>
        {hasJourney && (
          <button type="button" className="inbox__link" onClick={showWay}>
            {t('inbox.way')}
          </button>
        )}
      </div>
      {failure !== '' && (
        <p className="compose__problem" role="alert">
          {failure}
        </p>
      )}
      {shown && octets !== undefined && (
        <div className="inbox__pair">
          <AsShown letter={shown} />
          <OnDisk octets={octets} />
        </div>
      )}
    </section>
  );
}

const SHOWN_FIELDS = ['from', 'to', 'cc', 'date'] as const;
const FIELD_NAMES = { from: 'From', to: 'To', cc: 'Cc', date: 'Date' } as const;
const NOTES: Partial<Record<ShownLetter['kind'], TextKey>> = { html: 'inbox.html', none: 'inbox.noText' };

function AsShown({ letter }: { letter: ShownLetter }) {
  const note = NOTES[letter.kind];
  return (
    <article className="inbox__shown">
      <h3 className="inbox__kind">{t('inbox.asShown')}</h3>
      <div className="inbox__sheet">
        <h4 className="inbox__title">{letter.subject || t('letters.noSubject')}</h4>
        <dl className="inbox__fields">
          {SHOWN_FIELDS.filter((name) => letter[name] !== '').map((name) => (
            <div key={name}>
              <dt>{FIELD_NAMES[name]}</dt>
              <dd>{letter[name]}</dd>
            </div>
          ))}
        </dl>
        {note && <p className="inbox__note">{t(note)}</p>}
        {letter.text !== '' && <pre className="inbox__text">{letter.text}</pre>}
      </div>
    </article>
  );
}

function OnDisk({ octets }: { octets: string }) {
  const isCut = octets.length > SCREEN_LIMITS.shownOctets;
  return (
    <article className="inbox__disk">
      <h3 className="inbox__kind">{t('inbox.onDisk', { octets: octets.length })}</h3>
      <pre className="inbox__bytes">{showLines(octets.slice(0, SCREEN_LIMITS.shownOctets))}</pre>
      {isCut && <p className="inbox__note">{t('bulk.cut', { octets: SCREEN_LIMITS.shownOctets })}</p>}
    </article>
  );
}

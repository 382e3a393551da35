// Above the list: which folder, search, order, what is picked. Counterpart: inbox-desk.ts. Rule: the server searches, and
// what it was asked is shown; a program without a server that can says that it looked by itself.

import { type SubmitEvent, useState } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { getMail } from '../actions/inbox.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { showText } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { SEARCH_FIELD } from './ids.ts';
import { readerOf } from './inbox-choices.ts';
import type { Search } from './inbox-state.ts';
import { SORTS } from './list-order.ts';
import { useInbox } from './use-inbox.ts';

const PLACES = ['text', 'from', 'to', 'subject'] as const;

export function ListHead() {
  const folder = useInbox((state) => state.folder);
  const marked = useInbox((state) => state.marked);
  const choices = useInbox((state) => state.choices);
  const address = useInbox((state) => state.address);
  const { inbox } = useBenchParts();
  const { sort, isThreaded } = choices;
  const { reader, leave } = readerOf(choices, address);
  return (
    <div className="inbox__head">
      <div className="inbox__line">
        <h2>{folder === 'INBOX' ? t('folder.inbox') : showText(folder)}</h2>
        <ActionButton action={getMail} className="plain-button" />
      </div>
      {reader === 'pop3' && <p className="inbox__help">{t(leave ? 'pop3.leaves' : 'pop3.takes')}</p>}
      <SearchForm key={folder} />
      <div className="inbox__line inbox__order">
        <span aria-hidden="true">{t('sort.by')}</span>
        <select
          aria-label={t('sort.by')}
          value={sort.by}
          onChange={(event) =>
            inbox.choose({
              sort: {
                by: event.target.value as (typeof SORTS)[number],
                isDown: event.target.value === 'date' || event.target.value === 'size',
              },
            })
          }
        >
          {SORTS.map((by) => (
            <option key={by} value={by}>
              {t(`sort.${by}` satisfies TextKey)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="link-button"
          aria-label={t(sort.isDown ? 'sort.down' : 'sort.up')}
          title={t(sort.isDown ? 'sort.down' : 'sort.up')}
          onClick={() => inbox.choose({ sort: { ...sort, isDown: !sort.isDown } })}
        >
          {sort.isDown ? '\u2193' : '\u2191'}
        </button>
        <label className="inbox__switch">
          <input
            type="checkbox"
            checked={isThreaded}
            onChange={(event) => inbox.choose({ isThreaded: event.target.checked })}
          />
          {t('sort.threads')}
        </label>
      </div>
      {marked.size > 0 && (
        <p className="inbox__help" role="status">
          {t('inbox.picked', { count: marked.size })}{' '}
          <button type="button" className="link-button" onClick={() => inbox.markNone()}>
            {t('inbox.pickNone')}
          </button>
        </p>
      )}
    </div>
  );
}

function SearchForm() {
  const { inbox } = useBenchParts();
  const found = useInbox((state) => state.found);
  const [text, setText] = useState('');
  const [place, setPlace] = useState<Search['in']>('text');
  const [unread, setUnread] = useState(false);
  const search = (change: Partial<Search> = {}) => {
    const wanted = { text: text.trim(), in: place, unread, flagged: false, ...change };
    if (wanted.text === '' && !wanted.unread) inbox.endSearch();
    else void inbox.search(wanted);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    search();
  };
  return (
    <form className="inbox__search" role="search" onSubmit={submit}>
      <div className="inbox__line">
        <input
          id={SEARCH_FIELD}
          type="search"
          value={text}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          maxLength={200}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '' && found && !unread) inbox.endSearch();
          }}
        />
        <select
          value={place}
          aria-label={t('search.in')}
          onChange={(event) => {
            setPlace(event.target.value as Search['in']);
            search({ in: event.target.value as Search['in'] });
          }}
        >
          {PLACES.map((one) => (
            <option key={one} value={one}>
              {t(`search.in.${one}` satisfies TextKey)}
            </option>
          ))}
        </select>
      </div>
      <label className="inbox__switch">
        <input
          type="checkbox"
          checked={unread}
          onChange={(event) => {
            setUnread(event.target.checked);
            search({ unread: event.target.checked });
          }}
        />
        {t('search.unread')}
      </label>
      {found && (
        <p className="inbox__help" role="status">
          {t('search.found', { count: found.uids.size })}{' '}
          {found.sent === undefined ? t('search.byProgram') : <code>{showText(found.sent)}</code>}
        </p>
      )}
    </form>
  );
}

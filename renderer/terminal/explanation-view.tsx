// What the pointed line means, below the dialog: meaning, who decided, where to read; on request its parts, bytes and
// times. Counterpart: explain/ makes it from the line. Rule: the sentences are spoken when they change; Escape leaves.

import { type KeyboardEvent, useMemo, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { decisionsOn } from '../explain/decision.ts';
import type { LinePart, Said } from '../explain/explanation.ts';
import { explainItem } from '../explain/index.ts';
import { CodeLink, RfcLink } from '../reference/reference-link.tsx';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import { shortName } from '../store/hosts.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { hexLines, showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showMs, showTime } from '../text/times.ts';
import { Close } from '../theme/icons.tsx';
import { FindLike } from '../filter/find-like.tsx';
import { ForkHere } from '../fork/fork-here.tsx';
import './explanation.css';

interface Props {
  dialog: Dialog;
  item: DialogItem;
  onLeave: () => void;
}

export function ExplanationView({ dialog, item, onLeave }: Props) {
  const topology = useBench((state) => state.moment.lab.topology);
  const [isOpen, setOpen] = useState(false);
  const { revision } = dialog;
  const { name, meaning, parts, rfc, answers } = useMemo(
    () => explainItem(dialog, item),
    // oxlint-disable-next-line react/exhaustive-deps -- the dialog is one object that grows; its revision says when
    [dialog, item, revision],
  );
  const why = decisionsOn(dialog, item, topology);
  const asked = answers === undefined ? undefined : dialog.items.find((one) => one.seq === answers);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <section className="explanation" aria-label={t('explain.title')} onKeyDown={onKeyDown}>
      <button
        type="button"
        className="icon-button explanation__close"
        aria-label={t('explain.close')}
        title={t('explain.close')}
        onClick={onLeave}
      >
        <Close />
      </button>
      <div role="status">
        <p>
          <b>{say(name)}</b> {'\u2014'} {meaning.map(say).join(' ')} {why.map(say).join(' ')}
          {item.kind !== 'tls' && item.changed && ` ${t('explain.changed', { host: speakerOf(dialog, item.from) })}`}
        </p>
        {asked?.kind === 'line' && (
          <p className="explanation__soft">{t('explain.answers', { line: showLine(asked.bytes, asked.secret) })}</p>
        )}
      </div>
      <div className="explanation__acts">
        <ForkHere dialog={dialog} item={item} />
        <FindLike dialog={dialog} item={item} />
      </div>
      <div className="explanation__foot">
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="explanation__more">
            <span>{t('explain.more')}</span>
          </summary>
          {isOpen && <Details dialog={dialog} item={item} parts={parts} />}
        </details>
        <span className="explanation__rfc">
          {item.kind === 'line' && item.from === 'server' && <CodeLink reply={item.bytes} />}
          <RfcLink cited={rfc} />
        </span>
      </div>
    </section>
  );
}

const say = ({ key, params }: Said): string => t(key, params);

const speakerOf = (dialog: Dialog, from: 'client' | 'server'): string => shortName(dialog[from].host);

function Details({ dialog, item, parts }: { dialog: Dialog; item: DialogItem; parts: readonly LinePart[] }) {
  const ms = showMs((item.at_us - dialog.opened_us) / 1000);
  return (
    <div className="explanation__details">
      {parts.length > 0 && (
        <dl className="explanation__parts">
          {parts.map(({ text, name, note }, index) => (
            <div key={index}>
              <dt>
                <code>{showLine(text)}</code>
              </dt>
              <dd>
                {say(name)}
                {note && <span className="explanation__soft">: {say(note)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {item.kind === 'line' &&
        (item.secret === undefined ? (
          <pre className="explanation__bytes" aria-label={t('explain.bytes')}>
            {hexLines(item.bytes.slice(0, SCREEN_LIMITS.hexOctets))}
          </pre>
        ) : (
          <p className="explanation__soft">{t('explain.bytes.hidden')}</p>
        ))}
      <p className="explanation__soft">{t('explain.times', { at: showTime(item.at_ms), ms })}</p>
    </div>
  );
}

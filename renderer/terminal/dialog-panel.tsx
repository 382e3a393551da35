// One connection: who speaks with whom, since when, and every line. Counterpart: store/dialog.ts. Rule: the transcript
// is a log that can be scrolled by keyboard; where a person types from outside, it follows the last line.

import { type CSSProperties, memo, useEffect, useRef } from 'react';

import { useArrival, useBench } from '../app/use-bench.ts';
import type { Dialog, DialogItem, Lookup } from '../store/dialog.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showMs, showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Arrow, Enlarge, Shrink } from '../theme/icons.tsx';
import './dialog-panel.css';
import { DialogItemView } from './dialog-item.tsx';
import { Lookups } from './lookups.tsx';

interface Props {
  dialog: Dialog;
  /** The dialog is one object that grows; these two say when it did. */
  revision: number;
  answered: number;
  hop: number;
  before: readonly Lookup[];
  during: readonly Lookup[];
  isLarge: boolean;
  onEnlarge: ((id: string | undefined) => void) | undefined;
}

export const DialogPanel = memo(function DialogPanel(props: Props) {
  const { dialog, hop, before, during, isLarge, onEnlarge } = props;
  const topology = useBench((state) => state.moment.lab.topology);
  const isArriving = useArrival(dialog.id);
  const client = hostView(topology, dialog.client.host);
  const server = hostView(topology, dialog.server.host);
  const title = t('dialog.title', { client: client.short, server: server.short, port: String(dialog.server.port) });
  const titleId = `dialog-${dialog.id}`;
  const label = t(isLarge ? 'dialog.shrink' : 'dialog.enlarge');
  return (
    <section
      className={isArriving ? 'dialog is-arriving' : 'dialog'}
      style={{ '--hop': hop } as CSSProperties}
      aria-labelledby={titleId}
    >
      <div className="dialog__head">
        <h3 id={titleId} className="dialog__title">
          <HostMark host={client} />
          <span aria-hidden="true">{client.short}</span>
          <Arrow />
          <HostMark host={server} />
          <span aria-hidden="true">{server.short}</span>
          <span className="sr">{title}</span>
        </h3>
        <span className="dialog__port mono" aria-hidden="true">
          :{dialog.server.port}
        </span>
        {onEnlarge && (
          <button
            type="button"
            className="icon-button dialog__size"
            aria-label={label}
            title={label}
            onClick={() => onEnlarge(isLarge ? undefined : dialog.id)}
          >
            {isLarge ? <Shrink /> : <Enlarge />}
          </button>
        )}
      </div>
      <Transcript dialog={dialog} title={title}>
        <p className="dialog__facts">{facts(dialog).join(' \u00b7 ')}</p>
        <Lookups before={before} during={during} topology={topology} />
      </Transcript>
    </section>
  );
});

function facts({ opened_ms, opened_us, closed_us, door }: Dialog): string[] {
  const lasted =
    closed_us === undefined ? t('dialog.open') : t('dialog.lasted', { ms: showMs((closed_us - opened_us) / 1000) });
  return [t('dialog.opened', { time: showTime(opened_ms) }), lasted, ...(door ? [t('dialog.door')] : [])];
}

function Transcript({ dialog, title, children }: { dialog: Dialog; title: string; children: React.ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null);
  const isPinned = useRef(true);
  const count = dialog.items.length + dialog.dropped;
  const isFollowed = dialog.door && dialog.closed_us === undefined;
  useEffect(() => {
    const box = scroller.current;
    if (!box || !isFollowed) return undefined;
    // With the next frame, when the page is laid out anyway: asking for its height now would do it once more.
    const frame = requestAnimationFrame(() => {
      if (isPinned.current) box.scrollTop = box.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  }, [isFollowed, count]);
  const onScroll = () => {
    const box = scroller.current;
    if (box) isPinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
  };
  return (
    <div
      ref={scroller}
      className="dialog__scroll"
      role="log"
      aria-live="off"
      aria-label={t('dialog.lines', { title })}
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
      {dialog.dropped > 0 && <p className="dialog__facts">{t('dialog.dropped', { count: dialog.dropped })}</p>}
      {dialog.items.length === 0 && <p className="dialog__facts">{t('dialog.waiting')}</p>}
      {dialog.items.map((item, index) => (
        <DialogItemView
          key={item.seq}
          item={item}
          ms={startsTurn(item, dialog.items[index - 1]) ? (item.at_us - dialog.opened_us) / 1000 : undefined}
        />
      ))}
    </div>
  );
}

/** Times stand at the first line of each turn: enough to read the pace, few enough to read past. */
function startsTurn(item: DialogItem, previous: DialogItem | undefined): boolean {
  const speaker = (one: DialogItem | undefined) => (one === undefined || one.kind === 'tls' ? undefined : one.from);
  return item.kind === 'tls' || speaker(item) !== speaker(previous);
}

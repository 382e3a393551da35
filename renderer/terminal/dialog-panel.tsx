// One connection: who speaks with whom, since when, every line, and what the line that is pointed at means.
// Counterpart: store/dialog.ts. Rule: the dialog is one object that grows; `revision` and `answered` say when it did.

import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';

import { useArrival, useBench, useBenchParts, usePlan } from '../app/use-bench.ts';
import type { Dialog, Lookup } from '../store/dialog.ts';
import { StateView } from '../states/state-view.tsx';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showMs, showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Arrow, Clock, Enlarge, Eye, Shrink, Steps } from '../theme/icons.tsx';
import './dialog-panel.css';
import { EavesdropperView } from './eavesdropper/eavesdropper-view.tsx';
import { ExplanationView } from './explanation-view.tsx';
import { Lookups } from './lookups.tsx';
import { Transcript } from './transcript.tsx';
import { usePointing } from './use-pointing.ts';

interface Props {
  dialog: Dialog;
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
  const topology = usePlan();
  const pointed = useBench((state) => (state.pointed?.conn === dialog.id ? state.pointed.seq : undefined));
  const { leave } = usePointing(dialog.id);
  const isArriving = useArrival(dialog.id);
  const client = hostView(topology, dialog.client.host);
  const server = hostView(topology, dialog.server.host);
  const title = t('dialog.title', { client: client.short, server: server.short, port: String(dialog.server.port) });
  const titleId = `dialog-${dialog.id}`;
  const label = t(isLarge ? 'dialog.shrink' : 'dialog.enlarge');
  const panel = useRef<HTMLElement>(null);
  // Who points at a line from elsewhere wants to see it; the panel has just made room for its explanation.
  useEffect(() => {
    if (pointed !== undefined) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  // A person's wish for this place: another dialog that takes it may have no ciphertext, or no states.
  const [wantsTap, setTapped] = useState(false);
  const [wantsStates, setStates] = useState(false);
  const isTapped = wantsTap && dialog.tls !== undefined;
  const hasStates = wantsStates && dialog.protocol !== 'raw';
  const item = pointed === undefined ? undefined : dialog.items.find((one) => one.seq === pointed);
  return (
    <section
      ref={panel}
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
        {dialog.tls && (
          <button
            type="button"
            className="icon-button dialog__size"
            aria-pressed={isTapped}
            aria-label={t('dialog.eavesdropper')}
            title={t(isTapped ? 'dialog.eavesdropper' : 'dialog.plaintext')}
            onClick={() => setTapped(!isTapped)}
          >
            <Eye />
          </button>
        )}
        {dialog.protocol !== 'raw' && (
          <button
            type="button"
            className="icon-button dialog__size"
            aria-pressed={hasStates}
            aria-label={t('states.toggle')}
            title={t('states.toggle')}
            onClick={() => {
              setStates(!hasStates);
              // Beside the lines there is room only in a large panel.
              if (!hasStates) onEnlarge?.(dialog.id);
            }}
          >
            <Steps />
          </button>
        )}
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
      <div className="dialog__about">
        <Facts dialog={dialog} />
        <Lookups before={before} during={during} topology={topology} />
      </div>
      <div className="dialog__body">
        {hasStates && <StateView key={dialog.id} dialog={dialog} revision={props.revision} />}
        <div className="dialog__main">
          {isTapped ? (
            <EavesdropperView key={dialog.id} dialog={dialog} title={title} />
          ) : (
            <Transcript dialog={dialog} title={title} pointed={pointed} />
          )}
          {item && !isTapped && <ExplanationView dialog={dialog} item={item} onLeave={leave} />}
        </div>
      </div>
    </section>
  );
});

/** When it was opened, how long it lasted; pressed, the times beside the lines are times of day, in every dialog. */
function Facts({ dialog: { opened_ms, opened_us, closed_us, door } }: { dialog: Dialog }) {
  const { store } = useBenchParts();
  const isClock = useBench((state) => state.clockTimes);
  const lasted =
    closed_us === undefined ? t('dialog.open') : t('dialog.lasted', { ms: showMs((closed_us - opened_us) / 1000) });
  const facts = [showTime(opened_ms), lasted, ...(door ? [t('dialog.door')] : [])];
  return (
    <button
      type="button"
      className="dialog__facts dialog__clock"
      aria-pressed={isClock}
      title={t('dialog.clockTimes')}
      onClick={() => store.setState({ clockTimes: !isClock })}
    >
      <Clock />
      <span className="sr">{t('dialog.opened')} </span>
      {facts.join(' \u00b7 ')}
      <span className="sr">. {t('dialog.clockTimes')}</span>
    </button>
  );
}

// One connection: who speaks with whom, since when, every line, and what the line that is pointed at means.
// Counterpart: store/dialog.ts. Rule: the dialog is one object that grows; `revision` and `answered` say when it did.

import { type CSSProperties, memo } from 'react';

import { useArrival, useBench, useBenchParts } from '../app/use-bench.ts';
import type { Dialog, Lookup } from '../store/dialog.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showMs, showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Arrow, Clock, Enlarge, Shrink } from '../theme/icons.tsx';
import './dialog-panel.css';
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
  const topology = useBench((state) => state.moment.lab.topology);
  const pointed = useBench((state) => (state.pointed?.conn === dialog.id ? state.pointed.seq : undefined));
  const { leave } = usePointing(dialog.id);
  const isArriving = useArrival(dialog.id);
  const client = hostView(topology, dialog.client.host);
  const server = hostView(topology, dialog.server.host);
  const title = t('dialog.title', { client: client.short, server: server.short, port: String(dialog.server.port) });
  const titleId = `dialog-${dialog.id}`;
  const label = t(isLarge ? 'dialog.shrink' : 'dialog.enlarge');
  const item = pointed === undefined ? undefined : dialog.items.find((one) => one.seq === pointed);
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
      <div className="dialog__about">
        <p className="dialog__facts">{facts(dialog).join(' \u00b7 ')}</p>
        <ClockSwitch />
        <Lookups before={before} during={during} topology={topology} />
      </div>
      <Transcript dialog={dialog} title={title} pointed={pointed} />
      {item && <ExplanationView dialog={dialog} item={item} onLeave={leave} />}
    </section>
  );
});

function facts({ opened_ms, opened_us, closed_us, door }: Dialog): string[] {
  const lasted =
    closed_us === undefined ? t('dialog.open') : t('dialog.lasted', { ms: showMs((closed_us - opened_us) / 1000) });
  return [t('dialog.opened', { time: showTime(opened_ms) }), lasted, ...(door ? [t('dialog.door')] : [])];
}

/** Times of day, or since the connection opened: one choice for every dialog. */
function ClockSwitch() {
  const { store } = useBenchParts();
  const isOn = useBench((state) => state.clockTimes);
  const label = t('dialog.clockTimes');
  return (
    <button
      type="button"
      className="icon-button dialog__switch"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={() => store.setState({ clockTimes: !isOn })}
    >
      <Clock />
    </button>
  );
}

// What is wrong between this page and the mail servers, and what to do. Counterpart: source/source.ts LinkState.
// Below it what the last action failed of. Rule: nothing while all is well, and nothing for a moment's connecting.

import { BusyNotice } from '../actions/busy-notice.tsx';
import { ActionButton } from '../actions/action-button.tsx';
import { saveReport } from '../actions/report.ts';
import { t } from '../text/t.ts';
import { SessionNotice } from '../session/session-notice.tsx';
import { CompareNote } from '../compare/compare-note.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { PastNotice } from '../timeline/past-notice.tsx';
import { ForkNote } from '../fork/fork-note.tsx';
import { FaultsNotice } from '../faults/faults-notice.tsx';
import { HeldStrip } from '../wire/held-strip.tsx';
import { Close } from '../theme/icons.tsx';
import './notice.css';
import { useBench, useBenchParts, useFrame } from './use-bench.ts';

export function Notices() {
  return (
    <section className="notices" aria-label={t('notice.all')}>
      <LinkNotice />
      <SessionNotice />
      <BusyNotice />
      <FailureNotice />
      <PastNotice />
      <ForkNote />
      <CompareNote />
      <HeldStrip />
      <FaultsNotice />
      <FilterBar />
    </section>
  );
}

function FailureNotice() {
  const { frame } = useBenchParts();
  const failure = useFrame((state) => state.failure);
  if (failure === undefined) return null;
  const label = t('notice.close');
  return (
    <div className="notice notice--trouble" role="alert">
      <p>{failure}</p>
      <button
        type="button"
        className="icon-button notice__close"
        aria-label={label}
        title={label}
        onClick={() => frame.setState({ failure: undefined })}
      >
        <Close />
      </button>
    </div>
  );
}

/** A page that was loaded again, or comes back from a session, reads what has happened meanwhile. */
function ReadingBack() {
  const behind = useBench((state) => state.behind);
  const read = useBench((state) => (state.behind === 0 ? 0 : state.live.lab.seq));
  if (behind === 0) return null;
  return (
    <div className="notice" role="status">
      <label className="session-task">
        {t('notice.reading')}
        <progress value={read} max={read + behind} />
      </label>
    </div>
  );
}

function LinkNotice() {
  const { source } = useBenchParts();
  const link = useBench((state) => state.link);
  switch (link.name) {
    case 'live':
      return <ReadingBack />;
    case 'following':
    case 'connecting':
    case 'session':
      return null;
    case 'none':
      return (
        <p className="notice" role="status">
          {t('notice.none')}
        </p>
      );
    case 'starting':
      return (
        <p className="notice" role="status">
          {t('notice.starting')}
        </p>
      );
    case 'stopped':
      return (
        <div className="notice notice--trouble" role="alert">
          <p>
            {t('notice.stopped')} {link.detail !== '' && t('notice.stoppedDetail', { detail: link.detail })}
          </p>
          <button type="button" className="plain-button" onClick={() => source.restartEngine()}>
            {t('notice.restart')}
          </button>
          <ActionButton action={saveReport} className="plain-button" />
        </div>
      );
    case 'lost':
    case 'refused':
      return (
        <p className="notice notice--trouble" role="alert">
          {t(link.name === 'lost' ? 'notice.lost' : 'notice.refused')}
        </p>
      );
  }
}

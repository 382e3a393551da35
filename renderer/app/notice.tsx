// What is wrong between this page and the mail servers, and what to do. Counterpart: source/source.ts LinkState.
// Rule: nothing while all is well, and nothing for a moment's connecting.

import { t } from '../text/t.ts';
import './notice.css';
import { useBench, useBenchParts } from './use-bench.ts';

export function Notice() {
  const { source } = useBenchParts();
  const link = useBench((state) => state.link);
  switch (link.name) {
    case 'live':
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

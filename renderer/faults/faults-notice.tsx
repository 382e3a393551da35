// That the wire is disturbed, over the whole bench: a forgotten fault must not look like a broken server. Counterpart:
// faults-sheet.tsx. Rule: also in a saved session, where nothing can be done about it.

import { ActionButton } from '../actions/action-button.tsx';
import { openFaults } from '../actions/faults.ts';
import { useBench, useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { useAttempt } from '../wire/use-wire.ts';
import './faults.css';
import { sayFault } from './say-fault.ts';

/** As long as a client waits for the answer to a command (RFC 5321 section 4.5.3.2). */
const WAIT_MS = 300_000;

export function FaultsNotice() {
  const faults = useBench((state) => state.moment.lab.faults);
  const isLive = useBench((state) => state.link.name === 'live' && state.cursor === undefined);
  const { source } = useBenchParts();
  const attempt = useAttempt();
  const active = faults?.filter(({ rule }) => rule.isOn) ?? [];
  const [first, ...more] = active;
  if (!first) return null;
  return (
    <section className="faults-notice" aria-label={t('faults.list')}>
      <p>
        <strong>{t('faults.notice', { count: active.length })}</strong> {sayFault(first.rule)}{' '}
        {more.length > 0 && t('faults.notice.more', { count: more.length })}
      </p>
      {isLive && (
        <>
          <button
            type="button"
            className="plain-button"
            title={t('faults.notice.wait.help')}
            onClick={() => attempt(() => source.dispatch('clock.activity', { ms: WAIT_MS }))}
          >
            {t('faults.notice.wait')}
          </button>
          <ActionButton action={openFaults} className="plain-button" />
        </>
      )}
    </section>
  );
}

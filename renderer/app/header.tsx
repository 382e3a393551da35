// The top line: whose app, which lab, what time it is there and how it goes on, how the engine is. Counterpart:
// header.css. Rule: the lab's clock runs on between events, as the lab's own does.

import { useEffect } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { isMacKeyboard, showKeys } from '../actions/keys.ts';
import { openLabs, resetLab } from '../actions/lab.ts';
import { openPalette } from '../actions/screen.ts';
import { advanceClock, nextEvent } from '../actions/time.ts';
import { t, type TextKey } from '../text/t.ts';
import { showClock } from '../text/times.ts';
import { Horn } from '../theme/icons.tsx';
import './header.css';
import { useBench, useJourneys } from './use-bench.ts';
import { useLabTime } from './use-lab-time.ts';

export function Header() {
  const topology = useBench((state) => state.live.lab.topology);
  const link = useBench((state) => state.link.name);
  const labName = useBench((state) => (state.link.name === 'session' ? undefined : state.labName));
  const lab = topology && (labName ?? topology.title);
  useEffect(() => {
    document.title = lab === undefined ? t('app.name') : t('app.title', { lab });
  }, [lab]);
  return (
    <header className="header">
      <span className="header__horn">
        <Horn />
      </span>
      <h1 className="header__name" title={topology?.title}>
        {t('app.name')} <span className="header__lab">{lab ?? t('app.opening')}</span>
      </h1>
      <ActionButton action={openLabs} className="header__labs">
        {t('labs.short')}
      </ActionButton>
      {topology && <Counts hosts={topology.hosts.length} />}
      <span className="header__end">
        <LabClock />
        <span className="header__controls">
          <ActionButton action={advanceClock} className="header__button" />
          <ActionButton action={nextEvent} className="header__button" />
          <ActionButton action={resetLab} className="header__button" />
        </span>
        <span className={`header__link header__link--${link}`}>{t(`link.${link}` satisfies TextKey)}</span>
        <ActionButton action={openPalette} className="header__button">
          {t('palette.title')} <kbd>{showKeys(openPalette.keys ?? '', isMacKeyboard)}</kbd>
        </ActionButton>
      </span>
    </header>
  );
}

function Counts({ hosts }: { hosts: number }) {
  const { journeys } = useJourneys();
  const letters = journeys.filter((one) => one.letter !== undefined).length;
  const counts = [t('app.hosts', { count: hosts }), t('app.letters', { count: letters })];
  return <span className="header__counts">{counts.join(' \u00b7 ')}</span>;
}

function LabClock() {
  const now_ms = useLabTime();
  if (now_ms === undefined) return null;
  return (
    <span className="header__clock">
      <span className="sr">{t('app.clock')} </span>
      <span className="mono">{showClock(now_ms)}</span> <abbr title={t('app.clock')}>{t('app.utc')}</abbr>
    </span>
  );
}

// The top line: whose app, which lab, what time it is there, how the engine is, light or dark.
// Counterpart: header.css. Rule: the lab's clock runs on between events, as the lab's own does.

import { useEffect, useState } from 'react';

import { labTime } from '../store/bench-store.ts';
import { SessionButtons } from '../session/session-buttons.tsx';
import { LessonsButton } from '../lesson/lessons-button.tsx';
import { t, type TextKey } from '../text/t.ts';
import { showClock } from '../text/times.ts';
import { Horn, Moon, Sun } from '../theme/icons.tsx';
import { chooseTheme, currentTheme } from '../theme/theme.ts';
import './header.css';
import { LabControls } from './lab-controls.tsx';
import { useBench, useBenchParts } from './use-bench.ts';

const TICK_MS = 1000;

export function Header({ letters }: { letters: number }) {
  const topology = useBench((state) => state.live.lab.topology);
  const link = useBench((state) => state.link.name);
  const title = topology?.title ?? t('app.opening');
  useEffect(() => {
    document.title = topology ? t('app.title', { lab: topology.title }) : t('app.name');
  }, [topology]);
  const counts = [t('app.hosts', { count: topology?.hosts.length ?? 0 }), t('app.letters', { count: letters })];
  return (
    <header className="header">
      <span className="header__horn">
        <Horn />
      </span>
      <h1 className="header__name">
        {t('app.name')} <span className="header__lab">{title}</span>
      </h1>
      {topology && <span className="header__counts">{counts.join(' \u00b7 ')}</span>}
      <span className="header__end">
        <LessonsButton />
        <LabControls />
        <SessionButtons />
        <LabClock />
        <span className={`header__link header__link--${link}`}>{t(`link.${link}` satisfies TextKey)}</span>
        <ThemeSwitch />
      </span>
    </header>
  );
}

function LabClock() {
  const { store } = useBenchParts();
  const known = useBench((state) => state.live.lab.topology !== undefined);
  const [now_ms, setNow] = useState(0);
  useEffect(() => {
    const show = () => setNow(labTime(store.getState(), performance.now()));
    show();
    const timer = setInterval(show, TICK_MS);
    return () => clearInterval(timer);
  }, [store, known]);
  if (!known) return null;
  return (
    <span className="header__clock">
      <span className="sr">{t('app.clock')} </span>
      <span className="mono">{showClock(now_ms)}</span> <abbr title={t('app.clock')}>{t('app.utc')}</abbr>
    </span>
  );
}

function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const label = t(other === 'dark' ? 'theme.toDark' : 'theme.toLight');
  const change = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={change}>
      {other === 'dark' ? <Moon /> : <Sun />}
    </button>
  );
}

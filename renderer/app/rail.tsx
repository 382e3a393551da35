// The rail: where one can be, and what is always at hand below. Counterpart: places.tsx. Rule: every item has its word.

import type { ReactNode } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { goToPlace } from '../actions/go.ts';
import { openKeys } from '../actions/screen.ts';
import { openSettings } from '../actions/settings.ts';
import { t } from '../text/t.ts';
import { Keyboard, Sliders } from '../theme/icons.tsx';
import { type Place, PLACES } from './places.tsx';
import './rail.css';
import { useFrame } from './use-bench.ts';

export function Rail() {
  return (
    <nav className="rail" aria-label={t('rail.title')} data-region="" tabIndex={-1}>
      {PLACES.map((place) => (
        <Item key={place.id} place={place} />
      ))}
      <span className="rail__gap" />
      <ActionButton action={openSettings} className="rail__item">
        <Sliders />
        <Word>{t('settings.title')}</Word>
      </ActionButton>
      <ActionButton action={openKeys} className="rail__item">
        <Keyboard />
        <Word>{t('keys.short')}</Word>
      </ActionButton>
    </nav>
  );
}

function Item({ place: { id, title, Icon, Badge } }: { place: Place }) {
  const isHere = useFrame((state) => state.place === id);
  return (
    <div className="rail__slot">
      <ActionButton action={goToPlace(id)} className="rail__item" isCurrent={isHere}>
        <Icon />
        <Word>{t(title)}</Word>
      </ActionButton>
      {Badge && <Badge />}
    </div>
  );
}

const Word = ({ children }: { children: ReactNode }) => <span className="rail__word">{children}</span>;

// The settings: colours, size of type, motion, languages, keys. Counterpart: settings.ts. Rule: what is chosen is in force at once,
// so that there is nothing to save.

import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';

import { openAbout } from '../actions/about.ts';
import { ActionButton } from '../actions/action-button.tsx';
import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { TYPE_PERCENT } from './limits.ts';
import './settings-sheet.css';
import { APP_LANGUAGES, type Choices, LESSON_CHOICES, MOTIONS, THEMES } from './settings.ts';

export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const { settings } = useBenchParts();
  const choices = useStore(settings.store);
  const choose = (some: Partial<Choices>) => settings.choose(some);
  return (
    <Sheet title={t('settings.title')} onClose={onClose}>
      <div className="settings">
        <Group title={t('settings.theme')}>
          {THEMES.map((theme) => (
            <Radio key={theme} name="theme" isChosen={choices.theme === theme} onChoose={() => choose({ theme })}>
              {t(`settings.theme.${theme}`)}
            </Radio>
          ))}
        </Group>
        <TypeSize percent={choices.typePercent} onChoose={(typePercent) => choose({ typePercent })} />
        <Group title={t('settings.motion')}>
          {MOTIONS.map((motion) => (
            <Radio key={motion} name="motion" isChosen={choices.motion === motion} onChoose={() => choose({ motion })}>
              {t(`settings.motion.${motion}`)}
            </Radio>
          ))}
        </Group>
        <Group title={t('settings.language')}>
          {APP_LANGUAGES.map((language) => (
            <Radio
              key={language}
              name="language"
              isChosen={choices.language === language}
              onChoose={() => choose({ language })}
            >
              {t(`settings.language.${language}`)}
            </Radio>
          ))}
        </Group>
        <Group title={t('settings.lessons')}>
          {LESSON_CHOICES.map((lessons) => (
            <Radio
              key={lessons}
              name="lessons"
              isChosen={choices.lessons === lessons}
              onChoose={() => choose({ lessons })}
            >
              {t(`settings.lessons.${lessons}`)}
            </Radio>
          ))}
        </Group>
        <Group title={t('keys.title')}>
          <label className="settings__choice">
            <input
              type="checkbox"
              checked={choices.hasSingleKeys}
              onChange={(event) => choose({ hasSingleKeys: event.target.checked })}
            />
            {t('settings.singleKeys')}
          </label>
        </Group>
        <ActionButton action={openAbout} className="link-button" />
      </div>
    </Sheet>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="settings__group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface RadioProps {
  name: string;
  isChosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Radio({ name, isChosen, onChoose, children }: RadioProps) {
  return (
    <label className="settings__choice">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      {children}
    </label>
  );
}

function TypeSize({ percent, onChoose }: { percent: number; onChoose: (percent: number) => void }) {
  const id = useId();
  const { least, most, step, usual } = TYPE_PERCENT;
  const shown = t('settings.percent', { percent });
  return (
    <div className="settings__group">
      <label htmlFor={id}>{t('settings.type')}</label>
      <div className="settings__size">
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          step={step}
          value={percent}
          aria-valuetext={shown}
          onChange={(event) => onChoose(Number(event.target.value))}
        />
        <output htmlFor={id}>{shown}</output>
        <button type="button" className="plain-button" disabled={percent === usual} onClick={() => onChoose(usual)}>
          {t('settings.usual')}
        </button>
      </div>
    </div>
  );
}

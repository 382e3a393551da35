// The screen, drawn anew when another language is spoken. Counterpart: text/language.ts. Rule: anew and not again, because
// views keep what they drew of what didn't change, and words are no property of theirs.

import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

import { onLanguage, spokenLanguage } from '../text/language.ts';

export function InLanguage({ App }: { App: ComponentType }) {
  const language = useSyncExternalStore(onLanguage, spokenLanguage);
  // Whoever chose it had the keyboard on it, in the sheet that is drawn anew with all the rest.
  useEffect(() => document.querySelector<HTMLElement>('dialog [name="language"]:checked')?.focus(), [language]);
  return <App key={language} />;
}

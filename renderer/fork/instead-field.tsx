// What goes out in a line's place. Counterpart: line-form.tsx, typed-form.tsx. Rule: a line with a password can't be said
// again, and the field says why.

import { t } from '../text/t.ts';

interface Props {
  text: string;
  onText: (text: string) => void;
  isSecret?: boolean;
}

export function InsteadField({ text, onText, isSecret = false }: Props) {
  return (
    <div className="field">
      <label htmlFor="fork-instead">{t('fork.instead')}</label>
      <input
        id="fork-instead"
        className="mono"
        autoComplete="off"
        spellCheck={false}
        disabled={isSecret}
        aria-describedby={isSecret ? 'fork-secret' : undefined}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      {isSecret && (
        <p id="fork-secret" className="soft">
          {t('fork.secret')}
        </p>
      )}
    </div>
  );
}

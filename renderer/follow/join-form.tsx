// Where the code from the wall is typed. Counterpart: follow-source.ts. Rule: one field, large, and told why if it isn't the one.

import { type SyntheticEvent, useState } from 'react';

import { t } from '../text/t.ts';
import type { FollowSource, FollowState } from './follow-source.ts';

export function JoinForm({ source, state }: { source: FollowSource; state: FollowState }) {
  const [code, setCode] = useState('');
  const join = (event: SyntheticEvent) => {
    event.preventDefault();
    if (code.trim() !== '') source.join(code);
  };
  const why = whyOf(state);
  return (
    <form className="follow__join" onSubmit={join}>
      <h1>{t('follow.title')}</h1>
      <p>{t('follow.about')}</p>
      <label className="follow__label">
        {t('follow.code')}
        <input
          className="follow__code mono"
          value={code}
          onChange={({ target }) => setCode(target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          aria-describedby="follow-why"
          autoFocus
        />
      </label>
      <p id="follow-why" role="status" className="follow__why">
        {why}
      </p>
      <button type="submit" className="follow__go">
        {t('follow.join')}
      </button>
      <p className="follow__privacy">{t('follow.privacy')}</p>
    </form>
  );
}

function whyOf({ phase, why }: FollowState): string {
  if (why === 'wrong code') return t('follow.wrongCode');
  if (why === 'too many tries') return t('follow.tooMany');
  return phase === 'joining' ? t('follow.joining') : '';
}

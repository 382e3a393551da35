// One's own names in place of campus and harbor. Counterpart: lessons/playlists/own-names.ts checks and puts them in. Rule: what
// isn't a name is told at the field, and nothing changes until both are.

import { useId, useState } from 'react';

import { check } from '../../contract/problems.ts';
import { type OwnNames, ownNamesSchema } from '../../lessons/playlists/own-names.ts';
import { t } from '../text/t.ts';

interface Props {
  names: OwnNames | undefined;
  onNames: (names: OwnNames | undefined) => void;
}

export function NamesForm({ names, onNames }: Props) {
  const [typed, setTyped] = useState({ campus: names?.campus ?? '', harbor: names?.harbor ?? '' });
  const id = useId();
  const isEmpty = typed.campus === '' && typed.harbor === '';
  const wanted = { campus: typed.campus || 'campus', harbor: typed.harbor || 'harbor' };
  const checked = check(ownNamesSchema, wanted);
  const change = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    const both = { campus: next.campus || 'campus', harbor: next.harbor || 'harbor' };
    const found = check(ownNamesSchema, both);
    const isOwn = next.campus !== '' || next.harbor !== '';
    onNames(found.ok && isOwn ? found.value : undefined);
  };
  return (
    <section className="lecture__box" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`} className="lecture__heading">
        {t('names.title')}
      </h3>
      <p className="soft small">{t('names.about')}</p>
      {(['campus', 'harbor'] as const).map((which) => (
        <label key={which} className="lecture__field">
          <span>{t(`names.${which}`)}</span>
          <span className="lecture__domain">
            <input
              value={typed[which]}
              placeholder={which}
              maxLength={22}
              spellCheck={false}
              autoComplete="off"
              aria-describedby={`${id}why`}
              onChange={({ target }) => change({ [which]: target.value })}
            />
            .example
          </span>
        </label>
      ))}
      <p id={`${id}why`} role="status" className="small">
        {isEmpty || checked.ok
          ? ''
          : checked.problems.map(({ path, message }) => `${path.slice(1)}: ${message}`).join(' ')}
      </p>
    </section>
  );
}

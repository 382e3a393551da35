// What a mail server makes of a line feed that stands by itself in a letter. Counterpart: `bareLineEnds` of its SMTP
// settings; the lesson on two servers and one byte. Rule: each choice says what it does and not only what it is called.

import { useId, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { type Host, smtpServerSchema } from '../../contract/topology.ts';
import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import { Part } from './facts.tsx';
import { useStillness } from './use-stillness.ts';

const CHOICES = smtpServerSchema.shape.bareLineEnds.unwrap().options;

export function LineEnds({ host: { name, mta } }: { host: Host }) {
  const { source } = useBenchParts();
  const still = useStillness();
  const id = useId();
  const [failure, setFailure] = useState('');
  const given = mta?.smtp.bareLineEnds ?? 'normalise';
  const choose = async (bareLineEnds: string) => {
    try {
      const value = { ...mta?.smtp, bareLineEnds };
      await source.dispatch('config.patch', { host: name, path: '/mta/smtp', value });
      setFailure('');
    } catch (error) {
      setFailure(describeFailure(error));
    }
  };
  return (
    <Part title={t('lineEnds.title')}>
      <p className="host-part__words">{t('lineEnds.help')}</p>
      <div className="field">
        <label htmlFor={id}>{t('lineEnds.label')}</label>
        <select
          id={id}
          value={given}
          disabled={still !== undefined}
          onChange={(event) => void choose(event.target.value)}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`lineEnds.${choice}`)}
            </option>
          ))}
        </select>
      </div>
      {failure !== '' && (
        <p className="host__still" role="alert">
          {failure}
        </p>
      )}
    </Part>
  );
}

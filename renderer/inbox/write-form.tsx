// A letter of one's own: from whom, to whom, about what. Counterpart: compose.tsx sends it. Rule: the form checks only
// that there is a recipient; whether an address exists is for the servers to say, and worth seeing.

import { type SubmitEvent, useId, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import type { CommandInput } from '../../contract/commands.ts';
import { usersOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';

/** Where one begins to write. */
export const WRITE_FIELD = 'write-from';

interface Props {
  first: { from: string; to: string };
  onSend: (letter: CommandInput<'mail.send'>) => void;
}

export function WriteForm({ first, onSend }: Props) {
  const id = useId();
  const { senders, everybody } = usersOf(useBench((state) => state.live.lab.topology));
  const [from, setFrom] = useState(first.from);
  const [to, setTo] = useState(first.to);
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const recipients = to.split(/[\s,;]+/).filter((one) => one !== '');
    setProblem(recipients.length === 0 ? t('write.noRecipient') : '');
    if (recipients.length > 0) onSend({ from, to: recipients, subject, text });
  };

  return (
    <form className="write" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={WRITE_FIELD}>{t('write.from')}</label>
        <select id={WRITE_FIELD} value={from} onChange={(event) => setFrom(event.target.value)}>
          {senders.map((address) => (
            <option key={address}>{address}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}to`}>{t('write.to')}</label>
        <input
          id={`${id}to`}
          value={to}
          aria-describedby={`${id}help`}
          aria-invalid={problem !== ''}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTo(event.target.value)}
        />
        <p id={`${id}help`} className="write__help">
          {problem === '' ? t('write.toHelp', { addresses: everybody.join(', ') }) : problem}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}subject`}>{t('write.subject')}</label>
        <input id={`${id}subject`} value={subject} onChange={(event) => setSubject(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}text`}>{t('write.text')}</label>
        <textarea id={`${id}text`} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <button type="submit" className="plain-button">
        {t('write.send')}
      </button>
    </form>
  );
}

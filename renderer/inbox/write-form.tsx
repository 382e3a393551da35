// A letter of one's own: from whom, to whom, about what, with which files; and, for who wants it, copies and an envelope
// that says something else. Counterpart: compose.tsx and writer.tsx send it. Rule: the form checks only that there is a recipient; whether an
// address exists is for the servers to say, and worth seeing.

import { type SubmitEvent, useId, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { usersOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { AttachFiles } from './attach-files.tsx';
import { addressesIn } from './addresses.ts';
import type { AttachedFile, Draft } from './draft.ts';
import { LetterPreview } from './letter-preview.tsx';
import type { Letter } from './send-letter.ts';

/** Where one begins to write. */
export const WRITE_FIELD = 'write-from';

interface Props {
  /** The id of its first field, where there is more than one such form. */
  field?: string;
  first: Draft;
  isBusy?: boolean;
  onSend: (letter: Letter) => void;
  /** Keeps it unfinished. */
  onKeep?: (letter: Letter) => void;
  /** Throws it away. */
  onDrop?: () => void;
}

export function WriteForm({ field = WRITE_FIELD, first, isBusy = false, onSend, onKeep, onDrop }: Props) {
  const id = useId();
  const { senders, everybody } = usersOf(useBench((state) => state.live.lab.topology));
  const [from, setFrom] = useState(first.from);
  const [to, setTo] = useState(first.to);
  const [subject, setSubject] = useState(first.subject);
  const [text, setText] = useState(first.text);
  const [cc, setCc] = useState(first.cc ?? '');
  const [bcc, setBcc] = useState(first.bcc ?? '');
  const [files, setFiles] = useState<readonly AttachedFile[]>(first.attachments ?? []);
  const [isPreviewed, setPreviewed] = useState(false);
  const [isApart, setApart] = useState(false);
  const [reversePath, setReversePath] = useState<string>();
  const [recipients, setRecipients] = useState<string>();
  const [problem, setProblem] = useState('');

  const everyone = [to, cc, bcc].flatMap(addressesIn);
  const envelope = { from: reversePath ?? from, to: recipients ?? everyone.join(', ') };
  const receivers = isApart ? addressesIn(envelope.to) : everyone;
  const letter: Letter = {
    from,
    to: addressesIn(to),
    cc: addressesIn(cc),
    bcc: addressesIn(bcc),
    subject,
    text,
    ...(files.length === 0 ? {} : { attachments: [...files] }),
    ...(first.inReplyTo === undefined ? {} : { inReplyTo: first.inReplyTo }),
    ...(first.references === undefined ? {} : { references: first.references }),
    ...(isApart ? { envelope: { from: envelope.from.trim(), to: receivers } } : {}),
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(receivers.length === 0 ? t('write.noRecipient') : '');
    if (receivers.length > 0) onSend(letter);
  };

  return (
    <form className="write" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={field}>{t('write.from')}</label>
        <select id={field} value={from} onChange={(event) => setFrom(event.target.value)}>
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
      <AttachFiles files={files} onChange={setFiles} />
      <details className="write__more" open={cc !== '' || bcc !== '' ? true : undefined}>
        <summary>{t('write.more')}</summary>
        <Line label={t('write.cc')} value={cc} onChange={setCc} />
        <Line label={t('write.bcc')} value={bcc} onChange={setBcc} help={t('write.bccHelp')} />
        <label className="write__switch">
          <input type="checkbox" checked={isApart} onChange={(event) => setApart(event.target.checked)} />
          {t('write.apart')}
        </label>
        <p className="write__help">{t('write.apartHelp')}</p>
        {isApart && (
          <>
            <Line label={t('write.mailFrom')} value={envelope.from} onChange={setReversePath} />
            <Line label={t('write.rcptTo')} value={envelope.to} onChange={setRecipients} />
          </>
        )}
      </details>
      <div className="write__acts">
        <button type="submit" className="plain-button write__send" disabled={isBusy}>
          {t('write.send')}
        </button>
        {onKeep && (
          <button type="button" className="plain-button" disabled={isBusy} onClick={() => onKeep(letter)}>
            {t('write.keep')}
          </button>
        )}
        <button
          type="button"
          className="link-button"
          aria-expanded={isPreviewed}
          onClick={() => setPreviewed(!isPreviewed)}
        >
          {t('write.preview')}
        </button>
        {onDrop && (
          <button type="button" className="link-button" onClick={onDrop}>
            {t('write.drop')}
          </button>
        )}
      </div>
      {isPreviewed && <LetterPreview letter={letter} />}
    </form>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
}

function Line({ label, value, onChange, help }: LineProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}help`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && (
        <p id={`${id}help`} className="write__help">
          {help}
        </p>
      )}
    </div>
  );
}

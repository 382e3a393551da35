// Files that go along with a letter. Counterpart: write-form.tsx. Rule: what doesn't fit into one command is refused here,
// with a sentence, before anything is sent; choosing the same file again is no surprise.

import { useRef, useState } from 'react';

import { encodeBase64 } from '../../mail/transfer.ts';
import { t } from '../text/t.ts';
import { showOctets } from '../text/octets.ts';
import { type AttachedFile, mediaType } from './draft.ts';
import { INBOX_SCREEN_LIMITS } from './limits.ts';

interface Props {
  files: readonly AttachedFile[];
  onChange: (files: AttachedFile[]) => void;
}

export function AttachFiles({ files, onChange }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const add = async (chosen: FileList | null) => {
    const list = [...(chosen ?? [])];
    const total = [...files.map(sizeOf), ...list.map(({ size }) => size)].reduce((sum, one) => sum + one, 0);
    const { attachedOctets: most, attachedFiles } = INBOX_SCREEN_LIMITS;
    const isTooMuch = total > most || files.length + list.length > attachedFiles;
    setProblem(isTooMuch ? t('attach.tooMuch', { most: showOctets(most), files: attachedFiles }) : '');
    if (isTooMuch) return;
    const read = list.map(async (file): Promise<AttachedFile> => {
      const octets = new Uint8Array(await file.arrayBuffer());
      return { name: file.name.slice(0, 255), type: mediaType(file.type), base64: encodeBase64(octets) };
    });
    onChange([...files, ...(await Promise.all(read))]);
  };
  return (
    <div className="attach">
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('attach.add')}
        onChange={(event) => {
          void add(event.target.files).catch(() => setProblem(t('attach.unreadable')));
          event.target.value = '';
        }}
      />
      <button type="button" className="link-button" onClick={() => chooser.current?.click()}>
        {t('attach.add')}
      </button>
      {files.length > 0 && (
        <ul className="attach__files" aria-label={t('attach.list')}>
          {files.map((file, at) => (
            <li key={`${at} ${file.name}`} className="attach__file">
              <span className="attach__name">{file.name}</span>
              <span className="attach__size">{showOctets(sizeOf(file))}</span>
              <button
                type="button"
                className="link-button"
                aria-label={t('attach.removeOne', { name: file.name })}
                onClick={() => onChange(files.filter((_, other) => other !== at))}
              >
                {t('attach.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem !== '' && (
        <p className="compose__problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

const sizeOf = ({ base64 }: AttachedFile): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);

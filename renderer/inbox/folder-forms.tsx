// Making, renaming and removing folders. Counterpart: folder-column.tsx. Rule: INBOX stays; a folder goes with all that is
// in it, so it is asked first; a slash makes levels, and the server has the last word on names.

import { type SubmitEvent, useId, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { openFolder } from './inbox-state.ts';
import { useInbox } from './use-inbox.ts';

export function FolderForms() {
  const { inbox } = useBenchParts();
  const folder = useInbox(openFolder);
  const [doing, setDoing] = useState<'make' | 'rename' | 'remove'>();
  const end = () => setDoing(undefined);
  const own = folder && folder.use !== 'inbox' ? folder : undefined;
  if (doing === 'make') {
    return <NameForm label={t('folder.name')} first="" onName={(name) => inbox.makeFolder(name)} onEnd={end} />;
  }
  if (doing === 'rename' && own) {
    return (
      <NameForm
        label={t('folder.newName', { name: own.name })}
        first={own.path}
        onName={(name) => inbox.renameFolder(own.path, name)}
        onEnd={end}
      />
    );
  }
  if (doing === 'remove' && own) {
    const remove = () => {
      end();
      void inbox.removeFolder(own.path);
    };
    return (
      <div className="inbox__forms" role="group" aria-label={t('folder.remove')}>
        <p>{t('folder.removeSure', { name: own.name, count: own.total })}</p>
        <button type="button" className="plain-button" onClick={remove}>
          {t('folder.removeYes')}
        </button>
        <button type="button" className="plain-button" onClick={end}>
          {t('folder.keep')}
        </button>
      </div>
    );
  }
  return (
    <p className="inbox__forms">
      <button type="button" className="link-button" onClick={() => setDoing('make')}>
        {t('folder.make')}
      </button>
      {own && (
        <>
          <button type="button" className="link-button" onClick={() => setDoing('rename')}>
            {t('folder.rename')}
          </button>
          <button type="button" className="link-button" onClick={() => setDoing('remove')}>
            {t('folder.remove')}
          </button>
        </>
      )}
    </p>
  );
}

interface NameProps {
  label: string;
  first: string;
  onName: (name: string) => Promise<void>;
  onEnd: () => void;
}

function NameForm({ label, first, onName, onEnd }: NameProps) {
  const id = useId();
  const [name, setName] = useState(first);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== '' && wanted !== first) void onName(wanted);
    onEnd();
  };
  return (
    <form className="inbox__forms field" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // Whoever asked for the form wants to type.
        ref={(element) => element?.focus()}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onEnd()}
      />
      <button type="submit" className="plain-button">
        {t('folder.save')}
      </button>
    </form>
  );
}

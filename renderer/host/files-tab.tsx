// The files that a host really keeps: the mailboxes of its people, its spool, its log; below, what was done to them.
// Counterpart: `files.list` and `files.read`; the shell's ls and cat show the same tree. Rule: a file is shown as text, its control characters made
// visible, never as what it might say it is.

import { useState } from 'react';

import type { Host } from '../../contract/topology.ts';
import { showLines, showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Part } from './facts.tsx';
import { FileWorkList } from './file-work.tsx';
import { MailFormats } from './mail-format.tsx';
import { SieveRules } from './sieve-rules.tsx';
import { useAnswer, useHappenings } from './use-answer.ts';
import { useStillness } from './use-stillness.ts';

export function FilesTab({ host }: { host: Host }) {
  const { name } = host;
  const [parts, setParts] = useState<readonly string[]>([]);
  const [file, setFile] = useState<string>();
  const go = (next: readonly string[]) => {
    setParts(next);
    setFile(undefined);
  };
  return (
    <>
      <Part title={t('files.here')}>
        <nav className="host-files__path" aria-label={t('host.path')}>
          {[name, ...parts].map((part, depth) => (
            <span key={parts.slice(0, depth).join('/')}>
              {depth > 0 && <span aria-hidden="true"> / </span>}
              <button type="button" className="host-files__part mono" onClick={() => go(parts.slice(0, depth))}>
                {showText(part)}
              </button>
            </span>
          ))}
          {file !== undefined && <span className="mono"> / {showText(file)}</span>}
        </nav>
        {file === undefined ? (
          <Listing host={name} parts={parts} onGo={go} onOpen={setFile} />
        ) : (
          <Text host={name} path={[...parts, file].join('/')} />
        )}
      </Part>
      {keepsMail(host) && <FileWorkList host={name} />}
      <MailFormats host={host} />
      <SieveRules host={host} />
    </>
  );
}

const keepsMail = ({ listeners }: Host): boolean =>
  listeners.some(({ protocol }) => protocol === 'imap' || protocol === 'pop3');

interface ListingProps {
  host: string;
  parts: readonly string[];
  onGo: (parts: readonly string[]) => void;
  onOpen: (file: string) => void;
}

function Listing({ host, parts, onGo, onOpen }: ListingProps) {
  const still = useStillness();
  const { reply, problem } = useAnswer('files.list', { host, path: parts.join('/') }, useHappenings());
  if (problem !== undefined) return <p className="host__still">{still ?? problem}</p>;
  if (!reply) return null;
  if (reply.entries.length === 0) return <p className="host-part__none">{t('host.emptyDirectory')}</p>;
  return (
    <>
      <ul className="host-files__list mono">
        {reply.entries.map(({ name, isDir }) => (
          <li key={name}>
            <button
              type="button"
              className="host-files__entry"
              onClick={() => (isDir ? onGo([...parts, name]) : onOpen(name))}
            >
              {showText(name)}
              {isDir && '/'}
            </button>
            {parts.length === 0 && <span className="host-files__help">{helpFor(name)}</span>}
          </li>
        ))}
      </ul>
      {reply.cut && <p className="host-part__none">{t('host.moreFiles')}</p>}
    </>
  );
}

function helpFor(name: string): string {
  if (name === 'log') return t('host.files.log');
  if (name === 'home') return t('host.files.home');
  return name === 'mail' ? t('host.files.mail') : t('host.files.spool');
}

function Text({ host, path }: { host: string; path: string }) {
  const { reply, problem } = useAnswer('files.read', { host, path }, undefined);
  if (problem !== undefined) return <p className="host__still">{t('host.fileGone')}</p>;
  if (!reply) return null;
  const { bytes, octets } = reply;
  return (
    <>
      <p className="host-part__none">
        {t('host.octets', { octets })}
        {bytes.length < octets && ` ${t('host.fileCut', { octets: bytes.length })}`}
      </p>
      <pre className="host-files__text">{showLines(bytes)}</pre>
    </>
  );
}

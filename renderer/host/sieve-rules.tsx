// A person's own rules for their mail: the Sieve script in their folder, checked while it is typed. Counterpart: mail/sieve,
// which the server reads it with too; `files.read` and `files.write`. Rule: also a script that is wrong can be saved, for
// to see what a server does with one; what it will do is said.

import { useId, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { Host } from '../../contract/topology.ts';
import { parseSieve } from '../../mail/sieve/index.ts';
import { describeFailure } from '../inbox/failure.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Part } from './facts.tsx';
import { useAnswer } from './use-answer.ts';
import { useStillness } from './use-stillness.ts';

export function SieveRules({ host: { name } }: { host: Host }) {
  const users = useBench((state) => state.moment.lab.topology?.users) ?? [];
  const owners = users.filter((user) => user.host === name).map(({ address }) => address);
  if (owners.length === 0) return null;
  return (
    <Part title={t('sieve.title')}>
      <p className="host-part__words">{t('sieve.help')}</p>
      {owners.map((owner) => (
        <Script key={owner} host={name} owner={owner} />
      ))}
    </Part>
  );
}

function Script({ host, owner }: { host: string; owner: string }) {
  const id = useId();
  const { source } = useBenchParts();
  const still = useStillness();
  const path = `home/${owner.toLowerCase()}/.dovecot.sieve`;
  const [saved, setSaved] = useState(0);
  const { reply } = useAnswer('files.read', { host, path }, saved);
  const kept = reply ? decodeURIComponent(escapeOctets(reply.bytes)) : '';
  const [typed, setTyped] = useState<string>();
  const [failure, setFailure] = useState('');
  const text = typed ?? kept;
  const parsed = parseSieve(text);
  const save = async () => {
    try {
      await source.dispatch('files.write', { host, path, text });
      setTyped(undefined);
      setFailure('');
      setSaved((count) => count + 1);
    } catch (error) {
      setFailure(describeFailure(error));
    }
  };
  const problem = 'problem' in parsed ? parsed.problem : undefined;
  return (
    <details className="sieve">
      <summary>
        <span className="mono">{showText(owner)}</span> {t(kept === '' ? 'sieve.none' : 'sieve.some')}
      </summary>
      <label htmlFor={id}>{t('sieve.script', { owner: showText(owner) })}</label>
      <textarea
        id={id}
        className="mono"
        rows={Math.min(20, Math.max(6, text.split('\n').length + 1))}
        value={text}
        readOnly={still !== undefined}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-state`}
        aria-invalid={problem !== undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-state`} className={problem ? 'sieve__wrong' : 'host-part__none'} role="status">
        {failure || (problem ? t('sieve.wrong', { ...problem }) : t(text === '' ? 'sieve.empty' : 'sieve.right'))}
      </p>
      <div className="sieve__acts">
        <button
          type="button"
          className="plain-button"
          disabled={still !== undefined || typed === undefined || typed === kept}
          onClick={() => void save()}
        >
          {t('sieve.save')}
        </button>
        {text === '' && (
          <button type="button" className="plain-button" onClick={() => setTyped(EXAMPLE)}>
            {t('sieve.example')}
          </button>
        )}
      </div>
    </details>
  );
}

/** The file is UTF-8; what isn't stays as it is. */
function escapeOctets(bytes: string): string {
  const escaped = bytes.replace(/[^ -$&-~\n]/g, (octet) => `%${octet.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const whole = escaped.replaceAll(/%(?![0-9a-f]{2})/g, '%25');
  try {
    decodeURIComponent(whole);
    return whole;
  } catch {
    return encodeURIComponent(bytes);
  }
}

const EXAMPLE = `require ["fileinto", "mailbox"];

# Letters of the list have a folder of their own.
if exists "List-Id" {
  fileinto :create "Lists";
} elsif header :contains "Subject" "lottery" {
  discard;
}
`;

// Puts an address on a blocklist: which, why, and what the list is to answer. Counterpart: blocklist-view.tsx; `blocklist.add`
// has the last word. Rule: judged as one types; what was typed stays until the list has it.

import { type SubmitEvent, useId, useState } from 'react';

import type { BlocklistEntry } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import { parseIp } from '../../mail/dns/ip.ts';
import { t } from '../text/t.ts';
import { FindingList } from './finding-list.tsx';
import { type Finding, mistake, note, refused } from './finding.ts';

interface Props {
  topology: Topology;
  entries: readonly BlocklistEntry[];
  isStill: boolean;
  onAdd: (entry: BlocklistEntry) => Promise<boolean>;
}

const CODE = '127.0.0.2';

export function ListingForm({ topology, entries, isStill, onAdd }: Props) {
  const id = useId();
  const [address, setAddress] = useState('');
  const [codes, setCodes] = useState(CODE);
  const [text, setText] = useState('');
  const answers = codes.split(/[\s,]+/).filter((code) => code !== '');
  const findings = address.trim() === '' ? [] : judge(address.trim(), answers, topology, entries);
  const canList = address.trim() !== '' && !findings.some(({ level }) => level === 'refused');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!canList || isStill) return;
    void onAdd({ address: address.trim(), answers, text: text.trim() }).then((isDone) => {
      if (!isDone) return;
      setAddress('');
      setCodes(CODE);
      setText('');
    });
  };
  return (
    <form className="record-form listing-form" noValidate aria-label={t('blocklist.add')} onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}address`}>{t('blocklist.address')}</label>
        <input
          id={`${id}address`}
          className="mono"
          list={`${id}hosts`}
          value={address}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setAddress(event.target.value)}
        />
        <datalist id={`${id}hosts`}>
          {topology.hosts.map((host) => (
            <option key={host.name} value={host.address}>
              {host.name}
            </option>
          ))}
        </datalist>
      </div>
      <div className="field">
        <label htmlFor={`${id}codes`}>{t('blocklist.codes')}</label>
        <input
          id={`${id}codes`}
          className="mono"
          value={codes}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCodes(event.target.value)}
        />
      </div>
      <div className="field listing-form__reason">
        <label htmlFor={`${id}text`}>{t('blocklist.reason')}</label>
        <input
          id={`${id}text`}
          value={text}
          maxLength={255}
          autoComplete="off"
          placeholder={t('blocklist.reasonExample')}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div role="status" className="record-form__findings">
        <FindingList findings={findings} />
      </div>
      <div className="record-form__end">
        <button type="submit" className="plain-button" disabled={isStill || !canList}>
          {t('blocklist.add')}
        </button>
      </div>
    </form>
  );
}

function judge(
  address: string,
  answers: readonly string[],
  { hosts }: Topology,
  entries: readonly BlocklistEntry[],
): Finding[] {
  if (!parseIp(address)) return [refused('blocklist.bad.address')];
  const wrong = answers.find((answer) => parseIp(answer)?.family !== 4 || !answer.startsWith('127.'));
  if (answers.length === 0 || wrong !== undefined) return [refused('blocklist.bad.code', { code: wrong ?? '' })];
  const host = hosts.find((one) => one.address === address);
  return [
    ...(entries.some((entry) => entry.address === address) ? [note('blocklist.already')] : []),
    ...(answers.includes('127.0.0.1') ? [mistake('blocklist.loopback')] : []),
    ...(host ? [note('blocklist.isHost', { host: host.name })] : []),
  ];
}

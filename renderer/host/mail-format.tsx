// How a host keeps its people's mail, and keeping somebody's in the other way. Counterpart: `store` of the host, which the
// engine follows at once; the shell's mailformat does the same. Rule: says before the button is pressed what it does.

import { useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { Host, StoreFormat } from '../../contract/topology.ts';
import { describeFailure } from '../inbox/failure.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Part, Table } from './facts.tsx';
import { useStillness } from './use-stillness.ts';

export function MailFormats({ host: { name, store } }: { host: Host }) {
  const { source } = useBenchParts();
  const still = useStillness();
  const users = useBench((state) => state.moment.lab.topology?.users) ?? [];
  const [failure, setFailure] = useState('');
  const owners = users.filter((user) => user.host === name).map(({ address }) => address);
  if (owners.length === 0) return null;
  const formatOf = (owner: string): StoreFormat => store.formats[owner.toLowerCase()] ?? store.format;
  const convert = async (owner: string, format: StoreFormat) => {
    try {
      const value = { ...store.formats, [owner.toLowerCase()]: format };
      await source.dispatch('config.patch', { host: name, path: '/store/formats', value });
      setFailure('');
    } catch (error) {
      setFailure(describeFailure(error));
    }
  };
  return (
    <Part title={t('format.title')}>
      <p className="host-part__words">{t('format.help')}</p>
      <Table
        head={[t('format.whose'), t('format.kept'), t('format.actions')]}
        rows={owners.map((owner) => {
          const format = formatOf(owner);
          const other = format === 'mbox' ? 'maildir' : 'mbox';
          return {
            key: owner,
            cells: [
              <span key="owner" className="mono">
                {showText(owner)}
              </span>,
              t(`format.${format}`),
              <button
                key="convert"
                type="button"
                className="plain-button"
                disabled={still !== undefined}
                aria-label={t('format.convertOne', { owner: showText(owner), format: t(`format.name.${other}`) })}
                onClick={() => void convert(owner, other)}
              >
                {t('format.convert', { format: t(`format.name.${other}`) })}
              </button>,
            ],
          };
        })}
        none=""
      />
      {failure !== '' && (
        <p className="host__still" role="alert">
          {failure}
        </p>
      )}
    </Part>
  );
}

// A blocklist as who keeps it sees it: who is on it, why, since when and by whom; listing, delisting, and the switch for a
// list that nobody keeps any more. Counterpart: `blocklist.*` of the contract. Rule: an address is judged as one types it.

import { useId } from 'react';

import type { BlocklistEntry } from '../../contract/commands.ts';
import type { Host, Topology } from '../../contract/topology.ts';
import type { Zone } from '../../contract/zone.ts';
import { Part, Table } from '../host/facts.tsx';
import { useAnswer } from '../host/use-answer.ts';
import type { Editing } from '../host/use-editing.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showClock, showList } from '../text/times.ts';
import { askersOf } from './blocklists.ts';
import { ListingForm } from './listing-form.tsx';

interface Props {
  host: Host;
  topology: Topology;
  origin: string;
  zone: Zone;
  editing: Editing;
  isStill: boolean;
}

/** RFC 5782 section 5: every list of IPv4 addresses lists this one, so that one can see that it works. */
const TEST_ENTRY = '127.0.0.2';

export function BlocklistView({ topology, origin, zone, editing, isStill }: Props) {
  const id = useId();
  const { reply, problem } = useAnswer('blocklist.show', { zone: origin }, zone.soa.serial);
  const { entries = [], isDead = false } = reply ?? {};
  const askers = askersOf(topology, origin).map(shortName);

  const turn = (on: boolean) =>
    editing.change(
      () => ({ command: 'blocklist.dead', args: { zone: origin, on } }),
      () => ({ command: 'blocklist.dead', args: { zone: origin, on: !on } }),
      t(on ? 'blocklist.died' : 'blocklist.lives', { zone: origin }),
    );
  const remove = ({ address, ...rest }: BlocklistEntry) =>
    editing.change(
      () => ({ command: 'blocklist.remove', args: { zone: origin, address } }),
      () => ({ command: 'blocklist.add', args: { zone: origin, address, ...rest } }),
      t('blocklist.removed', { address }),
    );
  const add = ({ address, answers, text = '' }: BlocklistEntry) => {
    const before = entries.find((entry) => entry.address === address);
    return editing.change(
      () => ({ command: 'blocklist.add', args: { zone: origin, address, answers, text } }),
      () =>
        before
          ? { command: 'blocklist.add', args: { zone: origin, ...before } }
          : { command: 'blocklist.remove', args: { zone: origin, address } },
      t('blocklist.added', { address, answers: answers.join(', ') }),
    );
  };
  if (problem !== undefined) return <p className="host__still">{problem}</p>;
  return (
    <Part title={t('blocklist.title', { zone: origin })}>
      <p className="host-part__words">
        {t('blocklist.help')}{' '}
        {askers.length === 0 ? t('blocklist.nobodyAsks') : t('blocklist.askers', { hosts: showList(askers) })}
      </p>
      <label className="policy__switch blocklist__dead">
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={isDead}
          disabled={isStill || editing.isBusy}
          aria-describedby={`${id}dead`}
          onChange={(event) => void turn(event.target.checked)}
        />
        {t('blocklist.dead')}
      </label>
      <p id={`${id}dead`} className="host-part__words">
        {t(isDead ? 'blocklist.deadNow' : 'blocklist.deadHelp')}
      </p>
      <Table
        head={[
          t('blocklist.address'),
          t('blocklist.codes'),
          t('blocklist.reason'),
          t('blocklist.since'),
          t('zone.actions'),
        ]}
        rows={entries.map((entry) => ({
          key: entry.address,
          cells: [
            <code key="address">{entry.address}</code>,
            <code key="codes">{entry.answers.join(', ')}</code>,
            entry.address === TEST_ENTRY && entry.text === undefined ? t('blocklist.test') : showText(entry.text ?? ''),
            since(entry),
            <button
              key="remove"
              type="button"
              className="zone__act"
              disabled={isStill || editing.isBusy}
              aria-label={t('blocklist.removeOne', { address: entry.address })}
              onClick={() => void remove(entry)}
            >
              {t('blocklist.remove')}
            </button>,
          ],
        }))}
        none={t('blocklist.none')}
      />
      <ListingForm topology={topology} entries={entries} isStill={isStill || editing.isBusy} onAdd={add} />
    </Part>
  );
}

function since({ listed }: BlocklistEntry): string {
  if (!listed) return t('blocklist.always');
  return t(`blocklist.by.${listed.by}`, { at: showClock(Date.parse(listed.at)) });
}

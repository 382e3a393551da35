// The zones of a name server, one at a time, and who still believes older answers of it. Counterpart: zone-editor.tsx and
// blocklist-view.tsx show the one that is chosen. Rule: the choice stays while one looks at other tabs.

import { useId } from 'react';

import type { Host, Topology } from '../../contract/topology.ts';
import type { Zone } from '../../contract/zone.ts';
import { EditStatus } from '../host/edit-status.tsx';
import { hostSheet, useHostSheet } from '../host/host-sheet-store.ts';
import { useEditing } from '../host/use-editing.ts';
import { useStillness } from '../host/use-stillness.ts';
import { t } from '../text/t.ts';
import { BlocklistView } from './blocklist-view.tsx';
import { isBlocklist } from './blocklists.ts';
import { RememberedAnswers } from './remembered-answers.tsx';
import { firstZone, zonesByKind } from './served-zones.ts';
import { ZoneEditor } from './zone-editor.tsx';
import './zone.css';

export function ZonesTab({ host, topology }: { host: Host; topology: Topology }) {
  const id = useId();
  const wanted = useHostSheet((state) => state.zone);
  const origin = wanted !== undefined && Object.hasOwn(host.zones, wanted) ? wanted : firstZone(host);
  const zone = host.zones[origin];
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('zone.choose')}</label>
        <select id={id} value={origin} onChange={(event) => hostSheet.showZone(event.target.value)}>
          {zonesByKind(host, topology).map(({ kind, names }) => (
            <optgroup key={kind} label={t(`zone.kind.${kind}`)}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {zone && <OneZone key={origin} host={host} topology={topology} origin={origin} zone={zone} />}
    </>
  );
}

interface OneZoneProps {
  host: Host;
  topology: Topology;
  origin: string;
  zone: Zone;
}

function OneZone(props: OneZoneProps) {
  const { host, topology, origin, zone } = props;
  const still = useStillness();
  const editing = useEditing(host.name, `zone ${origin}`);
  const isStill = still !== undefined;
  const records = <ZoneEditor {...props} editing={editing} isStill={isStill} />;
  return (
    <>
      {isStill && <p className="host__still">{still}</p>}
      {isBlocklist(topology, origin, zone) ? (
        <>
          <BlocklistView {...props} editing={editing} isStill={isStill} />
          <details>
            <summary className="zone__more">{t('blocklist.asZone')}</summary>
            {records}
          </details>
        </>
      ) : (
        records
      )}
      {!isStill && <RememberedAnswers zone={origin} serial={zone.soa.serial} topology={topology} />}
      <EditStatus editing={editing} />
    </>
  );
}

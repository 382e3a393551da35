// The zones of a name server, one at a time. Counterpart: zone-editor.tsx shows the one that is chosen. Rule: the choice
// stays while one looks at other tabs.

import { useId } from 'react';

import type { Host, Topology } from '../../contract/topology.ts';
import { hostSheet, useHostSheet } from '../host/host-sheet-store.ts';
import { t } from '../text/t.ts';
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
          {zonesByKind(host).map(({ kind, names }) => (
            <optgroup key={kind} label={t(`zone.kind.${kind}`)}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {zone && <ZoneEditor key={origin} host={host} topology={topology} origin={origin} zone={zone} />}
    </>
  );
}

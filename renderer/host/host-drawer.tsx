// A host's sheet, a drawer over the inspector: what it offers, what it allows, where it sends mail, what waits, what it
// logged, what it keeps. Counterpart: host-sheet.tsx says whose; the map opens it. Rule: not modal, so that one
// sees what a change does; Escape closes it, and the keyboard goes back to where it was.

import { type ComponentType, type KeyboardEvent, useEffect, useRef } from 'react';

import type { Host, Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { showRole } from '../text/role.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Close } from '../theme/icons.tsx';
import './host-sheet.css';
import { type HostTab, hostSheet, useHostSheet } from './host-sheet-store.ts';
import { FilesTab } from './files-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { PoliciesTab } from './policies-tab.tsx';
import { QueueTab } from './queue-tab.tsx';
import { RoutesTab } from './routes-tab.tsx';
import { ServicesTab } from './services-tab.tsx';
import { TablesTab } from '../tables/tables-tab.tsx';
import { ZonesTab } from '../zone/zones-tab.tsx';

/** Somebody's keyboard is behind the drawer: nothing of it can be seen before that goes. */
function liesOver(drawer: HTMLElement | null, focused: Element | null): boolean {
  if (!drawer || !focused || drawer.contains(focused)) return false;
  const { left, top, width, height } = focused.getBoundingClientRect();
  return drawer.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

interface TabProps {
  host: Host;
  topology: Topology;
}

interface Tab {
  id: HostTab;
  View: ComponentType<TabProps>;
  isFor: (host: Host) => boolean;
  /** Needs the room of a table that one writes in. */
  isWide?: true;
}

const isMail = ({ mta }: Host) => mta !== undefined;

const TABS: readonly Tab[] = [
  { id: 'services', View: ServicesTab, isFor: () => true },
  { id: 'zones', View: ZonesTab, isFor: ({ zones }) => Object.keys(zones).length > 0, isWide: true },
  { id: 'policies', View: PoliciesTab, isFor: isMail },
  { id: 'routes', View: RoutesTab, isFor: isMail, isWide: true },
  { id: 'tables', View: TablesTab, isFor: isMail, isWide: true },
  { id: 'queue', View: QueueTab, isFor: isMail },
  { id: 'log', View: LogTab, isFor: isMail },
  { id: 'files', View: FilesTab, isFor: isMail },
];

export function HostDrawer({ host, topology }: TabProps) {
  const wanted = useHostSheet((state) => state.tab);
  const drawer = useRef<HTMLElement>(null);
  const tabs = TABS.filter((one) => one.isFor(host));
  const tab = tabs.find((one) => one.id === wanted) ?? tabs[0];
  const { name } = host;
  useEffect(() => drawer.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(), [name]);
  useEffect(() => {
    // A button that went with what it removed has taken the keyboard along: Escape still means this sheet.
    const leave = ({ key }: globalThis.KeyboardEvent) => {
      if (key !== 'Escape') return;
      if (document.activeElement === document.body) hostSheet.close();
      else if (liesOver(drawer.current, document.activeElement)) hostSheet.putAway();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
  if (!tab) return null;
  const view = hostView(topology, name);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    hostSheet.close();
  };
  return (
    <section
      ref={drawer}
      className={tab.isWide ? 'host host--wide' : 'host'}
      role="dialog"
      aria-labelledby="host-title"
      onKeyDown={onKey}
    >
      <header className="host__head">
        <HostMark host={view} size={36} />
        <div className="host__who">
          <h2 id="host-title">{name}</h2>
          <p className="host__role">
            {showRole(view)} <span className="mono">{host.address}</span>
          </p>
        </div>
        <button type="button" className="icon-button" aria-label={t('host.close')} onClick={() => hostSheet.close()}>
          <Close />
        </button>
      </header>
      <Tabs tabs={tabs} current={tab.id} />
      <div
        id="host-panel"
        className="host__panel"
        role="tabpanel"
        aria-labelledby={`host-tab-${tab.id}`}
        // A host's name makes the panel its own: nothing typed for one is left for the next.
        key={`${name} ${tab.id}`}
      >
        <tab.View host={host} topology={topology} />
      </div>
    </section>
  );
}

function Tabs({ tabs, current }: { tabs: readonly Tab[]; current: HostTab }) {
  const move = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex((one) => one.id === current);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (by === 0 || !next) return;
    hostSheet.show(next.id);
    currentTarget.querySelector<HTMLElement>(`#host-tab-${next.id}`)?.focus();
  };
  return (
    <div className="host__tabs" role="tablist" aria-label={t('host.tabs')} onKeyDown={move}>
      {tabs.map(({ id }) => (
        <button
          key={id}
          id={`host-tab-${id}`}
          type="button"
          role="tab"
          className="host__tab"
          aria-selected={id === current}
          aria-controls="host-panel"
          tabIndex={id === current ? 0 : -1}
          onClick={() => hostSheet.show(id)}
        >
          {t(`host.${id}`)}
        </button>
      ))}
    </div>
  );
}

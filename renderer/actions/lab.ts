// The lab as a whole. Counterpart: `lab.*` of the contract. Rule: what can't be undone is asked twice.

import { writeTopology } from '../../contract/plain-topology.ts';
import type { Topology } from '../../contract/topology.ts';
import { hostSheet } from '../host/host-sheet-store.ts';
import { t } from '../text/t.ts';
import { topologyDesk } from '../topology/desk.ts';
import { pickTopology } from '../topology/pick-topology.ts';
import { type Action, isAlways, isLive } from './action.ts';

export const resetLab: Action = {
  id: 'lab.reset',
  title: 'controls.reset',
  help: 'controls.reset.help',
  group: 'lab',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('lab.reset', {}),
  isLong: true,
  confirm: { question: 'controls.reset.sure', yes: 'controls.reset.yes' },
};

export const openLabs: Action = {
  id: 'labs.open',
  title: 'labs.action',
  help: 'labs.action.help',
  group: 'lab',
  keys: 'M',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'labs' }),
};

export const editTopology: Action = {
  id: 'topology.edit',
  title: 'topology.action',
  help: 'topology.action.help',
  group: 'lab',
  isPossible: isLive,
  run: async ({ source, store, frame }) => {
    const { topology } = await source.dispatch('config.get', {});
    const name = store.getState().labName ?? topology.title;
    topologyDesk.lay(t('topology.copyName', { name }).slice(0, 60), writeTopology(topology));
    frame.setState({ sheet: 'topology' });
  },
};

export const openTopology: Action = {
  id: 'topology.open',
  title: 'topology.open',
  help: 'topology.open.help',
  group: 'lab',
  isPossible: isLive,
  run: ({ frame }) =>
    pickTopology(
      () => frame.setState({ sheet: 'topology' }),
      () => frame.setState({ failure: t('topology.tooLong') }),
    ),
};

export const editZones: Action = {
  id: 'zones.edit',
  title: 'zones.edit',
  help: 'zones.edit.help',
  group: 'lab',
  keys: 'Z',
  isPossible: ({ bench }) => nameServer(bench.moment.lab.topology) !== undefined,
  unless: 'zones.none',
  run: ({ store, frame }) => {
    const server = nameServer(store.getState().moment.lab.topology);
    if (server === undefined) return;
    // The sheet stands in the bench, which the Inbox takes the room of.
    if (frame.getState().place === 'inbox') frame.setState({ place: 'lab' });
    hostSheet.open(server, 'zones');
  },
};

const nameServer = (topology: Topology | undefined): string | undefined =>
  topology?.hosts.find(({ zones }) => Object.keys(zones).length > 0)?.name;

// What can lie over the bench. Counterpart: frame-store.ts says which does. To add one: its id there, its view here, and
// an action that opens it. Rule: a view is drawn only while it is open.

import type { ComponentType } from 'react';

import { Palette } from '../actions/palette.tsx';
import { later } from './later.tsx';
import type { SheetId } from './frame-store.ts';
import { useBenchParts, useFrame } from './use-bench.ts';

const SHEETS: Record<SheetId, ComponentType<{ onClose: () => void }>> = {
  palette: Palette,
  keys: later(async () => (await import('../actions/keys-sheet.tsx')).KeysSheet),
  labs: later(async () => (await import('../labs/labs-sheet.tsx')).LabsSheet),
  topology: later(async () => (await import('../topology/topology-sheet.tsx')).TopologySheet),
  export: later(async () => (await import('../export/export-sheet.tsx')).ExportSheet),
  ladder: later(async () => (await import('../ladder/ladder-sheet.tsx')).LadderSheet),
  move: later(async () => (await import('../inbox/move-sheet.tsx')).MoveSheet),
  reader: later(async () => (await import('../inbox/reader-sheet.tsx')).ReaderSheet),
  report: later(async () => (await import('../report/report-sheet.tsx')).ReportSheet),
  settings: later(async () => (await import('../settings/settings-sheet.tsx')).SettingsSheet),
  about: later(async () => (await import('../about/about-sheet.tsx')).AboutSheet),
  breakpoints: later(async () => (await import('../wire/breakpoints.tsx')).Breakpoints),
  faults: later(async () => (await import('../faults/faults-sheet.tsx')).FaultsSheet),
  fork: later(async () => (await import('../fork/fork-sheet.tsx')).ForkSheet),
  compare: later(async () => (await import('../compare/compare-sheet.tsx')).CompareSheet),
};

export function OpenSheet() {
  const { frame } = useBenchParts();
  const sheet = useFrame((state) => state.sheet);
  if (sheet === undefined) return null;
  const View = SHEETS[sheet];
  return <View onClose={() => frame.setState({ sheet: undefined })} />;
}

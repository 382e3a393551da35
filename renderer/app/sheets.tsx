// What can lie over the bench. Counterpart: frame-store.ts says which does. To add one: its id there, its view here, and
// an action that opens it. Rule: a view is drawn only while it is open.

import type { ComponentType } from 'react';

import { KeysSheet } from '../actions/keys-sheet.tsx';
import { Palette } from '../actions/palette.tsx';
import { SettingsSheet } from '../settings/settings-sheet.tsx';
import { Breakpoints } from '../wire/breakpoints.tsx';
import { CompareSheet } from '../compare/compare-sheet.tsx';
import { ExportSheet } from '../export/export-sheet.tsx';
import { ForkSheet } from '../fork/fork-sheet.tsx';
import { FaultsSheet } from '../faults/faults-sheet.tsx';
import { LadderSheet } from '../ladder/ladder-sheet.tsx';
import { LabsSheet } from '../labs/labs-sheet.tsx';
import { MoveSheet } from '../inbox/move-sheet.tsx';
import { ReaderSheet } from '../inbox/reader-sheet.tsx';
import { ReportSheet } from '../report/report-sheet.tsx';
import { TopologySheet } from '../topology/topology-sheet.tsx';
import type { SheetId } from './frame-store.ts';
import { useBenchParts, useFrame } from './use-bench.ts';

const SHEETS: Record<SheetId, ComponentType<{ onClose: () => void }>> = {
  palette: Palette,
  keys: KeysSheet,
  labs: LabsSheet,
  topology: TopologySheet,
  export: ExportSheet,
  ladder: LadderSheet,
  move: MoveSheet,
  reader: ReaderSheet,
  report: ReportSheet,
  settings: SettingsSheet,
  breakpoints: Breakpoints,
  faults: FaultsSheet,
  fork: ForkSheet,
  compare: CompareSheet,
};

export function OpenSheet() {
  const { frame } = useBenchParts();
  const sheet = useFrame((state) => state.sheet);
  if (sheet === undefined) return null;
  const View = SHEETS[sheet];
  return <View onClose={() => frame.setState({ sheet: undefined })} />;
}

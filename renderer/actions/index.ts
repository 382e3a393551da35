// Every action of the screen. Counterpart: listen.ts, palette.tsx and keys-sheet.tsx read this list.
//
// To add one: write its record (action.ts) in a file of this folder, by what it is about, and name it in ACTIONS below.
// That is all: the palette and the sheet of keys show it, its keys work. For a button: `<ActionButton action={...} />`.
// `title` and `help` are keys of text/en.ts. `isPossible` is asked often: it looks, and computes nothing. What can't be
// undone has a `confirm`. Rule: no two actions have the same id or keys (actions.test.ts).

import type { FrameState } from '../app/frame-store.ts';
import { openAbout } from './about.ts';
import type { Action } from './action.ts';
import { openExport } from './export.ts';
import { openFaults } from './faults.ts';
import { findLines } from './find.ts';
import { PLACE_ACTIONS } from './go.ts';
import { INBOX_ACTIONS } from './inbox.ts';
import { editTopology, editZones, openLabs, openTopology, resetLab } from './lab.ts';
import { openLadder } from './ladder.ts';
import { sendLetter, writeLetter } from './letters.ts';
import { nextRegion, openKeys, openPalette, previousRegion, resetPanels } from './screen.ts';
import { SETTINGS_ACTIONS } from './settings.ts';
import { saveReport } from './report.ts';
import { closeSession, openSession, saveSession } from './session.ts';
import { toggleShell } from './shell.ts';
import { STAGE_ACTIONS } from './stage.ts';
import { advanceClock, nextEvent } from './time.ts';
import { openBreakpoints, openFork } from './wire.ts';

export const ACTIONS: readonly Action[] = [
  sendLetter,
  writeLetter,
  ...INBOX_ACTIONS,
  advanceClock,
  nextEvent,
  findLines,
  openLadder,
  openBreakpoints,
  openFaults,
  openFork,
  resetLab,
  openLabs,
  editZones,
  editTopology,
  openTopology,
  saveSession,
  openExport,
  openSession,
  closeSession,
  saveReport,
  toggleShell,
  ...PLACE_ACTIONS,
  nextRegion,
  previousRegion,
  resetPanels,
  openPalette,
  openKeys,
  ...SETTINGS_ACTIONS,
  openAbout,
];

/** The actions in force: on the stage of a lecture the presenter's, and no others. */
export const actionsFor = ({ stage }: FrameState): readonly Action[] => (stage ? STAGE_ACTIONS : ACTIONS);

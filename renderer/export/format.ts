// One kind of file that a run, or a part of it, can be given away as. Counterpart: formats.ts lists them,
// export-sheet.tsx offers them. Rule: made of the log and of captured octets alone, so that a saved session can do it too.

import type { Dispatch } from '../../contract/commands.ts';
import type { ConnId, MessageId } from '../../contract/ids.ts';
import type { History } from '../store/history.ts';
import type { Moment } from '../store/moment.ts';
import type { PageTurner } from '../store/page-turner.ts';
import type { TextKey } from '../text/t.ts';

/** What of the run is wanted. */
export interface Scope {
  /** Undefined: every connection of the run. */
  conns?: ReadonlySet<ConnId>;
  message?: MessageId;
}

export interface Material {
  history: History;
  /** Of a long run, whose history is only the page that is shown. */
  pages: PageTurner | undefined;
  moment: Moment;
  dispatch: Dispatch;
  scope: Scope;
}

export interface Watch {
  /** Between 0 and 1. */
  onProgress: (done: number) => void;
  isCancelled: () => boolean;
}

export interface ExportFormat {
  id: string;
  title: TextKey;
  help: TextKey;
  /** Of the file's name. */
  extension: string;
  /** Only a letter can be given away so. */
  needsLetter?: true;
  /** Undefined: cancelled. */
  make: (material: Material, watch: Watch) => Promise<Blob | undefined>;
}

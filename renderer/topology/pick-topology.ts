// Asks the person for a lab's file and lays its text on the desk. Counterpart: topology-sheet.tsx judges it. Rule: whatever
// the file is, it is text until it was judged; one that is too long isn't read.

import { pickFile } from '../session/pick-file.ts';
import { topologyDesk } from './desk.ts';
import { TOPOLOGY_LIMITS } from './limits.ts';

/** Calls `onLaid` when the text lies there; `onTooLong` when it can't be a lab. */
export function pickTopology(onLaid: () => void, onTooLong: () => void): void {
  pickFile('.json', (file) => {
    if (file.size > TOPOLOGY_LIMITS.fileOctets) return onTooLong();
    void file.text().then((text) => {
      topologyDesk.lay(file.name.replace(/(?:\.lab)?\.json$/, '').slice(0, 60), text);
      onLaid();
    });
  });
}

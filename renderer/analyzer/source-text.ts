// The source of a letter on its way into the analyzer: out of a field, out of a file. Counterpart: app/frame-store.ts keeps
// it. Rule: octets, so that a letter in any charset comes as it is; what is too large is refused before it is read.

import { type ByteString, toByteString } from '../../mail/bytes.ts';
import { focusIfLost } from '../app/focus.ts';
import type { FrameStore } from '../app/frame-store.ts';
import { t } from '../text/t.ts';
import { ANALYZER_LIMITS } from './limits.ts';

/** What people's mail programs and servers call such files. */
export const SOURCE_FILES = '.eml,.mbox,.mbx,.txt,message/rfc822,application/mbox,text/plain';

/** The heading over what was read, and the field for what is to be. */
export const ANALYSIS_TITLE = 'analysis-title';
export const SOURCE_FIELD = 'analyzer-source';

/** What somebody typed or pasted, as the octets that a file of it would have. */
export function sourceOf(text: string): ByteString {
  return toByteString(new TextEncoder().encode(text));
}

export function analyse(frame: FrameStore, octets: ByteString): void {
  frame.setState({ place: 'analyzer', analysed: { octets } });
  // The field or the button that had the keyboard is gone.
  focusIfLost(ANALYSIS_TITLE);
}

/** Reads a file and shows what it claims; a failure is told in the frame. */
export async function analyseFile(frame: FrameStore, file: File): Promise<void> {
  const most = ANALYZER_LIMITS.fileOctets;
  if (file.size > most) {
    frame.setState({ failure: t('analyzer.tooLarge', { name: file.name, octets: file.size, most }) });
    return;
  }
  try {
    analyse(frame, toByteString(new Uint8Array(await file.arrayBuffer())));
  } catch {
    frame.setState({ failure: t('analyzer.unread', { name: file.name }) });
  }
}

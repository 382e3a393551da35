// A session file that the system handed to the desktop app. Counterpart: electron/handed-files.ts, contract/bridge.ts.
// Rule: only the window's own message counts, and only of the shape agreed on; what is in the file is read like any other's.

import { FILE_MESSAGE, type HandedFile } from '../../contract/bridge.ts';

/** `open` gets each file that is handed over from now on. */
export function onHandedFile(open: (file: File) => void): void {
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const handed = source === window ? handedIn(data) : undefined;
    if (handed) open(new File([new Uint8Array(handed.content)], handed.name));
  });
}

function handedIn(data: unknown): HandedFile | undefined {
  const { name, content } =
    (data as Partial<Record<typeof FILE_MESSAGE, Partial<HandedFile>>> | null)?.[FILE_MESSAGE] ?? {};
  return typeof name === 'string' && content instanceof Uint8Array ? { name, content } : undefined;
}

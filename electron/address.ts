// Where the screen is served, and who counts as our page. Counterpart: app-protocol.ts serves it, preload.ts and every
// handler of a message compare with it. Rule: an address is compared as a whole word, never searched for.

export const SCHEME = 'posthorn';
export const ORIGIN = 'posthorn://app';
/** The one page there is. */
export const PAGE = `${ORIGIN}/`;

/** The same page as a lecture's second window: renderer/lecture/notes-address.ts. */
export const NOTES = { url: `${PAGE}#role=notes`, frameName: 'posthorn-notes' } as const;

/** What a frame of a window is asked; Electron's WebFrameMain has it. */
interface Frame {
  readonly url: string;
  readonly parent: object | null;
}

/** Whether a message comes from our page itself, not from a frame inside it. */
export function isOurPage({ url, parent }: Frame): boolean {
  return parent === null && url.startsWith(PAGE);
}

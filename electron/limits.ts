// Every bound of the desktop shell and why it is what it is. Counterpart: web/limits.ts, which bounds the other shell.
// Rule: no number of this kind stands anywhere else in electron/.

const MIB = 1024 * 1024;

export const ELECTRON_LIMITS = {
  /** Characters of one frame from a screen: what the engine takes as a command at most. */
  frameCharacters: 4 * MIB,
  /** How long the engine may take to put its queue to disk before it is ended by force. */
  engineGrace_ms: 8_000,
  /**
   * A file that the system hands over, which goes to the page whole, copied twice on its way. The button and a drop read
   * larger ones in pieces.
   */
  handedOctets: 512 * MIB,
  /** The window: the smallest that the views are laid out for, and what it opens with. */
  window_px: { width: 1280, height: 800, minWidth: 960, minHeight: 600 },
} as const;

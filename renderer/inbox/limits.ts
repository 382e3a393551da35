// Bounds of writing and reading mail on the screen, and why. Counterpart: engine/inbox/limits.ts. Rule: no number of this
// kind stands anywhere else in this folder.

export const INBOX_SCREEN_LIMITS = {
  /** Octets of all files of a letter: in base64, with the letter around them, they fit into a screen's frame (4 MiB). */
  attachedOctets: 2 * 1024 * 1024,
  /** Files of a letter: what `mail.send` takes. */
  attachedFiles: 20,
  /** Depth of conversations that is drawn: deeper answers stand below each other. */
  drawnDepth: 6,
} as const;

// What the analyzer takes in and shows at once. Counterpart: mail/limits.ts bounds what is read of it. Rule: a number that
// keeps a page usable stands here.

export const ANALYZER_LIMITS = {
  /** Octets of a file: a mailbox of some years; the browser holds it twice. */
  fileOctets: 64 * 1024 * 1024,
  /** Characters of a source that can be changed by hand: a long header, and a short letter with it. */
  editedCharacters: 200_000,
  /** Fields that are listed before somebody asks for the rest: twice what honest letters have. */
  shownFields: 150,
  /** Characters of a name, an id or a result that is quoted in a sentence. */
  quotedCharacters: 120,
} as const;

// How much of a host a sheet shows, and how often it asks. Counterpart: engine/limits.ts bounds the answers.

export const HOST_SHEET_LIMITS = {
  /** Log and files are asked for again at most so often while things happen. */
  again_ms: 400,
  /** Lines of the log that are kept to look through. */
  logLines: 2000,
  /** Of those, lines on the page at one time; a filter reaches the others. */
  shownLines: 300,
  /** Rows of the queue on the page; a queue longer than this is read by its filter of nature: the first go first. */
  queueRows: 100,
  /** Changes that can be taken back: a long evening's. */
  edits: 100,
} as const;

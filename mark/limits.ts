// Bounds of marking, each with its reason. Rule: no number of this kind stands anywhere else in this folder.

export const MARK_LIMITS = {
  /** Differences told of one file: the first ones cause the rest. */
  differences: 12,
  /** Of a line, in a difference: enough to find it again. */
  quoteChars: 120,
  /** Real time for one replay: a lesson of forty minutes takes a second; a file made to hang must end too. */
  replay_ms: 60_000,
  /** Octets that crossed the wires of one run: a lesson's letters are short, and all of them are held in memory. */
  captured: 64_000_000,
  /** Octets of a policy file: a term's lessons with points and weights are a few thousand. */
  policyChars: 200_000,
  /** Tasks of an instructor's pack, and goals of each: an exam of three hours has a dozen. */
  packTasks: 50,
  packGoals: 12,
  /** Files of one run of `mark`: a year of a large course. */
  files: 2000,
  /** Inputs at the same intervals, to the microsecond, from which on two logs are called one: two people never share ten. */
  sameIntervals: 10,
} as const;

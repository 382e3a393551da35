// Bounds of a lesson that is being written. Counterpart: lesson-draft-desk.ts. Rule: each with its reason.

export const DRAFT_LIMITS = {
  /** A lesson of the course has some 20,000 octets; the parser refuses what is ten times as long. */
  octets: 1_000_000,
  /** Translations of one lesson. */
  translations: 20,
} as const;

// Bounds of the shelf of labs, and why. Counterpart: lab-shelf.ts. Rule: no number of this kind stands elsewhere here.

export const SHELF_LIMITS = {
  /** Labs that are kept: a course with a lab for each of its lessons, many times over. */
  labs: 200,
  /** Removed labs that can still be taken back; an older one goes for good. */
  trash: 10,
} as const;

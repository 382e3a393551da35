// The words about a lesson that is being written. Counterpart: lesson/draft-note.tsx. Rule: as in en.ts.

export const draftEn = {
  'draft.label': 'The lesson you are writing',
  'draft.shown': '{name} is shown as you last saved it. Save, and this step reads anew; what you did in it stays done.',
  'draft.waits': 'You are writing {name}. It stands in the course by its number, and reads anew whenever you save it.',
  'draft.unread': 'It can’t be read yet:',
  'draft.problems': 'As it was last saved:',
} as const;

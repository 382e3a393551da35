// The words about the labs that lessons open. Counterpart: lesson/lesson-lab.tsx. Rule: as in en.ts.

export const lessonLabEn = {
  'lessonLab.name': 'Lessons: {title}',
  'lessonLab.heading': 'Other hosts',
  'lessonLab.ask':
    'This happens in a lab of its own, “{title}”. Your lab “{from}” stays as it is, with its mail: a button in the list of lessons takes you back.',
  'lessonLab.askBack': 'This step happens in a lab of its own, “{title}”, and another one is open.',
  'lessonLab.open': 'Open that lab',
  'lessonLab.opening': 'Opening the lab “{title}”',
  'lessonLab.again': 'Try again',
  'lessonLab.back': 'Back to your lab “{name}”',
  'lessonLab.backHelp': 'A lesson opened another lab; yours is as you left it.',
  'lessons.extra': 'Extra',
} as const;

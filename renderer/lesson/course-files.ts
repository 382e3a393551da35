// The course's files as text, packed into the screen. Counterpart: lessons/library.ts, which reads them through `load`.
// Rule: nothing here knows a lesson by name.

import type { LoadText } from '../../lessons/library.ts';

const files = import.meta.glob<string>('../../lessons/course/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const loadCourseText: LoadText = (path) => files[`../../lessons/course/${path}`];

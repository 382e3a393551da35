// The course as the tests read it: from the disk. Counterpart: lessons/library.ts, which takes any loader.

import fs from 'node:fs';

import { type Library, type LoadText, loadCourse } from '../../lessons/library.ts';

export const loadText: LoadText = (path) => {
  const file = new URL(`../../lessons/course/${path}`, import.meta.url);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
};

export const course: Library = loadCourse(loadText);

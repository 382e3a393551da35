// The lessons there are, in the order of the course. A new lesson is one folder with its lesson.md and one line here.
// Counterpart: library.ts reads them through a loader that comes in, because this list runs in two places: the screen
// imports the files as text with vite (`import.meta.glob('...', { query: '?raw' })`), tests and scripts read the disk.

/** Folder of each lesson, under lessons/course/. */
export const COURSE = [
  '01-six-programs',
  '02-speak-smtp',
  '03-what-it-answers',
  '04-envelope',
  '05-forgery',
  '06-received',
  '07-who-takes-mail',
  '08-relaying',
  '09-queues',
  '10-queue-id',
  '11-patience',
  '12-greylisting',
  '13-blocklists',
  '14-spf',
  '15-dkim',
  '16-dmarc',
  '17-pop3',
  '18-imap',
  '19-where-mail-lives',
  '20-six-tables',
  '21-lists',
  '22-filters',
  '23-defences',
  '24-lock',
  '25-picture',
  '26-house',
  '27-case',
  '28-one-byte',
  '29-museum',
] as const;

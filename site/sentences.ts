// What a browser is told that asks for what it can't have. Counterpart: web/sentences.ts has what only the presenter's own
// page hears. Rule: each says what happened and what to do.

export const SENTENCES = {
  wrongHost: (origin: string) =>
    `Posthorn answers at ${origin} only. Open the address that it printed when it started.`,
  wrongOrigin: 'Another site may not ask Posthorn for anything.',
  wrongMethod: 'Only GET and HEAD are answered here.',
  notFound: 'There is no such page. Posthorn has one, at /.',
} as const;

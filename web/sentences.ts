// What the web shell says to the person who started it. Counterpart: renderer/text, the catalogue of the screen;
// site/sentences.ts has what any browser hears.
// Rule: one place for every sentence; each says what happened and what to do.

export const SENTENCES = {
  address: (url: string) => `Posthorn: ${url} (Ctrl-C ends it)`,
  cannotStart: (detail: string) => `Posthorn can't start: ${detail}`,
  engineEnded: 'its engine ended without a word. What it printed above may tell why.',
  notBuilt: (dir: string) => `the screen isn't in ${dir}. Run "npm run build" first.`,
  portTaken: (port: number) => `port ${port} of 127.0.0.1 is in use. Choose another with --port, or leave it out.`,
  badPort: (text: string) => `--port must be a whole number from 0 to 65535, not "${text}".`,
  noSession: (file: string, detail: string) => `${file} can't be shown: ${detail}`,
  noLesson: (file: string) => `there is no lesson ${file}. "npm run lesson new NAME" begins one.`,
  largeSession: 'it is larger than a session may be.',
  wrongToken: 'The token is missing or wrong. Open the address that Posthorn printed, with all that follows the #.',
  tooMany: 'Too many screens are open. Close one and load this page again.',
} as const;

export const USAGE = `npm start -- [options]
  --port N      serve on this port of 127.0.0.1 (any free one)
  --dir DIR     where the lab lives (a directory of your user data)
  --session F   show a saved session (.posthorn), without mail servers
  --lesson F    open a lesson that you are writing, and show it anew whenever it is saved
  --no-open     print the address and open no browser
  --help        these lines
`;

// The names of the messages between preload.ts and the main process (screens.ts, handed-files.ts). Rule: there are no more than
// these, and one alone comes from the page; whatever a screen wants to say goes over its port.

/** From the page: a port, please. */
export const CONNECT = 'posthorn:connect';
/** To the page: the port. */
export const PORT = 'posthorn:port';
/** To the page: a session file that the system handed over. */
export const FILE = 'posthorn:file';

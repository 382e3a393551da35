// The names of the two messages between preload.ts and screens.ts. Rule: there are no more than these two; whatever a
// screen wants to say goes over its port.

/** From the page: a port, please. */
export const CONNECT = 'posthorn:connect';
/** To the page: the port. */
export const PORT = 'posthorn:port';

// The playlists that come with Posthorn, in the order in which they are offered. Counterpart: one file each in this folder. A new
// one: its file, and its name here.

export const PLAYLISTS = ['journey', 'forgery', 'relaying', 'greylisting', 'authentication', 'incident'] as const;

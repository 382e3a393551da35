// The shipped playlists as text, packed into the lecture's part of the screen. Counterpart: lessons/playlists/index.ts. Rule:
// nothing here knows a playlist by name.

import type { Playlist } from '../../contract/lecture/playlist.ts';
import { PLAYLISTS } from '../../lessons/playlists/index.ts';
import { readPlaylist } from '../../lessons/playlists/read-playlist.ts';

const files = import.meta.glob<string>('../../lessons/playlists/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Those that can be read: a test sees to it that all of them can. */
export function shippedPlaylists(): Playlist[] {
  return PLAYLISTS.flatMap((name) => {
    const read = readPlaylist(`${name}.yaml`, files[`../../lessons/playlists/${name}.yaml`] ?? '');
    return read.ok ? [read.playlist] : [];
  });
}

// The shipped playlists as text, packed into the lecture's part of the screen. Counterpart: lessons/playlists/index.ts. Rule:
// nothing here knows a playlist by name.

import { PLAYLISTS } from '../../lessons/playlists/index.ts';
import { readPlaylist } from '../../lessons/playlists/read-playlist.ts';
import type { ChosenPlaylist } from './lecture-state.ts';

const files = import.meta.glob<string>('../../lessons/playlists/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Those that can be read: a test sees to it that all of them can. */
export function shippedPlaylists(): ChosenPlaylist[] {
  return PLAYLISTS.flatMap((name) => {
    const file = files[`../../lessons/playlists/${name}.yaml`] ?? '';
    const read = readPlaylist(`${name}.yaml`, file);
    return read.ok ? [{ playlist: read.playlist, file }] : [];
  });
}

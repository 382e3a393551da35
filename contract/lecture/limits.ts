// Bounds of a lecture: its stage, its playlists, what listeners may say. Counterpart: engine/followers/limits.ts bounds the
// server. Rule: each with its reason.

export const LECTURE_LIMITS = {
  /** A heading that is read from the last row. */
  titleChars: 90,
  /** A question and its answers, also on a phone. */
  questionChars: 240,
  options: { least: 2, most: 6 },
  /** What the presenter reads beside a scene: half a page. */
  noteChars: 2000,
  /** A cut of five or fifteen minutes has five to twelve; twenty is already an hour. */
  scenes: 40,
  /** Key presses of one scene. */
  beats: 24,
  /** A letter that is typed in front of people is short. */
  typedChars: 2000,
  /** Octets of a playlist's file. */
  playlistOctets: 256 * 1024,
  /** A show of hands that was counted by eye. */
  hands: 2000,
  /** Octets of a recording that followers see too: a scene has about 50 KiB, and in base64 it has to fit into one frame. */
  recordingOctets: 2.5 * 1024 * 1024,
  /** Keys pressed in the notes' window that the stage hasn't heard yet. */
  presses: 16,
} as const;

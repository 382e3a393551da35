// What a shell says between the engine's frames: how the engine's process is doing. Counterpart: web/shell-frames.ts
// (test/web/shell-frames.test.ts holds the two equal). Rule: the engine knows nothing of these frames.

export type ShellFrame =
  | { kind: 'shell'; engine: 'starting' }
  | { kind: 'shell'; engine: 'running'; dir: string }
  | { kind: 'shell'; engine: 'stopped'; detail: string };

/** To the shell: start a stopped engine again. */
export interface ShellAsk {
  kind: 'shell';
  ask: 'restart';
}

// What the shell itself says to a screen, between the engine's frames: how the engine's process is doing.
// Counterpart: renderer/source/shell-frames.ts (a shell and a screen import nothing from each other;
// test/web/shell-frames.test.ts holds the two equal). Rule: the shell reads of a screen's frames only this one.

/** To a screen, on opening and on every change. */
export type ShellFrame =
  | { kind: 'shell'; engine: 'starting' }
  | { kind: 'shell'; engine: 'running'; dir: string }
  | { kind: 'shell'; engine: 'stopped'; detail: string };

/** From a screen: start a stopped engine again. */
export interface ShellAsk {
  kind: 'shell';
  ask: 'restart';
}

const ASK_OCTETS = 64; // the one ask has 32; anything longer is for the engine

/** Whether a frame is for the shell; all others are passed on unread. */
export function isRestartAsk(text: string): boolean {
  if (text.length > ASK_OCTETS) return false;
  try {
    const ask = JSON.parse(text) as Partial<ShellAsk> | null;
    return ask?.kind === 'shell' && ask.ask === 'restart';
  } catch {
    return false;
  }
}

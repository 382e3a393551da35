// A solution as the lines that a person would type into a shell. Counterpart: the panel shows them and the screen puts
// them into the shell without sending. Rule: what isn't typed (a selection, a prediction) is left out.

import type { Act } from '../contract/lesson.ts';

export function typedLines(acts: readonly Act[]): string[] {
  return acts.flatMap((act) => {
    if ('telnet' in act) return [`telnet ${act.telnet}`, ...linesOf(act.type)];
    if ('openssl' in act) {
      const server = act.openssl.replace(' ', ':');
      return [`openssl s_client -starttls smtp -quiet -crlf -connect ${server}`, ...linesOf(act.type)];
    }
    if ('goOn' in act) return linesOf(act.type);
    if ('shell' in act) return [act.shell, ...linesOf(act.type)];
    if ('advance_s' in act) return [`clock +${act.advance_s}s`];
    return [];
  });
}

/** The lines of a `type` block; the line end that YAML leaves at its end begins no new one. */
export function linesOf(type: string): string[] {
  return type === '' ? [] : type.replace(/\n$/, '').split('\n');
}

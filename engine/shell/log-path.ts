// The mail log by the names that people know it under. Counterpart: tail and grep.

export const MAILLOG = 'log/maillog';

/** Where Unix systems keep it. */
const ALIASES: readonly string[] = ['maillog', 'mail.log', '/var/log/maillog', '/var/log/mail.log', MAILLOG];

/** The path in the host's own tree. */
export function logPath(typed: string): string {
  return ALIASES.includes(typed) ? MAILLOG : typed;
}

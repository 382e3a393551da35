// Names of an account's mailboxes, as IMAP has them and as directories of a Maildir++ or files. Counterpart:
// account.ts, maildir-folders.ts, mbox-folders.ts. Rule: `/` stands between levels, INBOX is the same in any case (RFC 3501 section 5.1), all else is
// kept as it was typed; what a file system could mistake is escaped, so every directory gives its name back.
//
//   INBOX              the account's own directory, or the file INBOX
//   Sent               .Sent                           Sent
//   Lists/Mail 2.0     .Lists.Mail 2%2e0               Lists.Mail 2%2e0

import { STORE_LIMITS } from './limits.ts';

export const INBOX = 'INBOX';
export const DELIMITER = '/';

/** INBOX in capitals, without a delimiter at the end (RFC 3501 section 6.3.3). */
export function canonicalName(name: string): string {
  const trimmed = name.endsWith(DELIMITER) ? name.slice(0, -1) : name;
  const [first = '', ...rest] = trimmed.split(DELIMITER);
  return first.toUpperCase() === INBOX ? [INBOX, ...rest].join(DELIMITER) : trimmed;
}

/** Why no folder can have this name; undefined when one can. */
export function nameProblem(name: string): string | undefined {
  const levels = name.split(DELIMITER);
  if (levels.some((level) => level === '' || level !== level.trim())) return 'a level of the name is empty';
  // RFC 3501 section 5.1: wildcards would hide it from LIST, and other characters are written in modified UTF-7.
  if (/[*%]/.test(name)) return "a name can't have * or %, which LIST takes for wildcards";
  if (/[^ -~]/.test(name)) return 'characters beyond ASCII are written in modified UTF-7';
  if (name.length > STORE_LIMITS.folderName) return `a name has at most ${STORE_LIMITS.folderName} characters`;
  if (levels.length > STORE_LIMITS.folderDepth) return `a name has at most ${STORE_LIMITS.folderDepth} levels`;
  return undefined;
}

/** The names above: `a/b/c` has `a` and `a/b`. */
export function superiorNames(name: string): string[] {
  const levels = name.split(DELIMITER);
  return levels.slice(1).map((_, index) => levels.slice(0, index + 1).join(DELIMITER));
}

export function isBelow(name: string, superior: string): boolean {
  return name.startsWith(superior + DELIMITER);
}

export function folderDirectory(name: string): string {
  const levels = name.split(DELIMITER).map((level) => level.replace(/[^A-Za-z0-9 &,+_@=-]/g, escapeCharacter));
  return `.${levels.join('.')}`;
}

/** The file of a folder where each is one. A level `lock` is escaped, or it would be another folder's lock. */
export function folderFile(name: string): string {
  return folderDirectory(name)
    .slice(1)
    .replace(/\.lock$/, '.%6cock');
}

/** The name of a file; undefined when it is no folder's. */
export function nameOfFile(file: string): string | undefined {
  const name = nameOfDirectory(`.${file.replace(/\.%6cock$/, '.lock')}`);
  return name !== undefined && folderFile(name) === file ? name : undefined;
}

/** The name of a directory; undefined when it is no folder's. */
export function nameOfDirectory(directory: string): string | undefined {
  if (!/^\.[^.]/.test(directory)) return undefined;
  const name = directory
    .slice(1)
    .split('.')
    .map((level) => level.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    .join(DELIMITER);
  return nameProblem(name) === undefined && folderDirectory(name) === directory ? name : undefined;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

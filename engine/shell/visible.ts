// Text from anywhere as text that a terminal only shows: control and invisible characters become
// pictures of themselves. Counterpart: shell.ts, through which all output goes. Rule: pure; after it
// nothing but line feeds and tabs can move a cursor, hide a letter or turn it round.

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** `^X` for control characters, `\x9b` for those beyond ASCII, `\u202e` for what turns or hides text. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(INVISIBLE, picture);
}

/** Octets of the network: UTF-8 where a line is UTF-8, otherwise `\xe9` for each octet that isn't ASCII. */
export function visibleBytes(bytes: Uint8Array): string {
  const lines: string[] = [];
  let start = 0;
  while (start < bytes.length) {
    const lf = bytes.indexOf(10, start);
    const end = lf < 0 ? bytes.length : lf + 1;
    lines.push(decodeLine(bytes.subarray(start, end)));
    start = end;
  }
  return visibleText(lines.join(''));
}

function decodeLine(line: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return Array.from(line, (octet) => (octet < 0x80 ? String.fromCharCode(octet) : hex(octet))).join('');
  }
}

function picture(character: string): string {
  if (character === '\n' || character === '\t') return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `^${String.fromCharCode(code ^ 0x40)}`;
  if (code < 0x100) return hex(code);
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

function hex(octet: number): string {
  return `\\x${octet.toString(16).padStart(2, '0')}`;
}

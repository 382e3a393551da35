// A name from the network as a file name that every file system keeps apart and gives back.
// Counterpart: everything under hosts/. Rule: lower case letters, digits and `-_@+` stand for
// themselves; all else is escaped, so case, `CON`, a trailing dot and `:` can do no harm.

/** Device names that Windows gives to nobody, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

export function encodeName(name: string): string {
  const escaped = [...new TextEncoder().encode(name)]
    .map((octet) => {
      const character = String.fromCharCode(octet);
      return /[a-z0-9@_+.-]/.test(character) ? character : escapeOctet(octet);
    })
    .join('')
    .replace(/^\.|\.$/g, escapeOctet(0x2e));
  if (escaped === '') return '%';
  return RESERVED.test(escaped) ? escapeOctet(escaped.charCodeAt(0)) + escaped.slice(1) : escaped;
}

function escapeOctet(octet: number): string {
  return `%${octet.toString(16).padStart(2, '0')}`;
}

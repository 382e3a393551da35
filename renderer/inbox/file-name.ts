// Names of attachments, as it is safe to save them. Counterpart: attachments.tsx. Rule: a stranger chose the name: no
// path, nothing invisible, nothing that a system takes for a device, and what a double click would run gets an ending
// that nothing runs.

/** Characters of a name: every file system takes 255 octets, and a person reads less. */
const NAME_CHARACTERS = 100;

/** What some system starts when it is opened: programs, scripts, links, and pages that carry scripts. */
const PROGRAMS =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs?|vbe|jse?|wsf|wsh|hta|msi|msp|cpl|jar|lnk|url|reg|dll|sh|command|app|desktop|apk|html?|xhtml|svg|docm|xlsm|pptm|iso|img)$/i;
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

export interface SafeName {
  name: string;
  /** Saved as it is called, it would run. */
  isProgram: boolean;
}

export function safeFileName(wanted: string, instead: string): SafeName {
  const cleaned = wanted
    .slice(0, 1000)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[\\/:*?"<>|]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = cleaned === '' ? instead : DEVICES.test(cleaned) ? `_${cleaned}` : cleaned;
  const short = shortened(named);
  const isProgram = PROGRAMS.test(short);
  return { name: isProgram ? `${short}.unsafe` : short, isProgram };
}

/** Cut in the middle, so that the ending stays the ending. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= NAME_CHARACTERS) return name;
  const end = characters.slice(-20);
  return [...characters.slice(0, NAME_CHARACTERS - 21), '\u2026', ...end].join('');
}

// Asks the person for a session file. Counterpart: session-desk.ts opens it. Rule: the page sees the one file that was
// picked, and nothing when none was.

const TYPES = '.posthorn';

export function pickSessionFile(onPicked: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = TYPES;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onPicked(file);
  });
  input.click();
}

// Asks the person for a file. Counterpart: session-desk.ts and topology/ open them. Rule: the page sees the one file that was
// picked, and nothing when none was.

export const pickSessionFile = (onPicked: (file: File) => void): void => pickFile('.posthorn', onPicked);

/** `types`: name endings. */
export function pickFile(types: string, onPicked: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = types;
  // On the page while it asks: a field that nobody holds may be gone before the person has chosen.
  input.hidden = true;
  document.body.append(input);
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    input.remove();
    const [file] = input.files ?? [];
    if (file) onPicked(file);
  });
  input.click();
}

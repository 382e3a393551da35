// Hands a file to the person: the browser's downloads, or the save dialog of the desktop app, which allows what the page
// made itself (electron/locks.ts). Counterpart: save-session.ts, report/. Rule: the page never learns where it went.

export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own hold on the octets by then.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

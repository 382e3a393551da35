// Ctrl+`: the key that opens the shell and leaves it. Counterpart: shell-drawer.tsx hears it, screen-terminal.ts lets it
// pass. Rule: the key left of 1 counts too, whatever a keyboard has there.

export function isShellKey({ ctrlKey, altKey, metaKey, key, code }: KeyboardEvent): boolean {
  return ctrlKey && !altKey && !metaKey && (key === '`' || code === 'Backquote');
}

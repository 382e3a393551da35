// Addresses as people type them into one line. Counterpart: write-form.tsx. Rule: commas, semicolons and spaces part
// them; what is no address is left to the servers.

export function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((one) => one !== '');
}

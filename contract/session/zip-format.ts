// The records of a zip file: what each begins with, and how long it is without its names (PKWARE APPNOTE section 4.3).
// Counterpart: zip.ts reads them, zip-writer.ts writes them.

export const LOCAL = { signature: 0x04034b50, octets: 30 };
export const CENTRAL = { signature: 0x02014b50, octets: 46 };
export const END = { signature: 0x06054b50, octets: 22, comment: 0xffff };

export const METHOD = { stored: 0, deflated: 8 };

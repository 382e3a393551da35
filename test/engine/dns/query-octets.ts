// Queries octet by octet, right ones and wrong ones. Counterpart: the tests that need more than a resolver would send.

export interface QueryParts {
  id?: number;
  rd?: boolean;
  /** In place of `rd`: all sixteen bits of the header's second word. */
  flags?: number;
  class?: number;
  counts?: [question: number, answer: number, authority: number, additional: number];
  edns?: { udp_octets: number; do?: boolean; version?: number };
  /** In place of the question, hexadecimal. */
  raw?: string;
  /** After everything, hexadecimal. */
  tail?: string;
}

export function query(name: string, type: number, parts: QueryParts = {}): Buffer {
  const { id = 0x1234, rd = false, flags = rd ? 0x0100 : 0, class: asked = 1, edns, raw, tail = '' } = parts;
  const counts = parts.counts ?? [1, 0, 0, edns ? 1 : 0];
  const labels = name.split('.').filter((label) => label !== '');
  const question = [...labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]), Buffer.from([0])];
  return Buffer.concat([
    words(id, flags, ...counts),
    raw === undefined ? Buffer.concat([...question, words(type, asked)]) : Buffer.from(raw, 'hex'),
    edns
      ? Buffer.concat([
          Buffer.from([0]),
          words(41, edns.udp_octets),
          Buffer.from([0, edns.version ?? 0]),
          words(edns.do ? 0x8000 : 0, 0),
        ])
      : Buffer.alloc(0),
    Buffer.from(tail, 'hex'),
  ]);
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}

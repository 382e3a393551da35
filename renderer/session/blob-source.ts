// A file that was picked or dropped, read where it is wanted. Counterpart: contract/session/byte-source.ts. Rule: the browser
// holds the file; this page holds what it asked for last, and a little of what comes after it: behind the state before a
// page stands the page.

import type { ByteSource } from '../../contract/session/byte-source.ts';
import { SESSION_VIEW_LIMITS } from './limits.ts';

interface Stretch {
  at: number;
  end: number;
  octets: Promise<Uint8Array>;
}

export function blobSource(file: Blob): ByteSource {
  let last: Stretch | undefined;
  const stretchFor = (at: number, length: number): Stretch => {
    if (last && at >= last.at && at + length <= last.end) return last;
    const ahead = length > SESSION_VIEW_LIMITS.aheadFor ? 0 : SESSION_VIEW_LIMITS.aheadOctets;
    const end = Math.min(file.size, at + length + ahead);
    const stretch = { at, end, octets: octetsOf(file.slice(at, end)) };
    last = ahead === 0 ? undefined : stretch;
    return stretch;
  };
  return {
    length: file.size,
    read: async (at, length) => {
      const stretch = stretchFor(at, length);
      const octets = await stretch.octets;
      return octets.subarray(at - stretch.at, at - stretch.at + length);
    },
  };
}

async function octetsOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

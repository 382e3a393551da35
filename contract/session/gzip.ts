// A deflated entry of a zip file as a member of gzip (RFC 1952 section 2.3): the same octets between a head and a tail.
// Counterpart: zip.ts. It is here because every platform compares the check sum of gzip while it unpacks, in a tenth of
// the time that our own code takes; for raw deflation none does.

/** ID1, ID2, deflated, no flags, no time, no extra flags, no known system. */
const HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
const TAIL_OCTETS = 8;

export function gzipMember(packed: Uint8Array, { crc, octets }: { crc: number; octets: number }): Uint8Array {
  const member = new Uint8Array(HEAD.length + packed.length + TAIL_OCTETS);
  member.set(HEAD);
  member.set(packed, HEAD.length);
  const view = new DataView(member.buffer);
  view.setUint32(member.length - TAIL_OCTETS, crc, true);
  view.setUint32(member.length - TAIL_OCTETS / 2, octets, true);
  return member;
}

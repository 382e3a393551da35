// Octets to a name server and back, with no opinion on either. Counterpart: the tests that ask BIND and ours the same.

import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import type { Answer as WireAnswer } from 'dns-packet';
import { decode } from 'dns-packet';
import { present } from '../../../engine/dns/presentation.ts';
import { rcodeName } from '../../../engine/dns/records.ts';

/** The datagram that comes back. */
export async function askUdp(port: number, query: Uint8Array): Promise<Buffer> {
  const socket = createSocket('udp4');
  const reply = await new Promise<Buffer>((resolve, reject) => {
    socket.on('message', resolve);
    socket.on('error', reject);
    socket.send(query, port, '127.0.0.1');
  });
  socket.close();
  return reply;
}

/** The message that comes back, without its length. */
export async function askTcp(port: number, query: Uint8Array): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1');
  socket.write(Buffer.concat([Buffer.from([query.length >> 8, query.length & 255]), query]));
  let all = Buffer.alloc(0);
  for await (const chunk of socket) {
    all = Buffer.concat([all, chunk as Buffer]);
    if (all.length >= 2 && all.length >= 2 + all.readUInt16BE(0)) break;
  }
  return all.subarray(2);
}

export interface View {
  id: number;
  rcode: string;
  aa: boolean;
  tc: boolean;
  rd: boolean;
  ra: boolean;
  question: string[];
  answer: string[];
  authority: string[];
  additional: string[];
  edns: { udp_octets: number; do: boolean; extendedRcode: number } | undefined;
}

/** A response as a person would compare it: sections as sorted lines. */
export function viewOf(message: Uint8Array): View {
  const packet = decode(Buffer.from(message));
  const opt = packet.additionals?.find((record) => record.type === 'OPT');
  return {
    id: packet.id ?? 0,
    rcode: rcodeName((packet.flags ?? 0) & 15),
    aa: packet.flag_aa,
    tc: packet.flag_tc,
    rd: packet.flag_rd,
    ra: packet.flag_ra,
    question: (packet.questions ?? []).map(({ name, type, class: asked }) => `${name} ${asked} ${type}`),
    answer: lines(packet.answers),
    authority: lines(packet.authorities),
    additional: lines(packet.additionals?.filter((record) => record.type !== 'OPT')),
    edns: opt && { udp_octets: opt.udpPayloadSize, do: opt.flag_do, extendedRcode: opt.extendedRcode },
  };
}

function lines(records: readonly WireAnswer[] | undefined): string[] {
  const all = (records ?? []).map(present);
  return all.map(({ name, type, ttl, data }) => `${name} ${ttl} ${type} ${data}`).toSorted();
}

// Connections as a capture file for Wireshark and tshark: what was said in packets that TCP would have made of it, names,
// TLS keys, and as comments what the packets themselves don't tell. Counterpart: mail/pcapng writes blocks and packets.
// Rule: octets are those of the record, never made up; what isn't kept any more is a gap, and says so.

import { APP_VERSION } from '../../contract/version.ts';
import type { EndPoint, LabEvent, LabEventOf } from '../../contract/events.ts';
import type { BytesRef, ConnId, Side } from '../../contract/ids.ts';
import type { Topology } from '../../contract/topology.ts';
import { fromByteString } from '../../mail/bytes.ts';
import {
  decryptionSecrets,
  enhancedPacket,
  interfaceDescription,
  nameResolution,
  sectionHeader,
} from '../../mail/pcapng/blocks.ts';
import { addressOctets } from '../../mail/pcapng/packet.ts';
import { TcpTalk } from '../../mail/pcapng/talk.ts';
import { shortName } from '../store/hosts.ts';
import { sayStamp } from '../faults/say-fault.ts';
import { isStamp, strikeOf } from '../store/strikes.ts';
import { t } from '../text/t.ts';
import { eventsOf } from './events-of.ts';
import { flightTimes } from './flight-times.ts';
import type { ExportFormat, Material } from './format.ts';
import { EXPORT_LIMITS } from './limits.ts';

/** Something that happened on a wire, to be written in its turn. */
type Happening = { conn: ConnId; time_us: number; comment?: string } & (
  | { kind: 'open' }
  | { kind: 'say'; from: Side; octets: Uint8Array | BytesRef; secret?: { start: number; end: number } }
  | { kind: 'close'; by: Side | 'reset' }
);

interface Wire {
  conn: ConnId;
  client: EndPoint;
  server: EndPoint;
  happenings: Happening[];
  /** What was said under TLS, whose packets are the ciphertext's. */
  said: { from: Side; time_us: number }[];
  tlsBegan_us: number | undefined;
  flights: { from: Side; ref: BytesRef }[];
  remarks: Map<Side, string[]>;
}

export const captureFile: ExportFormat = {
  id: 'pcapng',
  title: 'export.pcapng',
  help: 'export.pcapng.help',
  extension: 'pcapng',
  make: async (material, { onProgress, isCancelled }) => {
    const { wires, keys } = await read(material);
    const { links, numbers } = linksOf(wires);
    const topology = material.moment.lab.topology;
    const blocks: Uint8Array[] = [
      sectionHeader(`Posthorn ${APP_VERSION}`, t('export.pcapng.comment', { lab: topology?.title ?? '' })),
      nameResolution(namesOf(topology)),
      ...(keys.length > 0 ? [decryptionSecrets(keys)] : []),
      ...links.map((name) => interfaceDescription(name)),
    ];
    const talks = new Map(wires.map((wire) => [wire.conn, talkOf(wire)]));
    const all = wires.flatMap(allOf).toSorted((one, other) => one.time_us - other.time_us);
    let octets = 0;
    for (const [index, happening] of all.entries()) {
      if (isCancelled()) return undefined;
      if (index % EXPORT_LIMITS.piecesAtOnce === 0) onProgress(index / all.length);
      const talk = talks.get(happening.conn);
      if (!talk) continue;
      const { packets, comment } = await packetsOf(talk, happening, material);
      packets.forEach((packet, at) => {
        octets += packet.length;
        const told = at === 0 ? comment : undefined;
        blocks.push(
          enhancedPacket({ at: numbers.get(happening.conn) ?? 0, time_us: happening.time_us, packet, comment: told }),
        );
      });
      if (octets > EXPORT_LIMITS.octets) throw new Error(t('export.tooLarge'));
    }
    return new Blob(blocks as Uint8Array<ArrayBuffer>[], { type: 'application/x-pcapng' });
  },
};

/** Everything that the log has about the wanted connections. */
async function read(material: Material): Promise<{ wires: Wire[]; keys: string[] }> {
  const { scope } = material;
  const wires = new Map<ConnId, Wire>();
  const keys: string[] = [];
  let last_us = 0;
  let octets = 0;
  for await (const events of eventsOf(material)) {
    for (const event of events) {
      if (event.conn === undefined || scope.conns?.has(event.conn) === false) continue;
      // Lab time, and the microseconds in it; two events never have the same.
      const time_us = Math.max(last_us + 1, event.at_ms * 1000 + (event.mono_us % 1000));
      last_us = time_us;
      if (event.type === 'conn.opened') wires.set(event.conn, wireOf(event, event.conn, time_us));
      else if (event.type === 'tls.keys') keys.push(...event.data.lines);
      else if (event.type === 'wire.line') octets += event.data.bytes.length;
      else if (event.type === 'wire.bulk') octets += event.data.ref.length;
      const wire = wires.get(event.conn);
      if (wire) note(wire, event, time_us);
    }
    if (octets > EXPORT_LIMITS.octets) throw new Error(t('export.tooLarge'));
  }
  return { wires: [...wires.values()], keys };
}

function wireOf({ data, message }: LabEventOf<'conn.opened'>, conn: ConnId, time_us: number): Wire {
  const { client, server } = data;
  const comment = message === undefined ? conn : t('export.pcapng.carries', { conn, message });
  return {
    ...{ conn, client, server, said: [], flights: [], tlsBegan_us: undefined, remarks: new Map() },
    happenings: [{ kind: 'open', conn, time_us, comment }],
  };
}

function note(wire: Wire, event: LabEvent, time_us: number): void {
  const { conn } = wire;
  switch (event.type) {
    case 'wire.line':
    case 'wire.bulk': {
      const { from, tls, secret } = event.data;
      const remarks = wire.remarks.get(from) ?? [];
      wire.remarks.delete(from);
      if (tls) {
        wire.said.push({ from, time_us });
        break;
      }
      const octets = event.type === 'wire.line' ? fromByteString(event.data.bytes) : event.data.ref;
      wire.happenings.push({
        ...{ kind: 'say', conn, time_us, from, octets },
        ...(secret === undefined ? {} : { secret }),
        ...(remarks.length === 0 ? {} : { comment: remarks.join('\n') }),
      });
      break;
    }
    case 'wire.released':
      remark(wire, event.data.from, t(event.data.changed ? 'export.pcapng.changed' : 'export.pcapng.held'));
      break;
    case 'fault.struck': {
      const one = strikeOf(event.seq, event.data);
      if (isStamp(one) && one.from) remark(wire, one.from, sayStamp(one));
      break;
    }
    case 'policy.spoken':
      remark(wire, 'server', t('export.pcapng.policy', { policy: event.data.policy }));
      break;
    case 'tls.started':
      wire.tlsBegan_us = time_us;
      break;
    case 'wire.ciphertext':
      wire.flights.push(...event.data.flights);
      break;
    case 'conn.closed':
      wire.happenings.push({ kind: 'close', conn, time_us, by: event.data.by });
      break;
    default:
      break; // nothing that crosses a wire
  }
}

function remark({ remarks }: Wire, side: Side, words: string): void {
  remarks.set(side, [...(remarks.get(side) ?? []), words]);
}

/** What was encrypted takes the place of the lines in it. */
function allOf(wire: Wire): Happening[] {
  const { conn, happenings, flights, said, tlsBegan_us } = wire;
  const last_us = happenings.findLast(({ kind }) => kind === 'say' || kind === 'open')?.time_us ?? 0;
  // A handshake that failed began after the last line, too.
  const times = flightTimes(flights, said, tlsBegan_us ?? last_us + 1);
  const encrypted = flights.map(({ from, ref }, at): Happening => {
    return { kind: 'say', conn, from, octets: ref, time_us: times[at] ?? last_us };
  });
  return [...happenings, ...encrypted];
}

async function packetsOf(
  talk: TcpTalk,
  happening: Happening,
  { dispatch }: Material,
): Promise<{ packets: Uint8Array[]; comment?: string | undefined }> {
  const { comment } = happening;
  if (happening.kind === 'open') return { packets: talk.open(), comment };
  if (happening.kind === 'close') {
    return { packets: happening.by === 'reset' ? talk.reset() : talk.close(happening.by), comment };
  }
  const { from, octets, secret } = happening;
  if (octets instanceof Uint8Array) return { packets: talk.say(from, starred(octets, secret)), comment };
  const { bytes, expired } = await dispatch('bytes.read', { ref: octets });
  if (!expired) return { packets: talk.say(from, starred(fromByteString(bytes), secret)), comment };
  talk.skip(from, octets.length);
  return { packets: [] };
}

/** A password leaves as so many asterisks. */
function starred(octets: Uint8Array, secret: { start: number; end: number } | undefined): Uint8Array {
  return secret === undefined ? octets : Uint8Array.from(octets).fill(0x2a, secret.start, secret.end);
}

/** An interface for each two hosts that speak with each other. */
function linksOf(wires: readonly Wire[]): { links: string[]; numbers: Map<ConnId, number> } {
  const links: string[] = [];
  const numbers = new Map<ConnId, number>();
  for (const { conn, client, server } of wires) {
    const name = `${shortName(client.host)} - ${shortName(server.host)}`;
    if (!links.includes(name)) links.push(name);
    numbers.set(conn, links.indexOf(name));
  }
  return { links, numbers };
}

const NOWHERE = new Uint8Array(4);

function talkOf({ client, server }: Wire): TcpTalk {
  const end = ({ address, port }: EndPoint) => ({ octets: addressOctets(address) ?? NOWHERE, port });
  return new TcpTalk(end(client), end(server));
}

function namesOf(topology: Topology | undefined): { address: Uint8Array; name: string }[] {
  return (topology?.hosts ?? []).flatMap(({ name, address }) => {
    const octets = addressOctets(address);
    return octets === undefined ? [] : [{ address: octets, name }];
  });
}
